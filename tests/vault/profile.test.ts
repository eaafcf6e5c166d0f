/**
 * A profile that the last Keyway of format version 1 wrote, opened by the worker of today: nothing is lost, and what protects is bound.
 *
 * @module-tag slow
 */
import { describe, expect, it } from 'vitest'
import { createVaultService } from '../../src/features/lock/worker/service.ts'
import { readLocalItem } from '../../src/platform/local-items.ts'
import type { LocalItems } from '../../src/protocol/storage-keys.ts'
import { argon2, type Kdf } from '../../src/vault/crypto/kdf.ts'
import { resumeVault } from '../../src/vault/index.ts'
import { lockWorld } from '../features/lock/lock-world.ts'
import { faults, faultyStore } from './faulty-store.ts'
import { slowRead } from './slow-vault.ts'
import profile from './vectors/profile-1.json' with { type: 'json' }

type Items = Record<string, unknown>

/** The real one, once for each slot. */
const remembered = new Map<string, Promise<Uint8Array>>()
const kdf: Kdf = (secret, salt, cost) => {
  const key = JSON.stringify([[...secret], [...salt], cost])
  const known = remembered.get(key) ?? argon2(secret, salt, cost)
  remembered.set(key, known)
  return known.then(bytes => bytes.slice())
}
const proof = { kind: 'passphrase', passphrase: profile.passphrase } as const

/** The worker of today over that profile, with what is changed in it first. */
async function today(change: Items = {}) {
  const world = lockWorld()
  await world.store.set({ ...profile.local, ...change })
  await world.mirror.set(profile.mirror)
  for (const name of ['settings', 'vaultChoices', 'guidesDone'] as const) {
    const item = readLocalItem(name, { ...profile.local, ...change }[name])
    if (item) await world.local.set(name, item as LocalItems[typeof name] & object)
  }
  world.ports.options = { ...world.ports.options, kdf }
  const service = createVaultService(world.ports)
  await service.start()
  return { ...world, service }
}

describe('a profile of format version 1', () => {
  it('opens with every key, what waits, and the settings that its owner chose', async () => {
    const { service, session, store, mirror } = await today()
    expect(session.items.vault?.status).toBe('locked')
    await service.unlock(proof)
    for (const { id, ...record } of profile.records)
      expect(await service.read(id)).toMatchObject({ id, ...record })
    expect(await service.withVault(async vault => (await vault.inbox()).map(({ value }) => value))).toEqual(
      profile.inbox,
    )
    expect(session.items.protectedSettings).toEqual({
      lockAfterMinutes: 60,
      clearAfterSeconds: 20,
      checkEveryMinutes: 1440,
      watchWhileLocked: true,
    })
    expect(session.items.vault?.notices).toEqual([])
    await service.lock()
    // From now on the header says them, in both stores, and the second reader agrees.
    for (const items of [await store.get(null), await mirror.get(null)]) {
      const slow = slowRead(items, { recoveryCode: profile.recoveryCode })
      expect(slow.settings).toEqual(session.items.protectedSettings)
      expect([...slow.records.keys()].sort()).toEqual(['bot', 'shop'])
    }
  }, 60_000)

  it('reads storage only once: what is written there afterwards changes nothing', async () => {
    const { service, store, session } = await today()
    await service.unlock(proof)
    await service.lock()
    await store.set({ settings: { lockAfterMinutes: 1440, clearAfterSeconds: 120 } })
    await service.unlock(proof)
    expect(session.items.protectedSettings).toMatchObject({ lockAfterMinutes: 60, clearAfterSeconds: 20 })
  })

  it('takes nothing over that is outside the limits', async () => {
    const settings = { lockAfterMinutes: 10_000_000, clearAfterSeconds: 10_000_000, checkEveryMinutes: -1 }
    const { service, session, clock } = await today({ settings, vaultChoices: { watchWhileLocked: 'yes' } })
    await service.unlock(proof)
    expect(session.items.protectedSettings).toEqual({
      lockAfterMinutes: 15,
      clearAfterSeconds: 30,
      checkEveryMinutes: 360,
      watchWhileLocked: false,
    })
    expect(session.items.vaultUntil).toBe(clock.now + 15 * 60_000)
  })

  it.each((['primary', 'mirror'] as const).flatMap(which => faults.map(fault => [which, fault] as const)))(
    'whatever the store does meanwhile (%s %s), every key is there, then and later',
    async (which, fault) => {
      for (let at = 0; at < 8; at++) {
        const stores = { primary: faultyStore(), mirror: faultyStore() }
        await stores.primary.set(profile.local)
        await stores.mirror.set(profile.mirror)
        stores[which].plan([...Array<'works'>(at).fill('works'), fault])
        for (const round of [1, 2]) {
          const vault = await resumeVault(stores.primary, Buffer.from(profile.vaultKey, 'base64'), {
            mirror: stores.mirror,
            firstSettings: { lockAfterMinutes: 60 },
          })
          expect(await Promise.all(profile.records.map(({ id }) => vault.get(id)))).toEqual(profile.records)
          expect(vault.settings()).toEqual({ lockAfterMinutes: 60 })
          if (round === 1) stores[which].plan([])
        }
      }
    },
  )
})
