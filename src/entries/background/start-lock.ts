/** The vault service wired to the browser: alarms, idle time, the lock command. Call in the worker's first turn. */

import { refusals } from '../../features/lock/core/refusals.ts'
import { lockAlarm, proofAlarm, purgeAlarm } from '../../features/lock/core/times.ts'
import { vaultPorts } from '../../features/lock/worker/chrome.ts'
import { vaultHandlers } from '../../features/lock/worker/handlers.ts'
import { freshProof } from '../../features/lock/worker/proofs.ts'
import { resumeWatching } from '../../features/lock/worker/resume-watching.ts'
import { createVaultService } from '../../features/lock/worker/service.ts'
import { securityHandlers } from '../../features/lock/worker/unlock-ways.ts'
import type { PolicyReader } from '../../features/policy/core/policy.ts'
import { syncHandlers } from '../../features/sync/worker/handlers.ts'
import { transferHandlers } from '../../features/transfer/worker/handlers.ts'
import { onAlarm } from '../../platform/alarms.ts'
import { onCommand, onIdle, setIdleSeconds } from '../../platform/lifecycle.ts'
import type { Tell } from '../../platform/worker-events.ts'
import { defaultSettings, type Settings } from '../../protocol/storage-keys.ts'

export function wireVault(settings: () => Promise<Settings>, tell: Tell, policy: PolicyReader) {
  const ports = vaultPorts(tell, policy)
  const service = createVaultService(ports)
  onAlarm(lockAlarm, service.lockIfDue)
  onAlarm(proofAlarm, service.forgetProofs)
  onAlarm(purgeAlarm, service.purge)
  onCommand(command => {
    if (command === 'lock') service.lock()
  })
  onIdle(defaultSettings.lockAfterMinutes * 60, state => {
    if (state !== 'active') service.lock()
  })
  /** The idle time that locks is the person's own. */
  const followIdle = async () => setIdleSeconds((await settings()).lockAfterMinutes * 60)
  return {
    service,
    followIdle,
    handlers: {
      ...vaultHandlers(service, ports),
      ...securityHandlers(service, ports),
      ...transferHandlers(service, ports),
      ...syncHandlers(service, ports, () => freshProof(ports)),
    },
    /** Asked before it locks later than now. */
    mayStayOpen: async () => {
      const is = await service.status()
      if (is === 'none') return
      return is === 'unlocked' ? freshProof(ports) : refusals[is]
    },
    resumeWatching: () => resumeWatching(service, ports),
    /** Once storage is closed to pages. */
    start: async () => {
      await service.start()
      await followIdle()
    },
  }
}
