import { describe, expect, it } from 'vitest'
import {
  bringBack,
  countInbox,
  createVault,
  openVault,
  openVaultWith,
  openVaultWithRecoveryCode,
  resumeVault,
  sealNote,
  sealToInbox,
  startOver,
  VaultError,
  vaultStatus,
} from '../../src/vault/index.ts'
import { fastKdf, memoryStore, passphrase, testSecret } from './helpers.ts'

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    thrown => (thrown instanceof VaultError ? thrown.code : String(thrown)),
  )

const setUp = async () => {
  const store = memoryStore()
  const mirror = memoryStore()
  const options = { mirror, kdf: fastKdf }
  return { store, mirror, options, vault: await createVault(store, passphrase, options) }
}
const key = (n: number | string) => ({
  provider: 'openai' as const,
  label: `Key ${n}`,
  secret: testSecret(n),
})

describe('a person keeps keys', () => {
  it('and finds them again after locking', async () => {
    const { store, options, vault } = await setUp()
    const put = await vault.put({ ...key(1), project: 'Shop', tags: ['prod'] })
    vault.lock()
    expect(await code(vault.list())).toBe('locked')
    const again = await openVault(store, passphrase, options)
    expect(await again.get(put.id)).toEqual(put)
    const [about] = await again.list()
    expect(about).toMatchObject({ label: 'Key 1', lastFour: testSecret(1).slice(-4), project: 'Shop' })
    expect(JSON.stringify(about)).not.toContain(testSecret(1))
    expect(await again.get('nothing-here')).toBeUndefined()
  })

  it('as the browser’s own storage has them, where the second copy went on without it and is just as new', async () => {
    const { store, mirror, options, vault } = await setUp()
    await vault.put({ ...key(1), id: 'a' })
    vault.lock()
    for (const [copy, n] of [
      [store, 2],
      [mirror, 3],
    ] as const) {
      const alone = await openVault(copy, passphrase, { kdf: fastKdf })
      await alone.put({ ...key(n), id: 'a' })
      alone.lock()
    }
    const again = await openVault(store, passphrase, options)
    expect((await again.get('a'))?.secret).toBe(testSecret(2))
  })

  it('of any service, with its page and its variable', async () => {
    const { store, options, vault } = await setUp()
    const other = { service: 'Hugging Face', webPage: 'https://huggingface.co', variable: 'HF_TOKEN' }
    const put = await vault.put({ ...key(1), provider: 'other', ...other })
    vault.lock()
    const again = await openVault(store, passphrase, options)
    expect(await again.get(put.id)).toMatchObject({ provider: 'other', ...other, secret: testSecret(1) })
  })

  it('one ready for the day another fails; one from a file stands by only for what comes with it', async () => {
    const { store, options, vault } = await setUp()
    const { id } = await vault.put(key(1))
    const spare = await vault.put({ ...key(2), standbyFor: id })
    // Whoever can read the names of what is stored knows the ids, and could offer a key of their own in the place of the person's.
    await vault.addAll([
      { ...key(3), id: 'theirs', standbyFor: id },
      { ...key(4), id: 'restored-spare', standbyFor: 'restored' },
      { ...key(5), id: 'restored' },
    ])
    vault.lock()
    const again = await openVault(store, passphrase, options)
    expect(await again.about(spare.id)).toMatchObject({ standbyFor: id })
    expect(await again.about('theirs')).not.toHaveProperty('standbyFor')
    expect(await again.about('restored-spare')).toMatchObject({ standbyFor: 'restored' })
    await again.edit(spare.id, { standbyFor: null })
    expect(await again.about(spare.id)).not.toHaveProperty('standbyFor')
  })

  it('edits what is said about one without touching the key, and takes a field away', async () => {
    const { vault } = await setUp()
    const { id } = await vault.put({ ...key(1), notes: 'old', project: 'Shop' })
    await vault.edit(id, { label: 'New', notes: null })
    expect(await vault.get(id)).toMatchObject({ label: 'New', project: 'Shop', secret: testSecret(1) })
    expect(await vault.get(id)).not.toHaveProperty('notes')
  })

  it('removes one, with every byte of it; takes back one that was only put aside', async () => {
    const { store, mirror, vault } = await setUp()
    const a = await vault.put({ ...key('a'), id: 'aaaa' })
    const b = await vault.put({ ...key('b'), id: 'bbbb' })
    await vault.remove(a.id)
    for (const { items } of [store, mirror]) expect([...items.keys()].join()).not.toContain('aaaa')
    await vault.putAside(b.id)
    expect(await vault.list()).toEqual([])
    await vault.takeBack(b.id)
    expect((await vault.list()).map(({ label }) => label)).toEqual(['Key b'])
    await vault.putAside(b.id)
    await vault.purge(Date.now() + 1)
    expect(await vault.get(b.id)).toBeUndefined()
  })

  it('keeps a history beside each key', async () => {
    const { vault } = await setUp()
    const { id } = await vault.put(key(1))
    expect(await vault.history(id)).toEqual([])
    await vault.edit(id, {}, [{ at: 1, cause: 'ok' }])
    expect(await vault.history(id)).toEqual([{ at: 1, cause: 'ok' }])
  })

  it('loses nothing when it is locked in the middle of a look through everything', async () => {
    const { store, mirror, options, vault } = await setUp()
    for (let i = 0; i < 20; i++) await vault.put(key(i))
    const looking = vault.verify()
    const locking = vault.lock()
    await Promise.all([looking.catch(() => undefined), locking])
    expect(await (await openVault(store, passphrase, options)).list()).toHaveLength(20)
    expect(await (await openVault(mirror, passphrase, { kdf: fastKdf })).list()).toHaveLength(20)
  })

  it('goes on after the browser ended the worker, with the session key', async () => {
    const { store, options, vault } = await setUp()
    await vault.put(key(1))
    const resumed = await resumeVault(store, vault.sessionKey(), options)
    expect(await resumed.list()).toHaveLength(1)
    expect(await code(resumeVault(store, new Uint8Array(32), options))).toBe('locked')
  })
})

describe('unlocking', () => {
  it('tells wrong from damaged, missing and too new, and changes nothing', async () => {
    const { store, options } = await setUp()
    const before = [...store.items]
    expect(await code(openVault(store, 'another passphrase', options))).toBe('wrong_passphrase')
    expect([...store.items]).toEqual(before)
    expect(await code(openVault(memoryStore(), passphrase))).toBe('missing')
    expect(await code(createVault(store, passphrase, options))).toBe('exists')
    const alone = memoryStore(new Map(store.items))
    for (const name of ['vault.head', 'vault.head.copy']) {
      const head = JSON.parse(alone.items.get(name) ?? '')
      alone.items.set(name, JSON.stringify({ ...head, version: 3 }))
    }
    expect(await code(openVault(alone, passphrase, { kdf: fastKdf }))).toBe('too_new')
    alone.items.delete('vault.head')
    alone.items.delete('vault.head.copy')
    expect(await code(openVault(alone, passphrase, { kdf: fastKdf }))).toBe('damaged')
    expect(await vaultStatus(alone)).toBe('damaged')
  })

  it('works with a recovery code, however it is typed; a mistyped one is refused', async () => {
    const { store, options, vault } = await setUp()
    await vault.put(key(1))
    const recovery = await vault.addRecoveryCode()
    expect(recovery).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    const typed = ` ${recovery.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(await (await openVaultWithRecoveryCode(store, typed, options)).list()).toHaveLength(1)
    const wrong = recovery.replace(/^./, first => (first === '2' ? '3' : '2'))
    expect(await code(openVaultWithRecoveryCode(store, wrong, options))).toBe('wrong_recovery_code')
  })

  it('works with a passkey until that passkey is revoked', async () => {
    const { store, options, vault } = await setUp()
    const prf = new Uint8Array(32).fill(7)
    await vault.addPasskey({ credentialId: 'one', prfSalt: 'salt', prf })
    const proof = { kind: 'passkey' as const, credentialId: 'one', prf }
    const opened = await openVaultWith(store, proof, options)
    expect(await code(openVaultWith(store, { ...proof, prf: new Uint8Array(32) }, options))).toBe(
      'wrong_passkey',
    )
    expect(await code(openVaultWith(store, { ...proof, credentialId: 'two' }, options))).toBe('wrong_passkey')
    const slot = opened.slots().find(({ kind }) => kind === 'passkey')
    await opened.removeSlot(slot?.id ?? '')
    expect(await code(openVaultWith(store, proof, options))).toBe('wrong_passkey')
  })

  it('follows a change of passphrase', async () => {
    const { store, options, vault } = await setUp()
    await vault.put(key(1))
    await vault.changePassphrase('four other words here')
    expect(await code(openVault(store, passphrase, options))).toBe('wrong_passphrase')
    expect(await (await openVault(store, 'four other words here', options)).list()).toHaveLength(1)
  })

  it('raises the cost of an older slot without asking', async () => {
    const store = memoryStore()
    const low = { memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 }
    await createVault(store, passphrase, { kdf: fastKdf, cost: low })
    expect(store.items.get('vault.head')).toContain('"memoryKiB":19456')
    const vault = await openVault(store, passphrase, { kdf: fastKdf })
    expect(store.items.get('vault.head')).toContain('"memoryKiB":65536')
    expect(vault.notices()).toEqual([])
    await openVault(store, passphrase, { kdf: fastKdf })
  })

  it('with the real Argon2id', { tags: 'slow' }, async () => {
    const store = memoryStore()
    await createVault(store, passphrase)
    await openVault(store, passphrase)
    expect(await code(openVault(store, 'not that one at all'))).toBe('wrong_passphrase')
  })
})

describe('a key captured while locked', () => {
  it('waits sealed, is there after unlocking, once, and moves in', async () => {
    const { store, options, vault } = await setUp()
    vault.lock()
    await sealToInbox(store, key('captured'), options)
    await sealToInbox(store, key('captured'), options)
    expect(await countInbox(store, options)).toBe(2)
    expect(JSON.stringify([...store.items])).not.toContain('captured')
    const again = await openVault(store, passphrase, options)
    const waiting = await again.inbox()
    expect(waiting.map(({ value }) => value.secret)).toEqual([testSecret('captured')])
    for (const { id, value } of waiting) {
      await again.put({ ...value, id, label: 'Named by its owner' })
      await again.drop(id)
    }
    expect(await again.inbox()).toEqual([])
    expect(await again.list()).toMatchObject([{ label: 'Named by its owner' }])
  })

  it('is refused with a message when twenty wait already', async () => {
    const { store, options } = await setUp()
    for (let i = 0; i < 20; i++) await sealToInbox(store, key(i), options)
    expect(await code(sealToInbox(store, key(20), options))).toBe('inbox_full')
    expect(await code(sealToInbox(memoryStore(), key(1)))).toBe('missing')
  })

  it('results likewise, until they have been taken in', async () => {
    const { store, options, vault } = await setUp()
    await sealNote(store, { id: 'a', cause: 'invalid_key' }, options)
    await expect(vault.notes(() => Promise.reject(new Error('died')))).rejects.toThrow('died')
    const seen: unknown[] = []
    await vault.notes(async notes => void seen.push(...notes.map(({ value }) => value)))
    await vault.notes(async notes => void seen.push(...notes))
    expect(seen).toEqual([{ id: 'a', cause: 'invalid_key' }])
  })
})

describe('what is kept beside the keys', () => {
  it('is found again after locking and under a new vault key, is sealed, and can be removed', async () => {
    const { store, mirror, options, vault } = await setUp()
    await vault.keep('activity', [{ what: 'copied', id: 'a-key-of-mine' }])
    await vault.keep('organization', { keys: [] })
    for (const { items } of [store, mirror])
      expect(JSON.stringify([...items.values()])).not.toContain('a-key-of-mine')
    await vault.rotateVaultKey(passphrase)
    await vault.lock()
    const again = await openVault(store, passphrase, options)
    expect(await again.kept('activity')).toEqual([{ what: 'copied', id: 'a-key-of-mine' }])
    expect(await again.kept('organization')).toEqual({ keys: [] })
    await again.keep('organization', null)
    expect(await again.kept('organization')).toBeUndefined()
    for (const { items } of [store, mirror])
      expect([...items.keys()].filter(name => name.includes('kept'))).toEqual(['vault.2.kept.activity'])
  })

  it('comes from the other copy when one is damaged, and opens under its own name only', async () => {
    const { store, mirror, vault } = await setUp()
    await vault.keep('activity', ['mine'])
    store.items.set('vault.1.kept.activity', '"rot"')
    expect(await vault.kept('activity')).toEqual(['mine'])
    for (const { items } of [store, mirror])
      items.set('vault.1.kept.organization', items.get('vault.1.kept.activity') ?? '')
    expect(await vault.kept('organization')).toBeUndefined()
  })
})

describe('a new vault key', () => {
  it('reseals everything, inbox and history included, and the old session key opens nothing', async () => {
    const { store, mirror, options, vault } = await setUp()
    const { id } = await vault.put(key(1))
    await vault.edit(id, {}, [{ at: 1 }])
    await sealToInbox(store, key(2), options)
    const oldKey = vault.sessionKey()
    await vault.rotateVaultKey(passphrase)
    for (const { items } of [store, mirror])
      expect([...items.keys()].filter(name => name.startsWith('vault.1.'))).toEqual([])
    expect(await code(resumeVault(store, oldKey, options))).toBe('locked')
    const again = await openVault(store, passphrase, options)
    expect(await again.get(id)).toMatchObject({ secret: testSecret(1) })
    expect(await again.history(id)).toEqual([{ at: 1 }])
    expect((await again.inbox()).map(({ value }) => value.secret)).toEqual([testSecret(2)])
    expect(await code(vault.rotateVaultKey('not this'))).toBe('wrong_passphrase')
  })
})

describe('starting over', () => {
  it('is offered when nothing is left but a header that cannot be read: it is damaged, not missing', async () => {
    const { options } = await setUp()
    for (const name of ['vault.head', 'vault.head.copy']) {
      const alone = memoryStore()
      alone.items.set(name, '"rot"')
      expect(await vaultStatus(alone, { ...options, mirror: memoryStore() }), name).toBe('damaged')
    }
  })

  it('keeps the old bytes under another name', async () => {
    const { store, mirror, options, vault } = await setUp()
    await vault.put(key(1))
    const before = new Map(store.items)
    const prefix = await startOver({ primary: store, mirror }, 1234)
    expect(await vaultStatus(store, options)).toBe('missing')
    for (const [name, item] of before)
      expect(JSON.parse(store.items.get(prefix + name.slice(6)) ?? 'null')).toEqual(JSON.parse(item))
    await createVault(store, 'an entirely new passphrase', options)
  })
})

describe('a vault that was set aside', () => {
  it('comes back with everything in it; the one in its place is set aside, and can come back too', async () => {
    const { store, mirror, options, vault } = await setUp()
    await vault.put(key(1))
    const twin = { primary: store, mirror }
    await startOver(twin, 1000)
    const second = await createVault(store, 'an entirely new passphrase', options)
    await second.put(key(2))
    await bringBack(twin, 1000, 2000)
    const first = await openVault(store, passphrase, options)
    expect((await first.list()).map(({ label }) => label)).toEqual([key(1).label])
    await bringBack(twin, 2000, 3000)
    const again = await openVault(store, 'an entirely new passphrase', options)
    expect((await again.list()).map(({ label }) => label)).toEqual([key(2).label])
    expect(await bringBack(twin, 1000, 4000).catch(thrown => thrown.code)).toBe('missing')
  })

  it('is whole in one place or the other when bringing it back is cut short at any write', async () => {
    for (let at = 0; at < 4; at++) {
      const { store, mirror, options, vault } = await setUp()
      await vault.put(key(1))
      const twin = { primary: store, mirror }
      await startOver(twin, 1000)
      let writes = 0
      const cut = {
        ...store,
        set: async (items: Record<string, unknown>) => {
          if (writes++ >= at) throw new Error('the power went')
          await store.set(items)
        },
      }
      await bringBack({ primary: cut, mirror }, 1000, 2000).catch(() => undefined)
      await bringBack(twin, 1000, 3000).catch(() => undefined)
      expect(await (await openVault(store, passphrase, options)).list()).toHaveLength(1)
    }
  })
})
