/** Asks the provider about one key. */

import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import type { Failure } from '../../../../protocol/failure.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { useAction } from '../../../../ui/action.ts'
import { Button } from '../../../../ui/pieces/button.tsx'

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
    <Button
      tabIndex={tabIndex}
      data-keyway="test"
      aria-label={t('Test: {label}', { label: row.label })}
      isBusy={running || test.busy}
      onPress={test.run}
    >
      {t('Test')}
    </Button>
  )
}
