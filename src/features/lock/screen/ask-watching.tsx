/** Asked once, when the first key is there: whether checks go on after the lock. It can be changed under Vault at any time. */
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { localItems } from '../../../platform/storage.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useLocal } from '../../../ui/use-local.ts'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { useProven } from './proof.tsx'
import { type Answer, answers, watchChoices, whyProof } from './watching.tsx'

export default function AskWatching() {
  const isAnswered = useLocal('watchingAnswered') === true
  const vault = useSession('vault')
  const isForbidden = usePolicy().checksWhileLocked === false
  const hasKeys = useSavedKeys().length > 0
  const answer = useProven(
    (answer: Answer) => send('screen.setWatching', answers[answer]),
    () => void localItems.set('watchingAnswered', true),
    whyProof(),
  )
  if (isAnswered || vault?.status !== 'unlocked' || vault.watchesWhileLocked || !hasKeys || isForbidden)
    return null
  return (
    <section className="panel-box stack" aria-labelledby="ask-watching" data-keyway="ask-watching">
      <h2 id="ask-watching">{t('Keep checking while locked?')}</h2>
      <ul className="stack">
        {watchChoices.map(({ answer: one, name, note }) => (
          <li key={one} className="stack tight">
            <span>
              <Button
                aria-describedby={`ask-watching-${one}`}
                isBusy={answer.busy}
                onPress={() => answer.run(one)}
              >
                {name}
              </Button>
            </span>
            <span className="small quiet" id={`ask-watching-${one}`}>
              {note}
            </span>
          </li>
        ))}
      </ul>
      <FailureNotice failure={answer.failure} />
      {answer.dialog}
    </section>
  )
}
