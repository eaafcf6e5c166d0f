/** Capture, put together with the browser, the vault and whoever wants to know of a key. Call it in the worker's first turn. */

import { recogniseBare } from '../../features/capture/core/judge-paste.ts'
import { captureWorld } from '../../features/capture/worker/chrome.ts'
import { createCaptureKeeper } from '../../features/capture/worker/service.ts'
import type { VaultKeeper } from '../../features/lock/worker/service.ts'
import { vaultForCapture } from '../../features/lock/worker/vault-door.ts'

export function wireCapture(
  vault: VaultKeeper,
  told: { test(id: string): void; captured(id: string): void; saved(id: string): void },
) {
  const keeper = createCaptureKeeper(
    captureWorld({ vault: vaultForCapture(vault.door()), recognise: recogniseBare, ...told }),
  )
  vault.whenUnlocked(keeper.unlocked)
  vault.whenLocked(keeper.locked)
  return keeper
}
