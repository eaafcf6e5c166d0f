/** Asks the provider about one key; beneath it, what came of it and what mends it. */

import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { wantsWords } from '../core/present-status.ts'
import { Mend } from './fix-line.tsx'
import { TestFailure } from './test-failure.tsx'
import { Trouble } from './trouble.tsx'

export const useTest = (row: KeyRow) => useAction(() => send('screen.test', { id: row.id }))
type Test = ReturnType<typeof useTest>

export function TestButton({ row, test, running }: { row: KeyRow; test: Test; running: boolean }) {
  return (
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
  )
}

export function AfterTest({ row, test, brief = false }: { row: KeyRow; test: Test; brief?: boolean }) {
  return (
    <>
      {test.failure && (
        <div className="key-bad">
          <TestFailure row={row} test={test} />
        </div>
      )}
      {wantsWords(row.verdict, row) && <Mend row={row} brief={brief} />}
      <Trouble row={row} />
    </>
  )
}
