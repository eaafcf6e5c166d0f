/**
 * The worker's services that a page can speak to, put together as the worker does it, over a vault in memory: what an attack by messages
 * changes is seen in all of them. What the world outside is asked for is noted.
 */
import { recogniseBare } from '../../src/features/capture/core/judge-paste.ts'
import { createCaptureService } from '../../src/features/capture/worker/service.ts'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { pageWords } from '../../src/features/guide/core/page-words.ts'
import { createGuideService } from '../../src/features/guide/worker/service.ts'
import { lockAlarm, proofAlarm } from '../../src/features/lock/core/times.ts'
import { vaultHandlers } from '../../src/features/lock/worker/handlers.ts'
import { vaultForCapture } from '../../src/features/lock/worker/vault-for-services.ts'
import { createSettings } from '../../src/features/settings/worker/service.ts'
import type { Guide } from '../../src/guides/guide.ts'
import { accept } from '../../src/protocol/accept.ts'
import type { RequestName, Sender } from '../../src/protocol/messages.ts'
import { keysPage } from '../features/guide/guide-world.ts'
import { lockWorld } from '../features/lock/lock-world.ts'
import { own, senders } from '../protocol/sender-cases.ts'

export const screen: Sender = {
  kind: 'screen',
  url: 'chrome-extension://k/src/entries/panel/panel.html',
}
const minute = 60_000

/** @param guideOf the guides that there are */
export function workerWorld(guideOf: (id: string) => Guide | null) {
  const world = lockWorld()
  const { session, local, clock, events } = world
  let vault = world.newWorker()
  const settings = createSettings(local)
  const asked = { tabs: [] as number[], tests: [] as number[], shown: [] as unknown[] }
  /** What the page's content script answers when it is asked for its key. */
  const page = { answer: { none: true } as unknown }
  let ids = 0
  const newCapture = () =>
    createCaptureService({
      now: () => clock.now,
      random: bytes => crypto.getRandomValues(new Uint8Array(bytes)),
      newId: () => `c${++ids}`,
      session,
      recognise: recogniseBare,
      openPanel: () => undefined,
      platformTab: async tabId => ({ tabId, url: keysPage }),
      activePlatformTab: async () => ({ tabId: 1, url: keysPage }),
      askPage: async () => structuredClone(page.answer) as never,
      vault: vaultForCapture(vault),
      tell: events.tell,
    })
  let capture = newCapture()
  const tab = () => void asked.tabs.push(clock.now)
  const tour = createGuideService({
    now: () => clock.now,
    readGuide: async id => guideOf(id),
    readCardWords: async () => ({ ...cardWords, direction: 'ltr', style: '', pageWords }),
    local,
    session,
    changeSettings: settings.change,
    push: (_, view) => void asked.shown.push(view),
    platformTabs: async () => [{ tabId: 1, url: keysPage }],
    activePlatformTab: async () => ({ tabId: 1, url: keysPage }),
    frontWindow: async () => 1,
    askForShowMe: () => undefined,
    loadTaught: async () => undefined,
    openPanel: () => undefined,
    goTo: () => undefined,
    openTab: tab,
    showTab: () => undefined,
    openScreen: tab,
    takeKey: () => capture.takeShown(),
    fixGuideOf: async () => undefined,
    test: () => void asked.tests.push(clock.now),
    askRights: async () => {
      asked.tests.push(clock.now)
      return { ok: true }
    },
  })
  events.on('unlocked', () => capture.unlocked())
  events.on('locked', () => capture.locked())
  events.on('keySaved', () => void asked.tests.push(clock.now))
  events.on('keySaved', tour.saved)
  events.on('unlocked', tour.unlocked)
  events.on('keyCaptured', tour.captured)
  events.on(['vaultShown', 'keysShown', 'waitingKeysChanged'], tour.worldChanged)
  const handlers = {
    ...tour.handlers,
    ...capture.handlers,
    ...vaultHandlers(vault, world.ports),
  } as unknown as Partial<Record<RequestName, (payload: unknown, sender: Sender) => Promise<unknown>>>

  return {
    ...world,
    vault,
    asked,
    page,
    pressNotification: tour.startFromNotification,
    /** The worker died; these are the next one's. */
    restart: () => {
      vault = world.newWorker()
      capture = newCapture()
      return { vault, capture }
    },
    /** A message of the content script, as the worker's listener takes it; undefined: it was not heard. */
    fromPage: async (name: string, payload: unknown): Promise<unknown> => {
      const accepted = accept({ name, payload }, senders['content script'][0] ?? {}, own)
      return accepted && handlers[accepted.name]?.(accepted.payload, accepted.sender)
    },
    /** The same handlers, as if a screen of ours had asked. */
    fromScreen: async (name: RequestName, payload: unknown): Promise<unknown> =>
      handlers[name]?.(payload, screen),
    /** Alarms ring when their time comes, a minute at a time. */
    pass: async (time: number): Promise<void> => {
      for (const end = clock.now + time; clock.now < end; ) {
        clock.now = Math.min(end, clock.now + minute)
        for (const [name, at] of [...world.alarms]) {
          if (at > clock.now) continue
          world.alarms.delete(name)
          if (name === lockAlarm) await vault.lockIfDue()
          if (name === proofAlarm) await vault.forgetProofs()
        }
      }
    },
  }
}
