/** The clipboard in Firefox's event page: the real copy service, its real task, and a document that takes what it is given. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type CopyService, copyAlarm, createCopyService } from '../../src/features/copy/worker/service.ts'
import type { Handlers } from '../../src/protocol/messages.ts'
import type { LocalItems, SessionItems } from '../../src/protocol/storage-keys.ts'
import { items, passphrase } from '../features/copy/copy-world.ts'

const seconds = 30
const secrets: Record<string, string> = { k1: 'sk-proj-first-0001', k2: 'sk-proj-second-0002' }
let clipboard = ''
const session = items<SessionItems>()
const local = items<LocalItems>()
const alarms = new Map<string, number>()

/** What Firefox's background document does with `execCommand`. */
function documentOfEventPage() {
  const heard = new EventTarget()
  return {
    addEventListener: heard.addEventListener.bind(heard),
    body: { append: () => undefined },
    createElement: () => ({ ...new EventTarget(), focus() {}, remove() {}, addEventListener() {} }),
    execCommand(command: string) {
      // It may not be read.
      if (command === 'paste') return false
      const event = new Event(command)
      Object.assign(event, {
        clipboardData: {
          setData: (_: string, text: string) => {
            clipboard = text
          },
        },
      })
      return heard.dispatchEvent(event) || true
    },
  }
}

/** A life of the event page: modules afresh, storage and clipboard as they were. */
async function startEventPage(): Promise<CopyService> {
  vi.resetModules()
  const { openOffscreen, closeOffscreen } = await import('../../src/entries/offscreen/in-event-page.ts')
  const { receive } = await import('../../src/platform/firefox/receive-here.ts')
  let ids = 0
  const service = createCopyService({
    now: Date.now,
    random: bytes => crypto.getRandomValues(new Uint8Array(bytes)),
    newId: () => `${Date.now()} ${++ids}`,
    after: milliseconds => new Promise(done => setTimeout(done, milliseconds)),
    session,
    local,
    vault: {
      read: async id => ({
        id,
        provider: 'openai',
        label: id,
        lastFour: '',
        createdAt: 0,
        secret: secrets[id] ?? '',
      }),
      proves: async proof => 'passphrase' in proof && proof.passphrase === passphrase,
      noteCopied: async () => undefined,
      lastCopy: async () => undefined,
    },
    offscreen: { open: openOffscreen, close: closeOffscreen },
    alarm: {
      set: async (name, at) => void alarms.set(name, at),
      clear: async name => void alarms.delete(name),
    },
    badge: () => undefined,
    canReadClipboard: async () => false,
    clearAfterSeconds: async () => seconds,
  })
  receive(service.handlers as unknown as Handlers)
  await service.resume()
  return service
}

const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
/** Of the machine, also while the test's clock stands. */
const realTimeout = setTimeout
/** Lets a millisecond pass at a time on both clocks, until it is done: hashing takes as long as the machine is busy. */
async function settled<T>(work: Promise<T>): Promise<T> {
  let isDone = false
  void work.finally(() => {
    isDone = true
  })
  while (!isDone) {
    await new Promise(done => realTimeout(done, 1))
    await later(1)
  }
  return work
}
const copy = (service: CopyService, id: string) =>
  settled(service.handlers['screen.copy']({ id, passphrase }, { kind: 'screen', url: '' }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.stubGlobal('document', documentOfEventPage())
  vi.stubGlobal('chrome', { runtime: { onMessage: { addListener: () => undefined } } })
  clipboard = 'what was there before'
  alarms.clear()
})
afterEach(async () => {
  await session.remove('copyJob', 'copy', 'clipboardNote')
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what is copied is there until its time is over, and then nothing is', async () => {
  const service = await startEventPage()
  expect(await copy(service, 'k1')).toMatchObject({ ok: true })
  expect(clipboard).toBe(secrets.k1)
  await later(seconds * 1000 - 2_000)
  expect(clipboard).toBe(secrets.k1)
  await later(2_000)
  expect(clipboard).toBe('')
  expect(await session.get('copy')).toBeNull()
  expect(alarms.size).toBe(0)
})

test('a second copy has its whole time: the clearing of the first does not take it away', async () => {
  const service = await startEventPage()
  await copy(service, 'k1')
  await later(20_000)
  await copy(service, 'k2')
  expect(clipboard).toBe(secrets.k2)
  await later(seconds * 1000 - 2_000)
  expect(clipboard).toBe(secrets.k2)
  await later(2_000)
  expect(clipboard).toBe('')
})

test('“Clear now” clears at once, and what is copied elsewhere afterwards stays', async () => {
  const service = await startEventPage()
  await copy(service, 'k1')
  const cleared = service.handlers['screen.clearClipboard']({}, { kind: 'screen', url: '' })
  expect(await settled(cleared)).toEqual({ ok: true })
  expect(clipboard).toBe('')
  clipboard = 'a shopping list'
  await later(seconds * 2_000)
  expect(clipboard).toBe('a shopping list')
})

test('the event page ended before the time was over: the alarm wakes another one, which clears', async () => {
  await copy(await startEventPage(), 'k1')
  vi.clearAllTimers()
  const at = alarms.get(copyAlarm) ?? 0
  expect(at).toBeGreaterThan(Date.now())
  await later(at - Date.now())
  expect(clipboard).toBe(secrets.k1)
  const next = await startEventPage()
  await settled(next.clearIfOverdue())
  expect(clipboard).toBe('')
  expect(await local.get('copyLeft')).toBeUndefined()
})
