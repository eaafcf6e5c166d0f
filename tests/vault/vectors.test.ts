/**
 * Vaults of each version, written down once and never again: today's code opens them, and says what they hold.
 *
 * @module-tag slow
 */
import { describe, expect, it } from 'vitest'
import { argon2, type Kdf } from '../../src/vault/crypto/kdf.ts'
import {
  createVault,
  openVault,
  openVaultWith,
  openVaultWithRecoveryCode,
  resumeVault,
  VaultError,
} from '../../src/vault/index.ts'
import { memoryStore, passphrase, seededRandom, testSecret } from './helpers.ts'
import { slowRead } from './slow-vault.ts'
import v1 from './vectors/v1.json' with { type: 'json' }
import v2 from './vectors/v2.json' with { type: 'json' }

type Items = Record<string, unknown>
const storeOf = (items: Items) =>
  memoryStore(new Map(Object.entries(items).map(([name, item]) => [name, JSON.stringify(item)])))

/** The real Argon2id, each passphrase, salt and cost once. */
const remembered = new Map<string, Promise<Uint8Array>>()
const kdf: Kdf = (secret, salt, cost) => {
  const key = JSON.stringify([[...secret], [...salt], cost])
  const known = remembered.get(key) ?? argon2(secret, salt, cost)
  remembered.set(key, known)
  return known.then(bytes => bytes.slice())
}
const options = { kdf }

/** A vector of any version: what a vault of then holds, and what opens it. */
type Vector = typeof v1
const waysOf = (v: Vector): [string, (items: Items) => ReturnType<typeof openVault>][] => [
  ['the passphrase', items => openVault(storeOf(items), v.passphrase, options)],
  [
    'the passphrase, composed otherwise',
    items => openVault(storeOf(items), v.passphrase.normalize('NFD'), options),
  ],
  ['the recovery code', items => openVaultWithRecoveryCode(storeOf(items), v.recoveryCode, options)],
  [
    'the passkey',
    items =>
      openVaultWith(
        storeOf(items),
        {
          kind: 'passkey',
          credentialId: v.passkey.credentialId,
          prf: Uint8Array.from(Buffer.from(v.passkey.prf, 'base64')),
        },
        options,
      ),
  ],
  ['the session key', items => resumeVault(storeOf(items), Buffer.from(v.vaultKey, 'base64'), options)],
]

describe.each<[string, Vector]>([
  ['1', v1],
  ['2', v2 as unknown as Vector],
])('the vector of version %s', (_, v) => {
  it.each(waysOf(v))('opens with %s', async (_, open) => {
    const vault = await open(v.items)
    expect(await Promise.all(v.records.map(({ id }) => vault.get(id)))).toEqual(v.records)
    expect((await vault.list()).map(({ id }) => id)).toEqual(v.listed)
    expect(await vault.history('first')).toEqual(v.histories.first)
    expect((await vault.inbox()).map(({ value }) => value)).toEqual(v.inbox)
    expect(vault.notices()).toEqual([])
    expect(await vault.damaged()).toEqual([])
  })

  it.each([
    ['passphrase', { passphrase: v.passphrase }],
    ['recovery code', { recoveryCode: v.recoveryCode }],
    ['passkey', v.passkey],
  ])(
    'reads the same to the slow second implementation, by %s',
    (_, proof) => {
      const slow = slowRead(v.items, proof)
      expect(v.records.map(({ id }) => slow.records.get(id)?.record)).toEqual(v.records)
      expect(
        [...slow.records]
          .filter(([, { aside }]) => !aside)
          .map(([id]) => id)
          .sort(),
      ).toEqual([...v.listed].sort())
      expect(slow.records.get('first')?.history).toEqual(v.histories.first)
      expect(slow.inbox).toEqual(v.inbox)
      expect(slow.notes).toEqual(v.notes)
      expect(slow.vaultKey.toString('base64')).toBe(v.vaultKey)
    },
    60_000,
  )
})

describe('the second reader', () => {
  it('reads a vault made now', async () => {
    const store = memoryStore()
    const vault = await createVault(store, passphrase, { random: seededRandom('now') })
    const recoveryCode = await vault.addRecoveryCode()
    await vault.put({ id: 'a', provider: 'openai', label: 'Now', secret: testSecret('now') })
    await vault.rotateVaultKey(passphrase)
    const code = await vault.addRecoveryCode()
    expect(code).not.toBe(recoveryCode)
    const slow = slowRead(await store.get(null), { recoveryCode: code })
    expect(slow.records.get('a')?.record).toEqual(await vault.get('a'))
  })
})

describe('whoever changes the stored bytes', () => {
  /** Everything the vault says of these items, and nothing but true things. */
  const honest = async (items: Items) => {
    const vault = await openVault(storeOf(items), v2.passphrase, options)
    for (const record of v2.records) {
      const is = await vault.get(record.id).catch(thrown => {
        if (thrown instanceof VaultError && thrown.code === 'damaged') return 'damaged'
        throw thrown
      })
      if (typeof is === 'object') expect(is.secret).toBe(record.secret)
    }
    return vault
  }
  const code = (items: Items) =>
    honest(items).then(
      () => 'opens',
      thrown => {
        if (thrown instanceof VaultError) return thrown.code
        throw thrown
      },
    )

  const texts = Object.entries(v2.items).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const names = texts.map(([name]) => name)

  it('flips a bit or cuts any sealed item: nothing false is ever read', async () => {
    expect(names.length).toBeGreaterThan(8)
    for (const [name, sealed] of texts) {
      const bytes = Buffer.from(sealed, 'base64')
      // Nonce, ciphertext, tag.
      for (const at of [0, 11, 12, bytes.length >> 1, bytes.length - 16, bytes.length - 1]) {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ 1
        await honest({ ...v2.items, [name]: flipped.toString('base64') })
      }
      for (const length of [0, 11, 28, bytes.length - 1])
        await honest({ ...v2.items, [name]: bytes.subarray(0, length).toString('base64') })
      for (const odd of ['', 'not base64!', 7, null, {}]) await honest({ ...v2.items, [name]: odd })
    }
  }, 60_000)

  it('swaps any two sealed items: neither is taken for the other', async () => {
    for (const one of names)
      for (const other of names)
        if (one < other)
          await honest({
            ...v2.items,
            [one]: v2.items[other as keyof typeof v2.items],
            [other]: v2.items[one as keyof typeof v2.items],
          })
  }, 60_000)

  it('puts an older part back under the new one’s name: it does not open there', async () => {
    const part = (items: Items) => Object.keys(items).filter(name => name.includes('.part.first.about.'))
    const [now] = part(v2.items)
    const [old] = part(v2.earlier)
    if (!now || !old || now === old) throw new Error('the vector has no older part')
    const items: Items = { ...v2.items, [now]: v2.earlier[old as keyof typeof v2.earlier] }
    const vault = await honest(items)
    const about = (await vault.list()).find(({ id }) => id === 'first')
    // Named from its secret part: the notes are lost, and it says so.
    expect(about).not.toHaveProperty('notes')
    expect((await vault.verify()).withoutAbout).toEqual(['first'])
  })

  it('puts the older part back beside it, and takes the new one away: found, and told', async () => {
    const [now] = Object.keys(v2.items).filter(name => name.includes('.part.first.about.'))
    const items: Items = {
      ...v2.items,
      ...Object.fromEntries(Object.entries(v2.earlier).filter(([name]) => name.includes('.part.first.'))),
    }
    if (now) delete items[now]
    const vault = await openVault(storeOf(items), v2.passphrase, options)
    expect((await vault.verify()).older).toEqual(['first'])
    expect(vault.notices().join()).toContain('the one before it is back')
  })

  const head = v2.items['vault.head']
  const [slot, ...others] = head.slots
  const withHead = (change: object) => ({
    ...v2.items,
    'vault.head': { ...head, ...change },
    'vault.head.copy': { ...head, ...change },
  })

  it.each<[string, object, string]>([
    ['the vault id', { id: '0'.repeat(32) }, 'damaged'],
    ['the epoch', { epoch: 2 }, 'damaged'],
    ['the version', { version: 3 }, 'too_new'],
    ['a slot’s salt', { slots: [{ ...slot, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }, ...others] }, 'damaged'],
    ['what a slot wraps', { slots: [{ ...slot, wrapped: others[0]?.wrapped }, ...others] }, 'damaged'],
    [
      'slots for one another',
      { slots: head.slots.map((each, i) => ({ ...each, id: head.slots[(i + 1) % 3]?.id })) },
      'damaged',
    ],
    [
      'the cost of guessing, lowered',
      { slots: [{ ...slot, cost: { memoryKiB: 1024, iterations: 1, parallelism: 1 } }, ...others] },
      'damaged',
    ],
    ['no slots', { slots: [] }, 'damaged'],
    ['slots that are none', { slots: 'none' }, 'damaged'],
  ])('changes %s', async (_, change, outcome) => {
    expect(await code(withHead(change))).toBe(outcome)
  })

  it('lowers the cost and mends the checksum too: refused, and never computed', async () => {
    const { createHash } = await import('node:crypto')
    const cost = { memoryKiB: 1024, iterations: 1, parallelism: 1 }
    const place = [
      'slot',
      head.id,
      head.epoch,
      slot?.id,
      slot?.createdAt,
      'passphrase',
      slot?.salt,
      1024,
      1,
      1,
    ]
    const checksum = createHash('sha256')
      .update(JSON.stringify([...place, slot?.wrapped]))
      .digest('hex')
      .slice(0, 16)
    let computed = 0
    const counting: Kdf = (...given) => {
      computed++
      return kdf(...given)
    }
    const store = storeOf(withHead({ slots: [{ ...slot, cost, checksum }, ...others] }))
    await expect(openVault(store, v2.passphrase, { kdf: counting })).rejects.toMatchObject({
      code: 'damaged',
    })
    expect(computed).toBe(0)
  })

  it('replaces the inbox’s public key: put right at the next unlock, and said', async () => {
    const store = storeOf(withHead({ inboxKey: Buffer.alloc(32, 9).toString('base64') }))
    const vault = await openVault(store, v2.passphrase, options)
    expect(vault.notices().join()).toContain('Treat keys captured since your last unlock as exposed')
    expect((await openVault(store, v2.passphrase, options)).notices()).toEqual([])
  })
})
