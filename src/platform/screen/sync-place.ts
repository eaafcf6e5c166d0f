/** Where this browser syncs, and what it remembers of it. The handle is the browser's; `memory` is sealed by the vault. */
import { openDB } from 'idb'

export type SyncPlace = {
  folder: FileSystemDirectoryHandle
  /** What the other devices call this one. */
  name: string
  /** The sync key, sealed for the sync code that was shown here. */
  code?: string
  /** Sealed. */
  memory?: string
  /** SHA-256 of this device's file as it was written last, in hex. */
  written?: string
}

const [database, store, name] = ['keyway-sync', 'place', 'here']

async function withStore<T>(work: (db: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const db = await openDB(database, 1, { upgrade: made => void made.createObjectStore(store) })
  return work(db).finally(() => db.close())
}

export const readSyncPlace = (): Promise<SyncPlace | undefined> => withStore(db => db.get(store, name))
export const writeSyncPlace = (place: SyncPlace): Promise<unknown> =>
  withStore(db => db.put(store, place, name))
export const forgetSyncPlace = (): Promise<void> => withStore(db => db.delete(store, name))
