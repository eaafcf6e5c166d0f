/** What a vault that is synced keeps of it, sealed under the vault key: the sync key, and which keys were deleted since the last sync. */
import { isObject } from '../crypto/bytes.ts'
import type { Inner } from '../vault-state.ts'
import { type ItemOf, readItem, sealItem, writeItem } from './kept-item.ts'
import type { Items } from './mirrored-store.ts'

/** `key`: 32 random bytes in base64, the same on all devices of one `space`. */
export type SyncItem = { space: string; device: string; key: string; deleted: string[] }

/** A list that nobody fetches any more must not grow without end; a deletion that is forgotten brings a key back. */
const mostDeleted = 5_000

export const syncItem: ItemOf = ({ vaultId, epoch }) => ({
  name: `vault.${epoch}.sync`,
  place: ['sync', vaultId, epoch],
})

export async function readSyncItem(inner: Inner): Promise<SyncItem | undefined> {
  const item = await readItem(inner, syncItem)
  // Only this vault can have sealed it.
  return isObject(item) ? (item as SyncItem) : undefined
}

/** `null`: this vault is not synced any more. */
export const writeSyncItem = (inner: Inner, item: SyncItem | null): Promise<void> =>
  writeItem(inner, syncItem, item)

/**
 * The item with its list of deletions changed, to be written in one step with the keys: a note that stays when another secret has come
 * under its id would end that one everywhere. Empty where the list stays as it is.
 * @param removed keys that go for good
 * @param struck ids that are there again, or whose deletion is remembered elsewhere
 */
export async function withDeleted(inner: Inner, removed: string[], struck: Set<string>): Promise<Items> {
  const item = removed.length + struck.size > 0 ? await readSyncItem(inner) : undefined
  if (!item || (removed.length === 0 && !item.deleted.some(id => struck.has(id)))) return {}
  const deleted = [...item.deleted.filter(id => !struck.has(id)), ...removed].slice(-mostDeleted)
  return sealItem(inner.scope, syncItem, { ...item, deleted }, inner.random)
}
