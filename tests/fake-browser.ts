/** The browser's extension API as a screen sees it, in memory: what unit tests get for `webextension-polyfill`. */

type Changes = Record<string, { newValue?: unknown }>
type Listener = (changes: Changes) => void

function area() {
  const all: Record<string, unknown> = {}
  const listeners = new Set<Listener>()
  const tell = (changes: Changes) => {
    for (const listener of [...listeners]) listener(changes)
  }
  return {
    all,
    listeners,
    get: async (names: string | string[]) =>
      structuredClone(Object.fromEntries([names].flat().map(name => [name, all[name]]))),
    async set(items: Record<string, unknown>) {
      Object.assign(all, structuredClone(items))
      tell(Object.fromEntries(Object.entries(items).map(([name, newValue]) => [name, { newValue }])))
    },
    async remove(names: string | string[]) {
      for (const name of [names].flat()) delete all[name]
      tell(Object.fromEntries([names].flat().map(name => [name, {}])))
    },
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  }
}

export const local = area()
export const session = area()
export const sync = area()
/** What the browser lets the extension contact, as match patterns. */
export const granted = { origins: ['https://api.openai.com/*'] }
/** What screens sent, and what the worker answers. */
export const worker = {
  sent: [] as { name: string; payload: unknown }[],
  answer: (_name: string, _payload: unknown): unknown => ({ ok: true }),
}

/** What lists ask for by themselves holds nothing, unless a test says what. */
const usual: Record<string, object> = { 'screen.months': { months: [] }, 'screen.history': { entries: [] } }

const event = { addListener: () => {}, removeListener: () => {} }

/** An event that never happens. */
const quiet = { addListener: () => {}, removeListener: () => {} }

export default {
  runtime: {
    id: 'keyway',
    getURL: (path: string) => `chrome-extension://keyway/${path}`,
    getManifest: () => ({ version: '0.0.0' }),
    sendMessage: async (message: { name: string; payload: unknown }) => {
      worker.sent.push(message)
      const answer = await worker.answer(message.name, message.payload)
      const isOk = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
      return isOk ? { ...usual[message.name], ...answer } : answer
    },
  },
  tabs: { query: async () => [], onActivated: event, onUpdated: event },
  permissions: {
    contains: async () => false,
    getAll: async () => granted,
    request: async () => false,
    onAdded: quiet,
    onRemoved: quiet,
  },
  windows: { getCurrent: async () => ({ id: 1 }) },
  storage: { local, session, sync },
  i18n: { getMessage: () => '' },
}
