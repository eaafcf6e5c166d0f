/** One key in the popup's list: what it is called, how it does, since when, and what mends it. */

import { memo } from 'react'
import { send } from '../extension/send.ts'
import type { KeyRow } from '../extension/state.ts'
import { t } from '../extension/texts.ts'
import { useAction } from '../ui/action.ts'
import { CopyButton } from '../ui/copy.tsx'
import { expirySoon } from '../ui/expiry.ts'
import { Mend } from '../ui/mend.tsx'
import { TestFailure } from '../ui/test-failure.tsx'
import { ago } from '../ui/time.ts'
import { Trouble } from '../ui/trouble.tsx'
import { VerdictBadge } from '../ui/verdict.tsx'
import { wantsWords } from '../ui/verdict-face.ts'

type Props = { row: KeyRow; running: boolean; copied: boolean; onOpen: (id: string) => void }

export const Row = memo(function Row({ row, running, copied, onOpen }: Props) {
  const test = useAction(() => send('screen.test', { id: row.id }))
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
      <button type="button" className="key-name" data-row-name onClick={() => onOpen(row.id)}>
        <span className="label">{row.label}</span>
        <span className="visually-hidden">{t(': details')}</span>
      </button>
      <div className="key-actions">
        <button
          type="button"
          className="button"
          data-keyway="test"
          aria-label={t('Test: {label}', { label: row.label })}
          aria-disabled={running || test.busy}
          onClick={() => void test.run()}
        >
          {t('Test')}
        </button>
        <CopyButton row={row} copied={copied} />
      </div>
      <div className="key-state">
        <VerdictBadge verdict={verdict} of={row} running={running} />
        <span className="quiet small" title={notes.join(' · ')}>
          {notes.join(' · ')}
        </span>
      </div>
      {test.failure && (
        <div className="key-bad">
          <TestFailure row={row} test={test} />
        </div>
      )}
      {wantsWords(verdict, row) && <Mend row={row} brief />}
      <Trouble row={row} />
    </div>
  )
})
