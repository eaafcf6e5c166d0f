/**
 * Firefox has no storage buckets. There a database that is deleted is deleted with its files, so what is sealed for this browser has one of
 * its own.
 */
import { createMirror } from '../mirror.ts'

export * from '../mirror.ts'

const name = 'keyway-watched'
const items = createMirror(name)

export const watchBucket = {
  get: (names: string | null) => items.get(names),
  set: (values: Record<string, unknown>) => items.set(values),
  /** Nothing of it is left in the profile when it resolves. An open connection closes by itself when it hears of this. */
  drop: () =>
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
    }),
}
