/** What many keys cost, the passphrase function left out. */
import { performance } from 'node:perf_hooks'
import { createVault, openVault, resumeVault } from '../../src/vault/index.ts'
import { fastKdf, memoryStore, passphrase } from './helpers.ts'
import { median, ms, records, type Table } from './timing.ts'

export async function bench(): Promise<Table> {
  const rows = []
  for (const count of [20, 2_000, 10_000]) {
    const store = memoryStore()
    const options = { mirror: memoryStore(), kdf: fastKdf }
    const vault = await createVault(store, passphrase, options)
    await vault.addAll(records(count))
    const key = vault.sessionKey()
    rows.push({
      keys: count,
      'unlock to list, ms': ms(
        await median(5, async () => (await openVault(store, passphrase, options)).list()),
      ),
      'resume to list, ms': ms(await median(5, async () => (await resumeVault(store, key, options)).list())),
      'one save, ms': ms(
        await median(9, () => vault.put({ ...records(1)[0], label: 'x', provider: 'openai', secret: 'y' })),
      ),
      'one edit, ms': ms(await median(9, () => vault.edit('id-7', { label: `at ${performance.now()}` }))),
      'verify all, ms': ms(await median(1, () => vault.verify())),
      'stored, kB': Math.round(
        [...store.items].reduce((sum, [name, text]) => sum + name.length + text.length, 0) / 1000,
      ),
    })
  }
  return {
    title: 'Scale, after the passphrase function; budgets at 2,000 keys: 300 ms to list, 50 ms a save',
    rows,
  }
}
