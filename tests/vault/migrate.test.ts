/**
 * From one format to the next, with a step made up for the test: whatever fails, and whenever, no key is lost.
 *
 * @module-tag slow
 */
import { describe, expect, it } from 'vitest'
import {
  createVault,
  openVault,
  openVaultWith,
  openVaultWithRecoveryCode,
  vaultStatus,
} from '../../src/vault/index.ts'
import { formatSteps } from '../../src/vault/stored/migrate.ts'
import type { Step } from '../../src/vault/vault-state.ts'
import { type Fault, faults, faultyStore } from './faulty-store.ts'
import { fastKdf, memoryStore, passphrase, seededRandom, testSecret } from './helpers.ts'

/** In the made-up next version every key has a purpose, and every history ends with a mark. */
const step: Step = {
  about: value => ({ ...(value as object), purpose: 'unknown' }),
  history: value => [...(value as unknown[]), 'migrated'],
}
const old = { kdf: fastKdf, random: seededRandom('migrate'), now: () => 1_800_000_000_000 }
const today = { ...old, steps: [...formatSteps, step] }
const ids = ['a', 'b', 'c'] as const

async function filled() {
  const [primary, mirror] = [faultyStore(), faultyStore()]
  const vault = await createVault(primary, passphrase, { ...old, mirror })
  for (const id of ids)
    await vault.put({ id, provider: 'openai', label: `Key ${id}`, secret: testSecret(id) })
  await vault.edit('a', {}, ['made'])
  await vault.putAside('c')
  const code = await vault.addRecoveryCode()
  const prf = new Uint8Array(32).fill(7)
  await vault.addPasskey({ credentialId: 'AQID', prfSalt: 'BAUG', prf })
  return { primary, mirror, code, prf }
}

/** What a Keyway of this version sees: each key, or that the vault is too new for it. */
async function seen(store: Parameters<typeof openVault>[0], options: Parameters<typeof openVault>[2]) {
  try {
    const vault = await openVault(store, passphrase, options)
    const keys: Record<string, unknown> = {}
    for (const id of ids) {
      const whole = await vault.get(id)
      keys[id] = whole && [whole.label, whole.secret, whole.purpose, await vault.history(id)]
    }
    return { keys, listed: (await vault.list()).length, notices: vault.notices() }
  } catch (thrown) {
    return { refused: (thrown as { code?: string }).code }
  }
}
const before = { a: ['made'], b: [], c: [] }
const keysAs = (version: 1 | 2) =>
  Object.fromEntries(
    ids.map(id => [
      id,
      version === 1
        ? [`Key ${id}`, testSecret(id), undefined, before[id]]
        : [`Key ${id}`, testSecret(id), 'unknown', before[id].length > 0 ? [...before[id], 'migrated'] : []],
    ]),
  )

/** Copies what a store holds now, as after a crash. */
async function frozen(store: ReturnType<typeof faultyStore>) {
  const copy = memoryStore()
  await copy.set(await store.get(null))
  return copy
}

describe('a vault of an older format', () => {
  it('is brought to the new one when it is opened; every way to unlock still works', async () => {
    const { primary, mirror, code, prf } = await filled()
    expect(await seen(primary, { ...today, mirror })).toMatchObject({
      keys: keysAs(2),
      listed: 2,
      notices: [],
    })
    expect(await vaultStatus(primary, { mirror })).toBe('too_new')
    const byCode = await openVaultWithRecoveryCode(primary, code, { ...today, mirror })
    expect(await byCode.list()).toHaveLength(2)
    const byKey = await openVaultWith(
      primary,
      { kind: 'passkey', credentialId: 'AQID', prf },
      { ...today, mirror },
    )
    await byKey.put({ id: 'd', provider: 'openai', label: 'Key d', secret: testSecret('d') })
    expect(await byKey.verify()).toMatchObject({ damaged: [], older: [], withoutAbout: [] })
    // Either store alone is the whole vault, and the old format is gone.
    for (const store of [primary, mirror]) {
      expect(await seen(store, today)).toMatchObject({ keys: keysAs(2), listed: 3 })
      expect((await store.names()).filter(name => /\.root\.\d/.test(name))).toEqual([])
    }
  })

  it('is refused by a Keyway that is older than it, which changes nothing', async () => {
    const { primary } = await filled()
    await openVault(primary, passphrase, today)
    const bytes = await primary.get(null)
    expect(await seen(primary, old)).toEqual({ refused: 'too_new' })
    expect(await primary.get(null)).toEqual(bytes)
  })

  it('stays as it is when a step fails; it is opened to be read, and says so', async () => {
    const { primary, mirror } = await filled()
    const broken: Step = {
      history: () => {
        throw new Error('a bug')
      },
    }
    const options = { ...old, mirror, steps: [...formatSteps, broken] }
    const vault = await openVault(primary, passphrase, options)
    expect((await vault.get('b'))?.secret).toBe(testSecret('b'))
    expect(vault.notices().join()).toContain('could not be brought to the new format')
    await expect(vault.edit('b', { label: 'x' })).rejects.toMatchObject({ code: 'not_migrated' })
    expect(await seen(primary, { ...old, mirror })).toMatchObject({ keys: keysAs(1) })
  })
})

describe('a migration that is disturbed', () => {
  const cases = (['primary', 'mirror'] as const).flatMap(which =>
    faults.map(fault => [which, fault] as const),
  )
  it.each(cases)(
    'at any of its writes (%s %s) leaves the old vault or the new one, whole',
    async (which, fault) => {
      let disturbed = 0
      for (let at = 0; at < 12; at++) {
        const stores = await filled()
        const plan: Fault[] = [...Array<Fault>(at).fill('works'), fault]
        stores[which].plan(plan)
        const first = await seen(stores.primary, { ...today, mirror: stores.mirror })
        // Read as today's, whether it was migrated or is only read.
        expect(first).toMatchObject({ keys: keysAs(2), listed: 2 })
        if (first.notices?.length) disturbed++
        stores.primary.plan([])
        stores.mirror.plan([])
        const asBefore = await seen(stores.primary, { ...old, mirror: stores.mirror })
        if (asBefore.refused) expect(asBefore.refused).toBe('too_new')
        else expect(asBefore).toMatchObject({ keys: keysAs(1) })
        expect(await seen(stores.primary, { ...today, mirror: stores.mirror })).toMatchObject({
          keys: keysAs(2),
          notices: [],
        })
      }
      if (which === 'primary') expect(disturbed).toBeGreaterThan(1)
    },
  )

  it('by a crash after any of its writes leaves the old vault or the new one, whole', async () => {
    const { primary, mirror } = await filled()
    const snapshots: Awaited<ReturnType<typeof frozen>>[][] = []
    const watched = (store: typeof primary) => ({
      ...store,
      set: async (items: Record<string, unknown>) => {
        // As torn as it may be: one item after the other.
        for (const [name, item] of Object.entries(items)) {
          await store.set({ [name]: item })
          snapshots.push([await frozen(primary), await frozen(mirror)])
        }
      },
      remove: async (names: string | string[]) => {
        await store.remove(names)
        snapshots.push([await frozen(primary), await frozen(mirror)])
      },
    })
    await openVault(watched(primary), passphrase, { ...today, mirror: watched(mirror) })
    expect(snapshots.length).toBeGreaterThan(15)
    const saw = { old: 0, new: 0 }
    for (const [one, other] of snapshots) {
      if (!one || !other) continue
      const asBefore = await seen(one, { ...old, mirror: other })
      if (asBefore.refused) expect(asBefore.refused).toBe('too_new')
      else expect(asBefore).toMatchObject({ keys: keysAs(1) })
      saw[asBefore.refused ? 'new' : 'old']++
      expect(await seen(one, { ...today, mirror: other })).toMatchObject({ keys: keysAs(2), notices: [] })
    }
    expect(Math.min(saw.old, saw.new)).toBeGreaterThan(0)
  })
})
