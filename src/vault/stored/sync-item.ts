/** What a vault that is synced keeps of it, sealed under the vault key: the sync key, and which keys were deleted since the last sync. */
import { isObject, type Random } from '../crypto/bytes.ts'
import { open, seal } from '../crypto/seal.ts'
import type { Inner } from '../vault-state.ts'
import type { Scope } from './manifest.ts'
import { readProven, removeWhatCan, writeProven } from './mirrored-store.ts'

/** `key`: 32 random bytes in base64, the same on all devices of one `space`. */
export type SyncItem = { space: string; device: string; key: string; deleted: string[] }

/** A list that nobody fetches any more must not grow without end; a deletion that is forgotten brings a key back. */
const mostDeleted = 5_000

export const syncItemName = ({ epoch }: Pick<Scope, 'epoch'>) => `vault.${epoch}.sync`
const place = ({ vaultId, epoch }: Scope) => ['sync', vaultId, epoch] as const

export const sealSyncItem = (scope: Scope, item: SyncItem, random: Random) =>
  seal(scope.keys.manifest, place(scope), item, random)

export async function readSyncItem({ stores, scope }: Inner): Promise<SyncItem | undefined> {
  const name = syncItemName(scope)
  const check = (_: string, sealed: unknown) => open(scope.keys.manifest, place(scope), sealed)
  const item = (await readProven(stores, [name], check, () => undefined)).get(name)
  // Only this vault can have sealed it.
  return isObject(item) ? (item as SyncItem) : undefined
}

/** `null`: this vault is not synced any more. */
export async function writeSyncItem(inner: Inner, item: SyncItem | null): Promise<void> {
  const { primary, mirror } = inner.stores
  const name = syncItemName(inner.scope)
  // The mirror first: what it keeps would come back from there.
  if (!item) {
    await mirror?.remove(name)
    return primary.remove(name)
  }
  const items = { [name]: await sealSyncItem(inner.scope, item, inner.random) }
  await writeProven(primary, items)
  // Where the mirror refuses, an older one must not speak for it later.
  await mirror?.set(items).catch(() => mirror && removeWhatCan(mirror, [name]))
}

/** Called before they are removed. */
export async function noteDeleted(inner: Inner, ids: string[]): Promise<void> {
  const item = await readSyncItem(inner)
  if (item) await writeSyncItem(inner, { ...item, deleted: [...item.deleted, ...ids].slice(-mostDeleted) })
}
