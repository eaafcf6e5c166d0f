/** The vault service’s real ports: Chrome's storage and alarms, and the mirror in IndexedDB. */
import { clearAlarm, setAlarm } from '../../../platform/alarms.ts'
import { forgetFolders } from '../../../platform/forget-folders.ts'
import { createMirror, watchBucket } from '../../../platform/mirror.ts'
import { sessionItems } from '../../../platform/session.ts'
import { localItems, localStore } from '../../../platform/storage.ts'
import { marker } from '../../../platform/vault-marker.ts'
import type { Tell } from '../../../platform/worker-events.ts'
import type { VaultPorts } from './ports.ts'

export function vaultPorts(tell: Tell, policy: VaultPorts['policy']): VaultPorts {
  return {
    now: Date.now,
    store: localStore,
    options: { mirror: createMirror() },
    session: sessionItems,
    local: localItems,
    marker,
    purged: forgetFolders,
    tell,
    policy,
    sealedWatch: watchBucket,
    after: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
    alarm: { set: setAlarm, clear: clearAlarm },
  }
}
