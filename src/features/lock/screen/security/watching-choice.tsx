/** Whether checks go on after the lock, changed at any time. */

import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { useProven } from '../proof.tsx'
import { Watching } from '../watching.tsx'

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
