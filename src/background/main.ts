/** The worker's composition root: registers every listener in its first turn, and wires the keepers together. */
import { listenToAlarms } from '../extension/alarms.ts'
import { onInstalled } from '../extension/lifecycle.ts'
import { receive } from '../extension/receive.ts'
import { closeStorageToPages } from '../extension/storage.ts'
import { injectIntoOpenTabs, openOwnPage } from '../extension/tabs.ts'
import { startTourKeeper } from './tour-wiring.ts'
import { wireVault } from './vault-wiring.ts'

const storageClosed = closeStorageToPages()

const vault = wireVault()

const tour = startTourKeeper(() => undefined)

receive({ ...vault.handlers, ...tour.handlers })
listenToAlarms()
storageClosed.then(vault.start)

onInstalled(async reason => {
  await storageClosed
  await injectIntoOpenTabs()
  if (reason === 'install') await openOwnPage('welcome')
})
