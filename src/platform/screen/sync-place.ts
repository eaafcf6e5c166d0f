/** By what this browser syncs, and what it remembers of it. The handle is the browser's; `memory` is sealed by the vault. */
import { openDB } from 'idb'

export type SyncPlace = {
  /** Left out: not by a folder. */
  folder?: FileSystemDirectoryHandle | undefined
  /** By the browser's own sync. Left out: not by that. */
  browser?: object | undefined
  /** When this device wrote there last, ms since the epoch. */
  browserWrittenAt?: number
  /** What the other devices call this one, and under which name it has written last. */
  name: string
  writtenName?: string
  /** The sync key, sealed for the sync code that was shown here. */
  code?: string | undefined
  /** The one of these that this computer has written or taken over last: another `code` was made here since. */
  writtenCode?: string | undefined
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
/** Is this browser one that syncs? */
export const hasSyncPlace = async (): Promise<boolean> => (await readSyncPlace()) !== undefined
export async function writeSyncPlace(place: SyncPlace): Promise<void> {
  await withStore(db => db.put(store, place, name))
  telling ??= new BroadcastChannel(database)
  telling.postMessage(null)
}
/** A channel does not hear itself, so this one only speaks. */
let telling: BroadcastChannel | undefined
/**
 * Hears, on every page, that sync was switched on.
 * @returns a function that ends it
 */
export function onSyncPlaceMade(hear: () => unknown): () => void {
  const hearing = new BroadcastChannel(database)
  hearing.onmessage = () => void hear()
  return () => hearing.close()
}
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
