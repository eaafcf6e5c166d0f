/**
 * Where what is sealed for this browser lies: a storage bucket of its own, because deleting a bucket deletes its files. What is deleted
 * from IndexedDB, or with a whole database, stays readable in its log files, keys included (Chromium 156, 2026-11-22).
 */
import { createMirror } from './mirror.ts'

/** Chrome 122; TypeScript's types do not know it (November 2026): https://developer.mozilla.org/docs/Web/API/StorageBucketManager */
type Buckets = { open(name: string): Promise<{ indexedDB: IDBFactory }>; delete(name: string): Promise<void> }

const bucket = 'watched'
const buckets = () => (navigator as unknown as { storageBuckets: Buckets }).storageBuckets
const opened = () => createMirror('watched', async () => (await buckets().open(bucket)).indexedDB)
let items = opened()

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
