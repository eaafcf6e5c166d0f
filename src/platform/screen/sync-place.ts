/** By what this browser syncs, and what it remembers of it. The handle is the browser's; `memory` is sealed by the vault. */
import { openDB } from 'idb'

export type SyncPlace = {
  /** Left out: not by a folder. */
  folder?: FileSystemDirectoryHandle | undefined
  /** By the browser's own sync. Left out: not by that. */
  browser?:
    | {
        /** When this device wrote there last, ms since the epoch. */
        writtenAt?: number
      }
    | undefined
  /** What the other devices call this one. */
  name: string
  /** The sync key, sealed for the sync code that was shown here. */
  code?: string
  /** Sealed. */
  memory?: string
  /** SHA-256 of this device's file in the folder as it was written last, in hex. */
  written?: string | undefined
}

const [database, store, name] = ['keyway-sync', 'place', 'here']

async function withStore<T>(work: (db: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const db = await openDB(database, 1, { upgrade: made => void made.createObjectStore(store) })
  return work(db).finally(() => db.close())
}

export const readSyncPlace = (): Promise<SyncPlace | undefined> => withStore(db => db.get(store, name))
export const writeSyncPlace = (place: SyncPlace): Promise<unknown> =>
  withStore(db => db.put(store, place, name))
/** In one step, whoever else changes it. A place that was forgotten meanwhile stays so. */
export const changeSyncPlace = (more: Partial<SyncPlace>): Promise<SyncPlace | undefined> =>
  withStore(async db => {
    const { store: items, done } = db.transaction(store, 'readwrite')
    const before: SyncPlace | undefined = await items.get(name)
    const place = before && { ...before, ...more }
    if (place) await items.put(place, name)
    await done
    return place
  })
export const forgetSyncPlace = (): Promise<void> => withStore(db => db.delete(store, name))
