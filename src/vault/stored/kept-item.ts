/**
 * What a vault keeps beside its keys: each thing one item of its own, sealed under the vault key, in both stores. Items are few and may be large;
 * no key is among them.
 */
import { open, type Place, seal } from '../crypto/seal.ts'
import type { Inner } from '../vault-state.ts'
import type { Scope } from './manifest.ts'
import { namesInEither, readProven, removeWhatCan, writeProven } from './mirrored-store.ts'
import { keptPrefix } from './names.ts'

/** @param name of `kept`, as in `vault.<epoch>.kept.<name>` */
const keptName = ({ epoch }: Pick<Scope, 'epoch'>, name: string): string => `${keptPrefix(epoch)}${name}`
const keptPlace = ({ vaultId, epoch }: Scope, name: string) => ['kept', vaultId, epoch, name]

/** Undefined when there is none, or neither copy opens at this place. */
export async function readItem({ stores, scope }: Inner, name: string, place: Place): Promise<unknown> {
  const check = (_: string, sealed: unknown) => open(scope.keys.manifest, place, sealed)
  return (await readProven(stores, [name], check, () => undefined)).get(name)
}

/** Null removes it. Resolves when it has been read back. */
export async function writeItem(
  { stores: { primary, mirror }, scope, random }: Inner,
  name: string,
  place: Place,
  value: unknown,
): Promise<void> {
  // The mirror first: what it keeps would come back from there.
  if (value === null) {
    await mirror?.remove(name)
    return primary.remove(name)
  }
  const items = { [name]: await seal(scope.keys.manifest, place, value, random) }
  await writeProven(primary, items)
  // Where the mirror refuses, an older one must not speak for it later.
  await mirror?.set(items).catch(() => mirror && removeWhatCan(mirror, [name]))
}

export const readKept = (inner: Inner, name: string): Promise<unknown> =>
  readItem(inner, keptName(inner.scope, name), keptPlace(inner.scope, name))

export const writeKept = (inner: Inner, name: string, value: unknown): Promise<void> =>
  writeItem(inner, keptName(inner.scope, name), keptPlace(inner.scope, name), value)

/** All of them, sealed for another key of the same vault; what does not open is left behind. */
export async function sealKeptAnew(inner: Inner, next: Scope): Promise<Record<string, string>> {
  const prefix = keptPrefix(inner.scope.epoch)
  const items: Record<string, string> = {}
  for (const full of await namesInEither(inner.stores, prefix)) {
    const name = full.slice(prefix.length)
    const value = await readKept(inner, name)
    if (value !== undefined)
      items[keptName(next, name)] = await seal(next.keys.manifest, keptPlace(next, name), value, inner.random)
  }
  return items
}
