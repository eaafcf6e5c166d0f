/** The worker's composition root: registers every listener in its first turn, and wires the keepers together. */
import { listenToAlarms } from '../extension/alarms.ts'
import { onInstalled } from '../extension/lifecycle.ts'
import { receive } from '../extension/receive.ts'
import { closeStorageToPages } from '../extension/storage.ts'
import { injectIntoOpenTabs, openOwnPage } from '../extension/tabs.ts'
import { setBadge } from '../extension/toolbar.ts'
import { wireCapture, wireCopy } from './copy-wiring.ts'
import { startTourKeeper } from './tour-wiring.ts'
import { wireVault } from './vault-wiring.ts'

const storageClosed = closeStorageToPages()

const vault = wireVault()

const tour = startTourKeeper(() => undefined)

const copy = wireCopy(vault.keeper, seconds => {
  void setBadge(seconds === null ? '' : String(seconds), '#5b4fc7', 'Keyway')
})
const capture = wireCapture(vault.keeper, {
  test: () => undefined,
  captured: id => void tour.captured(id),
  saved: id => void tour.saved(id),
})

receive({ ...vault.handlers, ...tour.handlers, ...copy.handlers, ...capture.handlers })
listenToAlarms()
storageClosed.then(async () => {
  await vault.start()
  await copy.resume()
})

onInstalled(async reason => {
  await storageClosed
  await injectIntoOpenTabs()
  if (reason === 'install') await openOwnPage('welcome')
})
