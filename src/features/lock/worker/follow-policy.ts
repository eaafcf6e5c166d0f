/** What an open or locked vault does when the organization's policy came or changed. Nothing of it is written: it may go again. */
import type { Turn, VaultEffects } from './ports.ts'
import type { ProtectedSettingsKeeper } from './protected-settings.ts'
import { setWatching } from './vault-status.ts'

type Keeper = {
  touch(): Promise<void>
  changed(ids: string[]): Promise<void>
  publish(): Promise<void>
}

/** @param inWatchOrder what is watched changes there, one step after the other */
export function createPolicyFollower(
  { session, local, now }: VaultEffects,
  protects: ProtectedSettingsKeeper,
  inWatchOrder: Turn,
  { touch, changed, publish }: Keeper,
) {
  return async (): Promise<void> => {
    const { lockAfterMinutes, watchWhileLocked } = await protects.inForce()
    // Sooner only: that a policy came is no use of the vault.
    if (((await session.get('vaultUntil')) ?? 0) > now() + lockAfterMinutes * 60_000) await touch()
    await changed([])
    await inWatchOrder(async () => {
      if (watchWhileLocked || !(await session.get('watched'))) return
      await session.remove('watched')
      await setWatching(local, now())
    })
    await publish()
  }
}
