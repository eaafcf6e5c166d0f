/**
 * The local area in a database of the extension's own: the same questions as `storage.local`, several items written in one step, and every
 * page of the extension hears of a change.
 */
import { createMirror } from '../mirror.ts'

type Changes = Record<string, { newValue?: unknown }>
type Listener = (changes: Changes) => void

/** @param databases where it lies; the extension's own, when left out */
export function createLocalArea(name = 'keyway-local', databases?: () => IDBFactory) {
  const items = createMirror(name, databases)
  const listeners = new Set<Listener>()
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }) => hear(data as Changes)

  function hear(changes: Changes): void {
    for (const listener of [...listeners]) listener(changes)
  }

  /** A channel does not hear itself. */
  function tell(changes: Changes): void {
    channel.postMessage(changes)
    hear(changes)
  }

  return {
    get: (keys: string | string[] | null) => items.get(keys),
    async set(values: Record<string, unknown>): Promise<void> {
      await items.set(values)
      tell(Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])))
    },
    async remove(keys: string | string[]): Promise<void> {
      await items.remove(keys)
      tell(Object.fromEntries([keys].flat().map(key => [key, {}])))
    },
    getKeys: () => items.names(),
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  }
}
