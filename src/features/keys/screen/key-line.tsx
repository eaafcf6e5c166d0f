/** One key in the dashboard's table. */

import { memo } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { VerdictBadge } from '../../health/screen/status.tsx'
import { AfterTest, TestButton, useTest } from '../../health/screen/test-button.tsx'
import { expirySoon } from '../core/due-dates.ts'

export const KeyLine = memo(function KeyLine({ row, running }: { row: KeyRow; running: boolean }) {
  const test = useTest(row)
  return (
    <div className="key-line" data-keyway="key-row" data-id={row.id}>
      <div className="stack tight">
        <a href={`#keys/${row.id}`} className="key-title">
          {row.label}
        </a>
        <span className="small quiet">
          {[
            providerName(row.provider),
            row.project,
            row.organization,
            row.lastFour ? `…${row.lastFour}` : row.baseUrl,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div className="small quiet">
        {row.environment && <span className="tag">{row.environment}</span>} {expirySoon(row.expiresAt)}
      </div>
      <div className="stack tight">
        <VerdictBadge verdict={row.verdict} of={row} running={running} />
        <span className="small quiet">
          {row.verdict ? t('checked {ago}', { ago: ago(row.verdict.at) }) : ''}
        </span>
      </div>
      <TestButton row={row} test={test} running={running} />
      <AfterTest row={row} test={test} />
    </div>
  )
})
