/** Whether checks go on after the lock, changed at any time. */

import { send } from '../../../../platform/send.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { useProven } from '../proof.tsx'
import { type Answer, answers, Watching, whyProof } from '../watching.tsx'

export function WatchingChoice() {
  const vault = useSession('vault')
  const change = useProven(
    (answer: Answer) => send('screen.setWatching', answers[answer]),
    () => undefined,
    whyProof(),
  )
  const value = vault?.watchesFromStart ? 'start' : vault?.watchesWhileLocked ? 'session' : 'never'
  return (
    <>
      <Watching
        value={vault?.watchesWhileLocked === undefined ? null : value}
        onChange={answer => void change.run(answer)}
      />
      {change.dialog}
      <FailureNotice failure={change.failure} />
    </>
  )
}
