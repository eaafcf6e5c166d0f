/**
 * Two stores that should hold the same items: the one in use and its mirror. A read takes the first copy that proves
 * right and repairs the other; a write counts only when it can be read back. Knows nothing of what the items mean.
 */
import { storageError, VaultError } from '../errors.ts'
import type { Store } from '../record.ts'

export type MirroredStore = { primary: Store; mirror?: Store | undefined }
export type Items = Record<string, unknown>

/** What can be read of these names. One damaged item can fail a whole read: then each is asked for by itself. */
export async function readWhatCan(store: Store, names: string[]): Promise<Items> {
  if (names.length === 0) return {}
  try {
    return await store.get(names)
  } catch {
    const found: Items = {}
    for (const name of names) {
      try {
        Object.assign(found, await store.get(name))
      } catch {
        // This one is lost here; the caller looks at the other copy.
      }
    }
    return found
  }
}

/** All names, or undefined when the store cannot even tell those. */
export async function namesIn(store: Store | undefined): Promise<string[] | undefined> {
  if (!store) return []
  try {
    return store.names ? await store.names() : Object.keys(await store.get(null))
  } catch {
    return undefined
  }
}

export const bothStores = (stores: MirroredStore): Store[] => [
  stores.primary,
  ...(stores.mirror ? [stores.mirror] : []),
]

/** The names that begin so, in either store. */
export async function namesInEither(stores: MirroredStore, prefix: string): Promise<string[]> {
  const found = new Set<string>()
  for (const store of bothStores(stores))
    for (const name of (await namesIn(store)) ?? []) if (name.startsWith(prefix)) found.add(name)
  return [...found]
}

/** The same JSON, in whatever order the fields come: `storage.local` gives objects back with their fields sorted. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other)
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every(name => sameJson((one as Items)[name], (other as Items)[name]))
}

/** Sets, then reads back. Throws `storage_full` or `storage_failed`; what was there under other names is untouched. */
export async function writeProven(store: Store, items: Items): Promise<void> {
  const names = Object.keys(items)
  if (names.length === 0) return
  let back: Items
  try {
    await store.set(items)
    back = await store.get(names)
  } catch (thrown) {
    throw storageError(thrown)
  }
  for (const name of names) if (!sameJson(back[name], items[name])) throw new VaultError('storage_failed')
}

/** Removes where it can: what stays is swept at the next look through everything. */
export async function removeWhatCan(store: Store, names: string[]): Promise<void> {
  if (names.length > 0) await store.remove(names).catch(() => undefined)
}

/**
 * The value of each name as `check` reads it, from the first copy that `check` accepts. What only the mirror had right is
 * written back to the primary; `onRepair` is called with how many those were.
 */
export async function readProven<T>(
  stores: MirroredStore,
  names: string[],
  check: (name: string, value: unknown) => Promise<T | undefined>,
  onRepair: (count: number) => void,
): Promise<Map<string, T>> {
  const good = new Map<string, T>()
  const take = async (items: Items, wanted: string[]) => {
    await Promise.all(
      wanted.map(async name => {
        const value = items[name] === undefined ? undefined : await check(name, items[name])
        if (value !== undefined) good.set(name, value)
      }),
    )
  }
  await take(await readWhatCan(stores.primary, names), names)
  const missing = names.filter(name => !good.has(name))
  if (missing.length === 0 || !stores.mirror) return good
  const second = await readWhatCan(stores.mirror, missing)
  await take(second, missing)
  const repaired = Object.fromEntries(
    missing.filter(name => good.has(name)).map(name => [name, second[name]]),
  )
  const count = Object.keys(repaired).length
  if (count > 0) {
    onRepair(count)
    await stores.primary.set(repaired).catch(() => undefined)
  }
  return good
}
