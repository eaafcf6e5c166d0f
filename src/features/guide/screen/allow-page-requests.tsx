/** Asks the person about requests of a page that would last, for example to remember a target: only their answer here makes them last. */

import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'

export function PageAsks() {
  const asks = useSession('pageAsks') ?? []
  const answer = useAction((ask: (typeof asks)[number], yes: boolean) =>
    send('screen.answerAsk', { what: ask.what, name: ask.name, yes }),
  )
  return asks.map(ask => (
    <Notice
      key={`${ask.what} ${ask.name}`}
      tone="accent"
      action={
        <>
          <Button onPress={() => answer.run(ask, true)}>
            {ask.what === 'remember' ? t('Remember it') : t('Stop offering')}
          </Button>
          <Button className="button plain" onPress={() => answer.run(ask, false)}>
            {ask.what === 'remember' ? t('Forget it') : t('Keep offering')}
          </Button>
        </>
      }
    >
      {ask.what === 'remember'
        ? t('You showed Keyway this: {look}. Remember it for the next time?', { look: ask.look ?? ask.name })
        : t('“Not again” was pressed on the page. Stop offering guides on the platform’s pages?')}
      <FailureNotice failure={answer.failure} />
    </Notice>
  ))
}
