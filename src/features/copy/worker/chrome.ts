/** The copy service’s real ports: Chrome's storage, alarms, toolbar and offscreen document. */
import { clearAlarm, setAlarm } from '../../../platform/alarms.ts'
import { closeOffscreen, openOffscreen } from '../../../platform/offscreen.ts'
import { granted } from '../../../platform/permissions.ts'
import { sessionItems } from '../../../platform/session.ts'
import { localItems } from '../../../platform/storage.ts'
import type { Settings } from '../../../protocol/storage-keys.ts'
import type { CopyPorts } from './ports.ts'

/** @param badge shows the seconds left on the toolbar button; null puts back what was there */
export function copyPorts(
  vault: CopyPorts['vault'],
  settings: () => Promise<Settings>,
  badge: (seconds: number | null) => void,
): CopyPorts {
  return {
    now: Date.now,
    random: bytes => crypto.getRandomValues(new Uint8Array(bytes)),
    newId: () => crypto.randomUUID(),
    after: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
    session: sessionItems,
    local: localItems,
    vault,
    offscreen: { open: openOffscreen, close: closeOffscreen },
    alarm: { set: setAlarm, clear: clearAlarm },
    badge: countdown(badge),
    canReadClipboard: () => granted({ permissions: ['clipboardRead'] }),
    clearAfterSeconds: async () => (await settings()).clearAfterSeconds,
  }
}

/** Once a second while the worker lives; one that is started anew goes on from the published time. */
function countdown(badge: (seconds: number | null) => void): (until: number | null) => void {
  let ticking: ReturnType<typeof setInterval> | undefined
  return until => {
    clearInterval(ticking)
    const show = () => badge(until === null ? null : Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    show()
    if (until !== null) ticking = setInterval(show, 1000)
  }
}
