/** One key in the popup's list: what it is called, how it does, since when, and what mends it. */

import { memo } from 'react'
import { t } from '../../../../i18n/t.ts'
import { ago } from '../../../../i18n/time.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { CopyButton } from '../../../copy/screen/copy.tsx'
import { VerdictBadge } from '../../../health/screen/status.tsx'
import { AfterTest, TestButton, useTest } from '../../../health/screen/test-button.tsx'
import { expirySoon } from '../../core/due-dates.ts'

type Props = { row: KeyRow; running: boolean; copied: boolean; onOpen: (id: string) => void }

export const Row = memo(function Row({ row, running, copied, onOpen }: Props) {
  const test = useTest(row)
  const verdict = row.verdict
  const notes = [
    verdict && ago(verdict.at),
    expirySoon(row.expiresAt),
    row.environment,
    row.project,
    row.organization,
  ].filter(Boolean)
  return (
    <div className="key-row" data-keyway="key-row" data-id={row.id}>
      <button
        type="button"
        className="key-name"
        dir="auto"
        title={row.label}
        aria-label={t('{label}: details', { label: row.label })}
        data-row-name
        onClick={() => onOpen(row.id)}
      >
        <span className="label">{row.label}</span>
      </button>
      <div className="key-actions">
        <TestButton row={row} test={test} running={running} />
        <CopyButton row={row} copied={copied} />
      </div>
      <div className="key-state">
        <VerdictBadge verdict={verdict} of={row} running={running} />
        <span className="quiet small" title={notes.join(' · ')}>
          {notes.join(' · ')}
        </span>
      </div>
      <AfterTest row={row} test={test} brief />
    </div>
  )
})
