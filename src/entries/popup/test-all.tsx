/** Says in its place that the checks began; each result then shows in its row. */
import { useState } from 'react'
import { plural, t } from '../../i18n/t.ts'
import { send } from '../../platform/send.ts'
import { useAction } from '../../ui/action.ts'
import { Button } from '../../ui/pieces/button.tsx'
import { useSession } from '../../ui/use-session.ts'

export function TestAll() {
  const [asked, setAsked] = useState(0)
  const all = useAction(
    () => send('screen.testAll', {}),
    ({ count }) => setAsked(count),
  )
  const running = useSession('checks')?.running.length ?? 0
  return (
    <>
      <Button className="link small" aria-keyshortcuts="a" isBusy={all.busy} onPress={() => all.run()}>
        {t('Test all')}
      </Button>
      <span className="visually-hidden" role="status">
        {all.failure?.message ??
          (asked > 0 && running > 0
            ? plural(
                {
                  one: 'Testing {count} key.',
                  other: 'Testing {count} keys. Results come in one by one.',
                },
                asked,
              )
            : '')}
      </span>
    </>
  )
}
