/** “Test all”: asks, and says how many keys are tested for as long as they are; never of a check that nobody pressed for. */
import { useEffect, useState } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { useAction } from '../../../../ui/action.ts'
import { useSession } from '../../../../ui/use-session.ts'

/** @param without how many of the keys cannot be tested, as permission for their provider is missing */
export function useTestAll(without = 0) {
  const [begun, setBegun] = useState<number>()
  const checks = useSession('checks')
  const { run, busy, failure } = useAction(
    () => send('screen.testAll', {}),
    ({ count }) => setBegun(count - without),
  )
  const isTesting = checks !== undefined && checks.running.length + (checks.waiting ?? 0) > 0
  useEffect(() => {
    if (!isTesting) setBegun(undefined)
  }, [isTesting])
  const isNone = begun !== undefined && begun <= 0
  const says = isNone
    ? t('There is no key that Keyway may test now.')
    : begun !== undefined && isTesting
      ? plural(
          {
            one: 'Testing {count} key. The result comes in a moment.',
            other: 'Testing {count} keys. Results come in one by one.',
          },
          begun,
        )
      : ''
  return { run, busy, failure, says }
}
