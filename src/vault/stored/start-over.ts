/** The last choice: sets the vault aside under another name, byte for byte, so that a new one can be made; and the way back. */
import { VaultError } from '../errors.ts'
import {
  bothStores,
  type MirroredStore,
  namesIn,
  readWhatCan,
  removeWhatCan,
  writeProven,
} from './mirrored-store.ts'
import { headerCopyName, headerName, oldPrefix } from './names.ts'

const isCurrent = (name: string) => /^vault\.(head|\d+\.)/.test(name)

/** The same items under other names, read back before the old names go; the header last, for it says that all is there. */
async function rename(
  stores: MirroredStore,
  wanted: (name: string) => boolean,
  as: (name: string) => string,
): Promise<void> {
  for (const store of bothStores(stores)) {
    const all = await namesIn(store)
    if (!all) {
      if (store === stores.primary) throw new VaultError('storage_failed')
      continue
    }
    const names = all.filter(wanted)
    const items = Object.entries(await readWhatCan(store, names)).map(
      ([name, item]) => [as(name), item] as const,
    )
    const isHead = ([name]: readonly [string, unknown]) => name === headerName || name === headerCopyName
    await writeProven(store, Object.fromEntries(items.filter(each => !isHead(each))))
    await writeProven(store, Object.fromEntries(items.filter(isHead)))
    await removeWhatCan(store, names)
  }
}

/** Answers the prefix under which everything is kept. What could not be read cannot be kept, and is left in its place. */
export async function startOver(stores: MirroredStore, now: number): Promise<string> {
  const prefix = `${oldPrefix}${now}.`
  await rename(stores, isCurrent, name => prefix + name.slice('vault.'.length))
  return prefix
}

/** Puts what was set aside at that time back in its place; what is there now is set aside instead. Throws `missing`. */
export async function bringBack(stores: MirroredStore, at: number, now: number): Promise<void> {
  const prefix = `${oldPrefix}${at}.`
  const isThere = async (wanted: (name: string) => boolean) => {
    for (const store of bothStores(stores)) if ((await namesIn(store))?.some(wanted)) return true
    return false
  }
  if (!(await isThere(name => name.startsWith(prefix)))) throw new VaultError('missing')
  if (await isThere(isCurrent)) await startOver(stores, now)
  await rename(
    stores,
    name => name.startsWith(prefix),
    name => `vault.${name.slice(prefix.length)}`,
  )
}
