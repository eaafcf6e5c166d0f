/** The worker's composition root: registers every listener in its first turn, and wires the keepers together. */

import { startTourKeeper } from '../../features/guide/worker/chrome.ts'
import { wireHealth } from '../../features/health/worker/chrome.ts'
import { readVerdictTexts } from '../../features/health/worker/verdict-texts-file.ts'
import { createSettings, settingsHandlers } from '../../features/settings/worker/service.ts'
import { adminHandlers } from '../../features/usage/worker/handlers.ts'
import { listenToAlarms } from '../../platform/alarms.ts'
import { onInstalled, wakeWithBrowser } from '../../platform/lifecycle.ts'
import { receive } from '../../platform/receive.ts'
import { getSession } from '../../platform/session.ts'
import { closeStorageToPages, localItems } from '../../platform/storage.ts'
import { openOwnPage, registerContentScript } from '../../platform/tabs.ts'
import { setBadge } from '../../platform/toolbar.ts'
import { createBadge } from './badge.ts'
import { wireCapture } from './start-capture.ts'
import { wireCopy } from './start-copy.ts'
import { wireVault } from './start-lock.ts'

const storageClosed = closeStorageToPages()
const scriptRegistered = storageClosed.then(registerContentScript)

const vault = wireVault()

const settings = createSettings(localItems, () => getSession('protectedSettings'))
const asScreen = { kind: 'screen', url: '' } as const
const badge = createBadge((...shown) => void setBadge(...shown))
const health = wireHealth(vault.keeper, badge, (...begun) => tour.startFromNotification(...begun))
const tour = startTourKeeper({
  test: (id, dead) =>
    void (dead ? health.handlers['screen.proveDead']({ id }, asScreen) : health.keeper.test(id)),
  askRights: id => health.handlers['screen.capabilities']({ id }, asScreen),
  mendOf: async ({ verdict, ...key }) => verdict && (await readVerdictTexts())(verdict, key).guide,
  changeSettings: settings.change,
  takeKey: async () => capture.handlers['screen.takeKey']({}, asScreen),
})

const copy = wireCopy(vault.keeper, badge.countdown)
const capture = wireCapture(vault.keeper, {
  test: id => void health.keeper.test(id),
  captured: id => void tour.captured(id),
  saved: id => void tour.saved(id),
})

const published = storageClosed.then(async () => {
  await vault.start()
  await copy.resume()
  await health.start()
})

receive({
  ...vault.handlers,
  ...tour.handlers,
  ...copy.handlers,
  ...capture.handlers,
  ...health.handlers,
  ...settingsHandlers(settings, published, vault.mayStayOpen, vault.keeper.changeSettings),
  ...adminHandlers({
    fetch: (url, init) => fetch(url, init),
    online: () => navigator.onLine,
    read: vault.keeper.read,
    keep: (secret, label, project) => capture.made(secret, { label, project }),
  }),
})
listenToAlarms()
// A key that is still on the clipboard is cleared, and the badge says that nobody is watching.
wakeWithBrowser()

onInstalled(async reason => {
  await scriptRegistered
  if (reason === 'install') await openOwnPage('welcome')
})
