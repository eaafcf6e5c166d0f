/** Whether checks go on after the lock, changed at any time. */
import { send } from '../extension/send.ts'
import { useAction } from '../ui/action.ts'
import { FailureNotice } from '../ui/notice.tsx'
import { useSession } from '../ui/session.ts'
import { Watching } from '../ui/watching.tsx'

export function WatchingChoice() {
  const watches = useSession('vault')?.watchesWhileLocked ?? null
  const change = useAction((watchWhileLocked: boolean) => send('screen.setWatching', { watchWhileLocked }))
  return (
    <>
      <Watching value={watches} onChange={watch => void change.run(watch)} />
      <FailureNotice failure={change.failure} />
    </>
  )
}
