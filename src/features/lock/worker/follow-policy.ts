/** What an open or locked vault does when the organization's policy came or changed. Nothing of it is written: it may go again. */
import type { VaultPorts } from './ports.ts'
import type { ProtectedSettingsService } from './protected-settings.ts'
import { setWatching } from './vault-status.ts'
import type { WatchList } from './watch-list.ts'

type Vault = {
  touch(): Promise<void>
  changed(ids: string[]): Promise<void>
  publish(): Promise<void>
}

export function createPolicyFollower(
  { session, local, now }: VaultPorts,
  protects: ProtectedSettingsService,
  watchList: WatchList,
  { touch, changed, publish }: Vault,
) {
  return async (): Promise<void> => {
    const { lockAfterMinutes, watchWhileLocked } = await protects.inForce()
    // Sooner only: that a policy came is no use of the vault.
    if (((await session.get('vaultUntil')) ?? 0) > now() + lockAfterMinutes * 60_000) await touch()
    await changed([])
    if (!watchWhileLocked) {
      const watched = await session.get('watched')
      // Out of memory at once; what the disk does not let go of now, it does at the worker's next start.
      await watchList.forget().catch(() => undefined)
      if (watched) await setWatching(local, now())
    }
    await publish()
  }
}
