/** What a vault keeps beside its keys says of which form it is: what has no number is of the first, what has a newer one is left as it is. */
import { expect, test } from 'vitest'
import { deriveKeys } from '../../src/vault/crypto/keys.ts'
import { open, seal } from '../../src/vault/crypto/seal.ts'
import { createVault, type OpenVault } from '../../src/vault/index.ts'
import type { SyncItem } from '../../src/vault/stored/sync-item.ts'
import { fastKdf, memoryStore, passphrase, seededRandom, testSecret } from './helpers.ts'

const sync: SyncItem = { space: 's', device: 'd', key: 'k', deleted: ['gone'] }
const key = (id: string) => ({ id, provider: 'openai' as const, label: 'Mine', secret: testSecret(id) })

/** Where an item lies in the vault with this key, and what it says when it is opened without the vault. */
async function world() {
  const [store, mirror] = [memoryStore(), memoryStore()]
  const vault = await createVault(store, passphrase, { mirror, kdf: fastKdf })
  const keyOf = async () => (await deriveKeys(new Uint8Array(vault.sessionKey()), vault.id)).manifest
  const place = (name: string, epoch: number) =>
    name === 'sync' ? ['sync', vault.id, epoch] : ['kept', vault.id, epoch, name.slice('kept.'.length)]
  return {
    vault,
    store,
    stored: (name: string, epoch = 1) => store.items.get(`vault.${epoch}.${name}`),
    async content(name: string, epoch = 1) {
      const sealed = (await store.get(`vault.${epoch}.${name}`))[`vault.${epoch}.${name}`]
      return open(await keyOf(), place(name, epoch), sealed)
    },
    /** Puts into both copies what another version of Keyway would have sealed there. */
    async put(name: string, value: unknown) {
      const sealed = await seal(await keyOf(), place(name, 1), value, seededRandom(name))
      for (const each of [store, mirror]) await each.set({ [`vault.1.${name}`]: sealed })
    },
  }
}

const kinds: [
  string,
  (vault: OpenVault, value: never) => Promise<void>,
  (vault: OpenVault) => Promise<unknown>,
][] = [
  ['sync', (vault, value) => vault.setSyncItem(value), vault => vault.syncItem()],
  ['kept.activity', (vault, value) => vault.keep('activity', value), vault => vault.kept('activity')],
  ['kept.costs', (vault, value) => vault.keep('costs', value), vault => vault.kept('costs')],
]

test.each(kinds)(
  '%s is written with the number of its form, and read with it and without',
  async (name, write, read) => {
    const { vault, put, content } = await world()
    await write(vault, sync as never)
    expect(await content(name)).toEqual({ version: 1, value: sync })
    expect(await read(vault)).toEqual(sync)
    await put(name, { ...sync, device: 'before there were numbers' })
    expect(await read(vault)).toEqual({ ...sync, device: 'before there were numbers' })
    await write(vault, sync as never)
    expect(await content(name)).toEqual({ version: 1, value: sync })
  },
)

test.each(kinds)(
  '%s of a newer Keyway is neither read, overwritten nor removed, and that is said',
  async (name, write, read) => {
    const { vault, put, stored } = await world()
    await put(name, { version: 2, value: 'of a form that nobody here knows' })
    const before = stored(name)
    const refused = { code: 'too_new', message: expect.stringContaining('newer Keyway') }
    await expect(read(vault)).rejects.toMatchObject(refused)
    await expect(write(vault, sync as never)).rejects.toMatchObject(refused)
    await expect(write(vault, null as never)).rejects.toMatchObject(refused)
    expect(stored(name)).toBe(before)
  },
)

test.each(kinds)(
  '%s of a newer Keyway goes along, as it is, when the vault gets a new key',
  async (name, _, read) => {
    const { vault, put, content } = await world()
    const newer = { version: 2, value: ['of a form that nobody here knows'] }
    await put(name, newer)
    await vault.rotateVaultKey(passphrase)
    expect(await content(name, 2)).toEqual(newer)
    await expect(read(vault)).rejects.toMatchObject({ code: 'too_new' })
  },
)

test('beside a newer note of deletions no secret is changed: the note could end it everywhere', async () => {
  const { vault, put } = await world()
  await vault.put(key('one'))
  await put('sync', { version: 2, value: 'newer' })
  await expect(vault.put({ ...key('one'), secret: testSecret('other') })).rejects.toMatchObject({
    code: 'too_new',
  })
  expect(await vault.get('one')).toMatchObject({ secret: testSecret('one') })
  // What is written about it concerns no deletion.
  await vault.edit('one', { label: 'Renamed' })
  expect((await vault.list()).map(({ label }) => label)).toEqual(['Renamed'])
})
