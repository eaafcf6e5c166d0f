/** Copy and capture wired to the browser and to the vault's keeper. Call both in the worker's first turn. */
import { onAlarm } from '../../platform/alarms.ts'
import { recognise } from '../../providers/index.ts'
import { createCaptureKeeper } from '../../features/capture/worker/service.ts'
import { captureWorld } from '../../features/capture/worker/chrome.ts'
import { copyAlarm, createCopyKeeper } from '../../features/copy/worker/service.ts'
import { copyWorld } from '../../features/copy/worker/chrome.ts'
import { vaultForCapture, vaultForCopy } from '../../features/lock/worker/vault-door.ts'
import type { VaultKeeper } from '../../features/lock/worker/service.ts'

/** @param badge the seconds left on the toolbar button; null: no copy runs */
export function wireCopy(vault: VaultKeeper, badge: (seconds: number | null) => void) {
  const keeper = createCopyKeeper(copyWorld(vaultForCopy(vault.door()), badge))
  onAlarm(copyAlarm, keeper.net)
  vault.whenUnlocked(keeper.unlocked)
  vault.whenLocked(keeper.locked)
  return keeper
}

export function wireCapture(
  vault: VaultKeeper,
  told: { test(id: string): void; captured(id: string): void; saved(id: string): void },
) {
  const keeper = createCaptureKeeper(
    captureWorld({ vault: vaultForCapture(vault.door()), recognise, ...told }),
  )
  vault.whenUnlocked(keeper.unlocked)
  vault.whenLocked(keeper.locked)
  return keeper
}
