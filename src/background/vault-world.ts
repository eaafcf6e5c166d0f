/** The real world for the vault keeper: Chrome's storage and alarms, and the mirror in IndexedDB. */
import { clearAlarm, setAlarm } from '../extension/alarms.ts'
import { forgetFolders } from '../extension/forget-folders.ts'
import { marker } from '../extension/marker.ts'
import { createMirror } from '../extension/mirror.ts'
import { getLocal, getSettings, localStore, removeLocal, setLocal } from '../extension/storage.ts'
import { sessionItems } from './copy-world.ts'
import type { VaultEffects } from './vault-effects.ts'

export function vaultWorld(): VaultEffects {
  return {
    now: Date.now,
    store: localStore,
    options: { mirror: createMirror() },
    session: sessionItems,
    local: { get: getLocal, set: setLocal, remove: removeLocal },
    marker,
    settings: getSettings,
    purged: forgetFolders,
    after: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
    alarm: { set: (name, at) => setAlarm(name, { at }), clear: clearAlarm },
  }
}
