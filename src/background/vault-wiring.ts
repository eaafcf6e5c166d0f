/** The vault keeper wired to the browser: alarms, idle time, the lock command. Call in the worker's first turn. */
import { onAlarm } from '../extension/alarms.ts'
import { onCommand, onIdle, setIdleSeconds } from '../extension/lifecycle.ts'
import { followLocal, getSettings } from '../extension/storage.ts'
import { defaultSettings } from '../extension/storage-keys.ts'
import { freshProof, vaultHandlers } from './vault-handlers.ts'
import { createVaultKeeper, lockAlarm, purgeAlarm } from './vault-keeper.ts'
import { securityHandlers } from './vault-security.ts'
import { transferHandlers } from './vault-transfer.ts'
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
    mayStayOpen: async () => ((await keeper.status()) === 'none' ? undefined : freshProof(effects)),
    /** Once storage is closed to pages. */
    start: async () => {
      await keeper.start()
      await follow()
    },
  }
}
