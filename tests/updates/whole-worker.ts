/**
 * The whole worker of today, as src/entries/background puts it together, over storage in memory: started, asked and killed as Chrome does it.
 * What stands in for the browser is this file; nothing of the worker is replaced but its two databases.
 */
import { vi } from 'vitest'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { guides } from '../../src/guides/index.ts'
import { answerRules } from '../../src/providers/answers/answer-rules.ts'
import { entries as causeTexts } from '../../src/providers/answers/cause-texts.ts'
import { rulesAsJson } from '../../tools/rules-as-json.ts'

type Items = Record<string, unknown>
type Listener = (...given: unknown[]) => unknown
export type Answer = { ok: boolean; [name: string]: unknown }
/** Called after each write that reached a store, before the writer goes on. */
export type Watch = (local: Items, mirror: Items) => void

// Node knows no origin of a chrome-extension: address.
const base = 'https://keyway.invalid/'

/** Each life of the browser has a new one; `mirror` and `local` are what the disk keeps. */
export function browserOn(disk: { local: Items; mirror: Items }, watch: Watch = () => undefined) {
  const wrote = () => watch({ ...disk.local }, { ...disk.mirror })
  const session: Items = {}
  const listeners = new Map<string, Set<Listener>>()
  const event = (name: string) => ({
    addListener: (listener: Listener) =>
      void (listeners.get(name) ?? listeners.set(name, new Set()).get(name))?.add(listener),
    removeListener: (listener: Listener) => void listeners.get(name)?.delete(listener),
  })
  const area = (items: Items, changed = () => {}) => ({
    get: async (names: string | string[] | null = null) =>
      structuredClone(
        Object.fromEntries(
          (names === null ? Object.keys(items) : [names].flat())
            .filter(name => items[name] !== undefined)
            .map(name => [name, items[name]]),
        ),
      ),
    getKeys: async () => Object.keys(items),
    set: async (values: Items) => {
      // One after the other, as torn as it may be.
      for (const [name, value] of Object.entries(values)) {
        items[name] = structuredClone(value)
        changed()
      }
    },
    remove: async (names: string | string[]) => {
      for (const name of [names].flat()) {
        delete items[name]
        changed()
      }
    },
    setAccessLevel: async () => undefined,
    onChanged: event('storage'),
  })
  const alarms = new Map<string, number>()
  const cleared: string[] = []
  const calls: Record<string, Listener> = {
    'runtime.getURL': path => base + path,
    'runtime.getManifest': () => ({ version: '0.1.0' }),
    'i18n.getMessage': () => '',
    // Every host, and not the clipboard.
    'permissions.contains': async wanted => !Reflect.has(Object(wanted), 'permissions'),
    'tabs.query': async () => [],
    'scripting.getRegisteredContentScripts': async () => [],
    'alarms.create': async (name, info) =>
      void alarms.set(String(name), Number(Reflect.get(Object(info), 'when'))),
    'alarms.clear': async name => void alarms.delete(String(name)),
    'offscreen.hasDocument': async () => false,
    'offscreen.createDocument': async () => void offscreenDocument(),
  }
  /** Clears at once whatever it is to clear, and says so. */
  async function offscreenDocument() {
    const { task } = (await ask('offscreen.pull', {}, 'offscreen')) as { task?: { copy: string } }
    if (!task) return
    cleared.push(task.copy)
    await ask('offscreen.cleared', { copy: task.copy, outcome: 'cleared' }, 'offscreen')
  }
  const storage = {
    local: area(disk.local, wrote),
    session: area(session),
    sync: area({}),
    managed: area({}),
  }
  /** Whatever is not said above does nothing, and every event can be listened to. */
  const namespace = (path: string): unknown =>
    new Proxy(() => undefined, {
      get: (_, name) => {
        if (typeof name === 'symbol' || name === 'then') return undefined
        const full = path ? `${path}.${name}` : name
        if (full === 'storage') return storage
        if (full === 'runtime.id') return 'keyway'
        if (/^on[A-Z]/.test(name)) return event(full)
        return calls[full] ?? (path ? async () => undefined : namespace(full))
      },
    })
  const chrome = namespace('')

  const { getKeys: names, get, set, remove } = area(disk.mirror, wrote)

  const sender = (screen: string) => ({
    id: 'keyway',
    url: `${base}src/entries/${screen}/${screen}.html`,
    origin: base.slice(0, -1),
    frameId: 0,
  })
  const ask = (name: string, payload: object = {}, screen = 'dashboard'): Promise<Answer> =>
    new Promise(resolve => {
      const heard = [...(listeners.get('runtime.onMessage') ?? [])].map(listener =>
        listener({ name, payload: structuredClone(payload) }, sender(screen), resolve),
      )
      if (!heard.includes(true)) resolve({ ok: false, code: 'nobody answers', name })
    })

  return { chrome, session, alarms, cleared, ask, mirror: { names, get, set, remove } }
}

export type BrowserStandIn = ReturnType<typeof browserOn>

/** What the package holds beside the scripts, as the build writes it; the network is not there. */
export async function readPackage(input: unknown): Promise<Response> {
  const path = String(input).replace(base, '')
  if (path === 'answers.json') return new Response(rulesAsJson(answerRules))
  const guide = guides.find(({ id }) => path === `guides/${id}.json`)
  const known = path === 'card.json' ? cardWords : path === 'words.json' ? causeTexts : guide
  if (!known) throw new TypeError('Failed to fetch')
  return new Response(JSON.stringify(known))
}

/** Starts the worker in this browser, with its modules loaded anew as at each of its starts. What an earlier life still writes goes to its own browser. */
export async function startWorker({ chrome, mirror }: BrowserStandIn): Promise<void> {
  vi.resetModules()
  vi.doMock('webextension-polyfill', () => ({ default: chrome }))
  vi.doMock('../../src/platform/mirror.ts', () => ({
    createMirror: () => mirror,
    watchBucket: { get: async () => ({}), set: async () => undefined, drop: async () => undefined },
  }))
  vi.doMock('../../src/platform/forget-folders.ts', () => ({ forgetFolders: () => undefined }))
  vi.doMock('../../src/platform/vault-marker.ts', () => ({
    marker: { has: async () => true, set: async () => undefined, clear: async () => undefined },
  }))
  vi.stubGlobal('chrome', chrome)
  vi.stubGlobal('fetch', readPackage)
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('navigator', { onLine: false, languages: ['en'] })
  await import('../../src/entries/background/main.ts')
}
