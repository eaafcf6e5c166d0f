/**
 * The vault's second copy: the same items in IndexedDB, which rots independently of `storage.local`. Ciphertext only.
 * Opened anew after any failure: a database that was deleted under us comes back empty, and the vault fills it again.
 * Without the idb package: three kinds of request are not worth its kilobyte in every start of the worker.
 */
import type { Store } from '../vault/record.ts'

const storeName = 'items'

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'))
  })

/** @param databases where it lies; the extension's own, when left out */
export function createMirror(
  name = 'keyway-mirror',
  databases: () => IDBFactory | Promise<IDBFactory> = () => indexedDB,
): Store {
  let opening: Promise<IDBDatabase> | undefined

  async function open(): Promise<IDBDatabase> {
    const request = (await databases()).open(name, 1)
    request.onupgradeneeded = () => void request.result.createObjectStore(storeName)
    return settled(request).then(database => {
      const forget = () => {
        opening = undefined
      }
      database.onversionchange = () => {
        database.close()
        forget()
      }
      database.onclose = forget
      return database
    })
  }

  async function run<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<T> | undefined,
  ): Promise<T | undefined> {
    try {
      opening ??= open()
      const transaction = (await opening).transaction(storeName, mode)
      const over = finished(transaction)
      const [result] = await Promise.all([work(transaction.objectStore(storeName)), over])
      return result
    } catch (thrown) {
      opening = undefined
      throw thrown
    }
  }
  const list = (keys: string | string[]) => (typeof keys === 'string' ? [keys] : keys)
  const namesOf = async () =>
    ((await run('readonly', store => settled(store.getAllKeys()))) ?? []).map(key => String(key))

  return {
    async get(keys) {
      const names = keys === null ? await namesOf() : list(keys)
      const values = await run('readonly', store => Promise.all(names.map(each => settled(store.get(each)))))
      return Object.fromEntries(
        names.flatMap((each, i) => (values?.[i] === undefined ? [] : [[each, values[i]]])),
      )
    },
    async set(items) {
      await run('readwrite', store => {
        for (const [each, value] of Object.entries(items)) store.put(value, each)
        return undefined
      })
    },
    async remove(keys) {
      await run('readwrite', store => {
        for (const each of list(keys)) store.delete(each)
        return undefined
      })
    },
    names: namesOf,
  }
}

/** Chrome 122; TypeScript's types do not know it (November 2026): https://developer.mozilla.org/docs/Web/API/StorageBucketManager */
type Buckets = { open(name: string): Promise<{ indexedDB: IDBFactory }>; delete(name: string): Promise<void> }

const bucket = 'watched'
const buckets = () => (navigator as unknown as { storageBuckets: Buckets }).storageBuckets
const opened = () => createMirror('watched', async () => (await buckets().open(bucket)).indexedDB)
let items = opened()

/**
 * Where what is sealed for this browser lies: a storage bucket of its own, because deleting a bucket deletes its files. What is deleted
 * from IndexedDB, or with a whole database, stays readable in its log files, keys included (Chromium 156, 2026-11-22).
 */
export const watchBucket = {
  get: (names: string | null) => items.get(names),
  set: (values: Record<string, unknown>) => items.set(values),
  /** Nothing of it is left in the profile when it resolves. */
  async drop(): Promise<void> {
    // Its connection is closed with the bucket.
    items = opened()
    await buckets().delete(bucket)
  },
}
