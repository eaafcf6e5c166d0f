/** The last choice: sets the vault aside under another name, byte for byte, so that a new one can be made. */
import { VaultError } from './errors.ts'
import { oldPrefix } from './names.ts'
import { bothStores, namesIn, readWhatCan, removeWhatCan, type Twin, writeProven } from './twin.ts'

/** Answers the prefix under which everything is kept. What could not be read cannot be kept, and is left in its place. */
export async function startOver(twin: Twin, now: number): Promise<string> {
  const prefix = `${oldPrefix}${now}.`
  for (const store of bothStores(twin)) {
    const all = await namesIn(store)
    if (!all) {
      if (store === twin.primary) throw new VaultError('storage_failed')
      continue
    }
    const names = all.filter(name => /^vault\.(head|\d+\.)/.test(name))
    const items = await readWhatCan(store, names)
    await writeProven(
      store,
      Object.fromEntries(
        Object.entries(items).map(([name, item]) => [prefix + name.slice('vault.'.length), item]),
      ),
    )
    await removeWhatCan(store, names)
  }
  return prefix
}
