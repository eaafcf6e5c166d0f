/**
 * What a vault keeps beside its keys: each thing one item of its own, sealed under the vault key, in both stores. Items are few and may be large;
 * no key is among them.
 */
import { isObject, type Random } from '../crypto/bytes.ts'
import { open, type Place, seal } from '../crypto/seal.ts'
import { VaultError } from '../errors.ts'
import type { Inner } from '../vault-state.ts'
import type { Scope } from './manifest.ts'
import { type Items, namesInEither, readProven, removeWhatCan, writeProven } from './mirrored-store.ts'
import { keptPrefix } from './names.ts'

/** Where an item lies in the vault of this scope, and what binds it to that. */
export type ItemOf = (scope: Scope) => { name: string; place: Place }

/** @param name as in `vault.<epoch>.kept.<name>` */
export const keptItem =
  (name: string): ItemOf =>
  ({ vaultId, epoch }) => ({ name: `${keptPrefix(epoch)}${name}`, place: ['kept', vaultId, epoch, name] })

/**
 * The form of all of them, sealed with each as `{ version, value }`; what was sealed before 2026-11-23 has none, and is of the first. Who
 * changes the form of one raises it, and has its reader take the earlier one too.
 */
const itemVersion = 1

/** As it was sealed, whichever Keyway wrote it. Undefined when there is none, or neither copy opens at this place. */
async function readSealed({ stores, scope }: Inner, item: ItemOf): Promise<unknown> {
  const { name, place } = item(scope)
  const check = (_: string, sealed: unknown) => open(scope.keys.manifest, place, sealed)
  return (await readProven(stores, [name], check, () => undefined)).get(name)
}

/** Throws `too_new` for what a newer Keyway wrote. */
export async function readItem(inner: Inner, item: ItemOf): Promise<unknown> {
  const found = await readSealed(inner, item)
  if (!isObject(found) || typeof found.version !== 'number') return found
  if (found.version > itemVersion) throw new VaultError('too_new')
  return found.value
}

/** The item as it is stored, under its name. */
export async function sealItem(scope: Scope, item: ItemOf, value: unknown, random: Random): Promise<Items> {
  const { name, place } = item(scope)
  return { [name]: await seal(scope.keys.manifest, place, { version: itemVersion, value }, random) }
}

/** Null removes it. Resolves when it has been read back. Throws `too_new` rather than overwrite what a newer Keyway wrote. */
export async function writeItem(inner: Inner, item: ItemOf, value: unknown): Promise<void> {
  await readItem(inner, item)
  const { stores, scope, random } = inner
  const { primary, mirror } = stores
  const { name } = item(scope)
  // The mirror first: what it keeps would come back from there.
  if (value === null) {
    await mirror?.remove(name)
    return primary.remove(name)
  }
  const items = await sealItem(scope, item, value, random)
  await writeProven(primary, items)
  // Where the mirror refuses, an older one must not speak for it later.
  await mirror?.set(items).catch(() => mirror && removeWhatCan(mirror, [name]))
}

/**
 * All that is kept, whichever Keyway wrote it, sealed for another key of the same vault; what does not open is left behind.
 * @param others items beside them
 */
export async function sealItemsAnew(inner: Inner, next: Scope, ...others: ItemOf[]): Promise<Items> {
  const prefix = keptPrefix(inner.scope.epoch)
  const kept = await namesInEither(inner.stores, prefix)
  const items: Items = {}
  for (const item of [...others, ...kept.map(name => keptItem(name.slice(prefix.length)))]) {
    const value = await readSealed(inner, item)
    const { name, place } = item(next)
    if (value !== undefined) items[name] = await seal(next.keys.manifest, place, value, inner.random)
  }
  return items
}
