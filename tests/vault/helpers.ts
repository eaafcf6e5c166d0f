/** Stores and a fast passphrase function for the vault's tests. */
import { createHash } from 'node:crypto'
import type { Kdf } from '../../src/vault/crypto/kdf.ts'
import type { Store } from '../../src/vault/record.ts'

/** Depends on everything the real one depends on; takes microseconds. Storage still holds the real costs. */
export const fastKdf: Kdf = async (passphrase, salt, cost) =>
  createHash('sha256')
    .update(passphrase)
    .update(salt)
    .update(JSON.stringify([cost.memoryKiB, cost.iterations, cost.parallelism]))
    .digest()

export const passphrase = 'lagoon unhappy trombone pebble'

/** Chrome's storage gives objects back with their fields in alphabetical order. */
const sorted = (_: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** A store over a Map that keeps JSON, as the browser does. */
export function memoryStore(items = new Map<string, string>()) {
  const list = (keys: string | string[] | null) =>
    keys === null ? [...items.keys()] : typeof keys === 'string' ? [keys] : keys
  const store: Store = {
    get: async keys => {
      const found: Record<string, unknown> = {}
      for (const key of list(keys)) {
        const text = items.get(key)
        if (text !== undefined) found[key] = JSON.parse(text, sorted)
      }
      return found
    },
    set: async values => {
      for (const [key, value] of Object.entries(values)) items.set(key, JSON.stringify(value))
    },
    remove: async keys => {
      for (const key of list(keys)) items.delete(key)
    },
  }
  return { ...store, items }
}

/** The same numbers each time: a counter through SHA-256. */
export function seededRandom(seed: string) {
  let count = 0
  return (length: number): Uint8Array => {
    const bytes: number[] = []
    while (bytes.length < length) bytes.push(...createHash('sha256').update(`${seed} ${count++}`).digest())
    return Uint8Array.from(bytes.slice(0, length))
  }
}

export const testSecret = (n: number | string) =>
  `sk-proj-${`test${n}`.padEnd(60, 'x')}T3BlbkFJ${`${n}`.padStart(60, 'y')}`
