/**
 * The vault's second copy: the same items in IndexedDB, which rots independently of `storage.local`. Ciphertext only.
 * Opened anew after any failure: a database that was deleted under us comes back empty, and the vault fills it again.
 */
import { type IDBPDatabase, openDB } from 'idb'
import type { Store } from '../vault/record.ts'

const storeName = 'items'

export function createMirror(name = 'keyway-mirror'): Store {
  let opening: Promise<IDBPDatabase> | undefined
  const database = () => {
    opening ??= openDB(name, 1, {
      upgrade: db => void db.createObjectStore(storeName),
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opening = undefined
      },
    })
    return opening
  }
  const run = async <T>(mode: 'readonly' | 'readwrite', work: (store: Items) => Promise<T>): Promise<T> => {
    try {
      const transaction = (await database()).transaction(storeName, mode)
      const result = await work(transaction.store as unknown as Items)
      await transaction.done
      return result
    } catch (thrown) {
      opening = undefined
      throw thrown
    }
  }
  const list = (keys: string | string[]) => (typeof keys === 'string' ? [keys] : keys)

  return {
    get: keys =>
      run('readonly', async store => {
        const names = keys === null ? ((await store.getAllKeys()) as string[]) : list(keys)
        const values = await Promise.all(names.map(each => store.get(each)))
        return Object.fromEntries(
          names.flatMap((each, i) => (values[i] === undefined ? [] : [[each, values[i]]])),
        )
      }),
    set: items =>
      run('readwrite', async store => {
        await Promise.all(Object.entries(items).map(([each, value]) => store.put(value, each)))
      }),
    remove: keys =>
      run('readwrite', async store => {
        await Promise.all(list(keys).map(each => store.delete(each)))
      }),
    names: () => run('readonly', async store => (await store.getAllKeys()) as string[]),
  }
}

/** What is used of idb's object store. */
type Items = {
  get(key: string): Promise<unknown>
  getAllKeys(): Promise<IDBValidKey[]>
  put(value: unknown, key: string): Promise<unknown>
  delete(key: string): Promise<void>
}
