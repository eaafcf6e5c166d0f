/** One key in the dashboard's table. */

import { memo } from 'react'
import { send } from '../extension/send.ts'
import type { KeyRow } from '../extension/state.ts'
import { t } from '../extension/texts.ts'
import { useAction } from '../ui/action.ts'
import { expirySoon } from '../ui/expiry.ts'
import { Mend } from '../ui/mend.tsx'
import { providerName } from '../ui/provider-names.ts'
import { TestFailure } from '../ui/test-failure.tsx'
import { ago } from '../ui/time.ts'
import { Trouble } from '../ui/trouble.tsx'
import { VerdictBadge } from '../ui/verdict.tsx'
import { wantsWords } from '../ui/verdict-face.ts'

export const KeyLine = memo(function KeyLine({ row, running }: { row: KeyRow; running: boolean }) {
  const test = useAction(() => send('screen.test', { id: row.id }))
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
      {test.failure && (
        <div className="key-bad">
          <TestFailure row={row} test={test} />
        </div>
      )}
      {wantsWords(row.verdict, row) && <Mend row={row} />}
      <Trouble row={row} />
    </div>
  )
})
