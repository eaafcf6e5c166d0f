/** Copying, put together with the browser and the vault. Call it in the worker's first turn: it registers listeners. */

import { copyWorld } from '../../features/copy/worker/chrome.ts'
import { copyAlarm, createCopyKeeper } from '../../features/copy/worker/service.ts'
import type { VaultKeeper } from '../../features/lock/worker/service.ts'
import { vaultForCopy } from '../../features/lock/worker/vault-door.ts'
import { onAlarm } from '../../platform/alarms.ts'

/** @param badge the seconds left on the toolbar button; null: no copy runs */
export function wireCopy(vault: VaultKeeper, badge: (seconds: number | null) => void) {
  const keeper = createCopyKeeper(copyWorld(vaultForCopy(vault.door()), badge))
  onAlarm(copyAlarm, keeper.net)
  vault.whenUnlocked(keeper.unlocked)
  vault.whenLocked(keeper.locked)
  return keeper
}
