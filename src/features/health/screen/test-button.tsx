/** Asks the provider about one key. */

import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'

/** @param onFailed told as well as kept, for a list that says it elsewhere */
export const useTest = (row: KeyRow, onFailed?: (failure: Failure) => void) =>
  useAction(async () => {
    const reply = await send('screen.test', { id: row.id })
    if (!reply.ok) onFailed?.(reply)
    return reply
  })
type Test = ReturnType<typeof useTest>

type Props = { row: KeyRow; test: Test; running: boolean; tabIndex?: number }

export function TestButton({ row, test, running, tabIndex }: Props) {
  return (
    <button
      type="button"
      className="button"
      tabIndex={tabIndex}
      data-keyway="test"
      aria-label={t('Test: {label}', { label: row.label })}
      aria-disabled={running || test.busy}
      onClick={() => void test.run()}
    >
      {t('Test')}
    </button>
  )
}
