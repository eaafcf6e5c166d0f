/**
 * The worker's composition root: registers every listener in its first turn, hands each service the others' functions, and says
 * who hears of what.
 */

import { createActivityLog } from '../../features/activity/worker/activity-log.ts'
import { activityHandlers, noting } from '../../features/activity/worker/handlers.ts'
import { recogniseBare } from '../../features/capture/core/judge-paste.ts'
import { capturePorts } from '../../features/capture/worker/chrome.ts'
import { createCaptureService } from '../../features/capture/worker/service.ts'
import { copyPorts } from '../../features/copy/worker/chrome.ts'
import { copyAlarm, createCopyService } from '../../features/copy/worker/service.ts'
import { startGuideService } from '../../features/guide/worker/chrome.ts'
import { vaultForHealth, wireHealth } from '../../features/health/worker/chrome.ts'
import { answerReader } from '../../features/health/worker/read-answer-rules.ts'
import { readVerdictTexts } from '../../features/health/worker/read-verdict-texts.ts'
import { vaultForCapture, vaultForCopy } from '../../features/lock/worker/vault-for-services.ts'
import { organizationHandlers } from '../../features/organization/worker/handlers.ts'
import { opensWelcome, refuseLooser, refuseProvider, tighten } from '../../features/policy/core/policy.ts'
import { createPolicyService } from '../../features/policy/worker/service.ts'
import { createWaitWatch, replacementsName, waitAlarm } from '../../features/rotation/worker/wait-watch.ts'
import { createSettings, settingsHandlers } from '../../features/settings/worker/service.ts'
import { costAlarm, costsName, createCostWatch } from '../../features/usage/worker/cost-watch.ts'
import { type AdminPorts, adminHandlers } from '../../features/usage/worker/handlers.ts'
import { listenToAlarms, onAlarm, setAlarm } from '../../platform/alarms.ts'
import { onInstalled, wakeWithBrowser } from '../../platform/lifecycle.ts'
import { receive } from '../../platform/receive.ts'
import { getSession, sessionItems } from '../../platform/session.ts'
import { closeStorageToPages, getManaged, localItems, onManagedChanged } from '../../platform/storage.ts'
import { openOwnPage, registerContentScript } from '../../platform/tabs.ts'
import { notify, onNotificationClicked, setBadge } from '../../platform/toolbar.ts'
import { createWorkerEvents } from '../../platform/worker-events.ts'
import { isFailure } from '../../protocol/failure.ts'
import type { Handlers } from '../../protocol/messages.ts'
import { createBadge } from './badge.ts'
import { wireVault } from './start-lock.ts'

const storageClosed = closeStorageToPages()
const scriptRegistered = storageClosed.then(registerContentScript)

const events = createWorkerEvents()
const { tell } = events
const policy = createPolicyService(getManaged, async reading => {
  await sessionItems.set('policy', reading)
  await vault.service.followPolicy()
  await vault.followIdle()
  health.wake()
})
onManagedChanged(policy.refresh)
const settings = createSettings(
  localItems,
  () => getSession('protectedSettings'),
  all => tighten(all, policy.known()),
)
const badge = createBadge((...shown) => void setBadge(...shown))
const vault = wireVault(settings.read, tell, policy)
const health = wireHealth(
  vault.service,
  {
    settings: settings.read,
    attention: badge.attention,
    tell,
    openGuide: (...begun) => tour.startFromNotification(...begun),
  },
  policy,
)
const tour = startGuideService({
  test: (id, revoked) => void (revoked ? health.confirmRevoked(id) : health.test(id)),
  askRights: health.askPermissions,
  fixGuideOf: async ({ verdict, ...key }) => verdict && (await readVerdictTexts())(verdict, key).guide,
  changeSettings: settings.change,
  takeKey: async () => capture.takeShown(),
})
const copy = createCopyService(copyPorts(vaultForCopy(vault.service), settings.read, badge.countdown))
/** As the last check of this session of the browser told it. */
const clockAhead = async () => (await getSession('health'))?.clockAhead
const activity = createActivityLog({
  now: Date.now,
  session: sessionItems,
  withVault: vault.service.withVault,
  labelOf: async id => (await vault.service.rows())?.find(row => row.id === id)?.label,
  // One that is older may be of before the clock was changed.
  async clockAhead() {
    const health = await getSession('health')
    return Date.now() - (health?.clockToldAt ?? 0) < 86_400_000 ? health?.clockAhead : undefined
  },
})
const capture = createCaptureService(
  capturePorts({ vault: vaultForCapture(vault.service), recognise: recogniseBare, tell }),
)

const adminBy = (read: AdminPorts['read']) =>
  adminHandlers({
    fetch: (url, init) => fetch(url, init),
    online: () => navigator.onLine,
    reader: answerReader,
    read,
    changeHistory: health.changeHistory,
    keep: (secret, label, project) => capture.made(secret, { label, project }),
  })
const unattended = {
  now: Date.now,
  ask: (id: string, path: string) =>
    adminBy(vaultForHealth(vault.service, policy).read)['screen.admin'](
      { id, method: 'GET', path },
      { kind: 'screen', url: '' },
    ),
  withVault: vault.service.withVault,
  setAlarm,
  notify,
}
const waits = createWaitWatch({
  ...unattended,
  clockAhead,
  inTurn: (lock, work) => navigator.locks.request(lock, work),
})
const costs = createCostWatch({
  ...unattended,
  held: async () => new Set((await vault.service.rows())?.flatMap(row => row.trackingId ?? [])),
})

// Who hears of what.
for (const service of [health, copy, capture]) {
  events.on('unlocked', service.unlocked)
  events.on('locked', service.locked)
}
events.on('unlocked', activity.unlocked)
events.on('vaultShown', badge.vault)
events.on('keysShown', health.listed)
events.on('protectedSettingsChanged', vault.followIdle)
events.on('keySaved', health.test)
events.on('keySaved', tour.saved)
events.on('unlocked', tour.unlocked)
events.on('keyCaptured', tour.captured)
events.on(['vaultShown', 'keysShown', 'waitingKeysChanged', 'permissionsAnswered'], tour.worldChanged)
onAlarm(copyAlarm, copy.clearIfOverdue)
onAlarm(costAlarm, costs.look)
onAlarm(waitAlarm, waits.look)
events.on('unlocked', costs.look)
events.on('unlocked', waits.look)
onNotificationClicked(id => {
  if (id.startsWith('page:')) openOwnPage('dashboard', `#${id.slice(5)}`)
})

const published = storageClosed.then(async () => {
  await vault.start()
  await copy.resume()
  await health.start()
  // Not waited for: a browser that has just started takes seconds to say what the organization allows.
  void vault.resumeWatching().then(isWatching => {
    if (isWatching) return health.start()
  })
})

const handlers: Handlers = {
  ...vault.handlers,
  ...tour.handlers,
  ...copy.handlers,
  ...capture.handlers,
  ...health.handlers,
  ...settingsHandlers(settings, published, vault.mayStayOpen, vault.service.changeSettings, async patch =>
    refuseLooser(patch, await policy.read()),
  ),
  ...organizationHandlers(vault.service, Date.now, name => {
    if (name === costsName) void costs.look()
    if (name === replacementsName) void waits.look()
  }),
  ...activityHandlers(activity),
  ...adminBy(async id => {
    const key = await vault.service.read(id)
    return isFailure(key) ? key : (refuseProvider(key, await policy.read()) ?? key)
  }),
}
receive(noting(handlers, activity))
listenToAlarms()
// A key that is still on the clipboard is cleared, and the badge says that nobody is watching.
wakeWithBrowser()

onInstalled(async reason => {
  await scriptRegistered
  // The browser tells an organization's policy to an extension that was just installed only a moment after that has started. Where the
  // moment is longer, the page that opens here closes itself.
  if (opensWelcome(reason, await policy.read())) await new Promise(done => setTimeout(done, 500))
  if (opensWelcome(reason, await policy.read())) await openOwnPage('welcome', '#installed')
})
