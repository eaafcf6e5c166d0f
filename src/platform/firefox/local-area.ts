/**
 * The local area in a database of the extension's own: the same questions as `storage.local`, several items written in one step, and every
 * page of the extension hears of a change once it is stored.
 */
import type { Store } from '../../vault/record.ts'
import { createMirror } from '../mirror.ts'

type Changes = Record<string, { newValue?: unknown }>
type Listener = (changes: Changes) => void

const name = 'keyway-local'

export function createLocalArea(items: Store = createMirror(name), channel = new BroadcastChannel(name)) {
  const listeners = new Set<Listener>()
  channel.onmessage = ({ data }) => hear(data as Changes)

  function hear(changes: Changes): void {
    for (const listener of [...listeners]) listener(changes)
  }

  /** A channel does not hear itself. */
  function tell(changes: Changes): void {
    channel.postMessage(changes)
    hear(structuredClone(changes))
  }

  return {
    get: (keys: string | string[] | null) => items.get(keys),
    async set(values: Record<string, unknown>): Promise<void> {
      // What no database can hold is refused before anything is written: a request that fails by itself would leave those before it.
      const copy = structuredClone(values)
      await items.set(copy)
      tell(Object.fromEntries(Object.entries(copy).map(([key, newValue]) => [key, { newValue }])))
    },
    async remove(keys: string | string[]): Promise<void> {
      await items.remove(keys)
      tell(Object.fromEntries([keys].flat().map(key => [key, {}])))
    },
    getKeys: async () => items.names?.() ?? Object.keys(await items.get(null)),
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  }
}
