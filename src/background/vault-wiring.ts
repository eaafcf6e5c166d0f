/** The vault keeper wired to the browser: alarms, idle time, the lock command. Call in the worker's first turn. */
import { onAlarm } from '../extension/alarms.ts'
import { onCommand, onIdle, setIdleSeconds } from '../extension/lifecycle.ts'
import { followLocal, getSettings } from '../extension/storage.ts'
import { defaultSettings } from '../extension/storage-keys.ts'
import { freshProof, vaultHandlers } from './vault-handlers.ts'
import { createVaultKeeper } from './vault-keeper.ts'
import { securityHandlers } from './vault-security.ts'
import { lockAlarm, purgeAlarm } from './vault-times.ts'
import { transferHandlers } from './vault-transfer.ts'
import { refusals } from './vault-view.ts'
import { vaultWorld } from './vault-world.ts'

export function wireVault() {
  const effects = vaultWorld()
  const keeper = createVaultKeeper(effects)
  onAlarm(lockAlarm, keeper.lockIfDue)
  onAlarm(purgeAlarm, keeper.purge)
  onCommand(command => {
    if (command === 'lock') keeper.lock()
  })
  onIdle(defaultSettings.lockAfterMinutes * 60, state => {
    if (state !== 'active') keeper.lock()
  })
  const follow = async () => setIdleSeconds((await getSettings()).lockAfterMinutes * 60)
  followLocal('settings', follow)
  return {
    keeper,
    handlers: {
      ...vaultHandlers(keeper, effects),
      ...securityHandlers(keeper, effects),
      ...transferHandlers(keeper, effects),
    },
    /** Asked before it locks later than now. */
    mayStayOpen: async () => {
      const is = await keeper.status()
      if (is === 'none') return
      return is === 'unlocked' ? freshProof(effects) : refusals[is]
    },
    /** Once storage is closed to pages. */
    start: async () => {
      await keeper.start()
      await follow()
    },
  }
}
