/** Whether checks go on after the lock, changed at any time. */
import { send } from '../extension/send.ts'
import { t } from '../extension/texts.ts'
import { FailureNotice } from '../ui/notice.tsx'
import { useProven } from '../ui/proof.tsx'
import { useSession } from '../ui/session.ts'
import { Watching } from '../ui/watching.tsx'

export function WatchingChoice() {
  const watches = useSession('vault')?.watchesWhileLocked ?? null
  const change = useProven(
    (watchWhileLocked: boolean) => send('screen.setWatching', { watchWhileLocked }),
    () => undefined,
    t('Keys would stay in memory while the vault is locked.'),
  )
  return (
    <>
      <Watching value={watches} onChange={watch => void change.run(watch)} />
      {change.dialog}
      <FailureNotice failure={change.failure} />
    </>
  )
}
