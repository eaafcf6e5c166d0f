/** What is sealed for one place opens there, exactly as it was, and nowhere else; what is bound to what is written out here. */
import { beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, systemRandom, toBase64 } from '../../src/vault/crypto/bytes.ts'
import { deriveKeys, sealingKey, type VaultKeys } from '../../src/vault/crypto/keys.ts'
import { open, seal } from '../../src/vault/crypto/seal.ts'
import type { VaultRecord } from '../../src/vault/record.ts'
import {
  type Entry,
  openBucket,
  openRoot,
  type Scope,
  sealBucket,
  sealRoot,
} from '../../src/vault/stored/manifest.ts'
import { aboutFromSecret, lastFourOf, openPart, sealPart, splitRecord } from '../../src/vault/stored/parts.ts'

const bytes = (fill: number) => new Uint8Array(32).fill(fill)
let keys: VaultKeys
let scope: Scope
beforeAll(async () => {
  keys = await deriveKeys(bytes(1), 'vault-1')
  scope = { vaultId: 'vault-1', epoch: 1, keys, version: 1 }
})

describe('a sealed text', () => {
  const place = ['part', 'k1', 1] as const

  it.each([
    [{ a: 1 }],
    ['text'],
    [[1, 'two', null]],
    [0],
    [false],
    [null],
    ['Zoë – 日本'],
    ['x'.repeat(5_000)],
  ])('gives back %j', async value => {
    expect(await open(keys.records, place, await seal(keys.records, place, value, systemRandom))).toEqual(
      value,
    )
  })

  it('is as long for a short key as for a long one, and never the same twice', async () => {
    const sealed = await Promise.all(
      ['', 'sk-a', 'x'.repeat(254)].map(value => seal(keys.records, place, value, systemRandom)),
    )
    const lengths = sealed.map(text => fromBase64(text)?.length)
    // Nonce, one block of 256 and the tag.
    expect(lengths).toEqual([12 + 256 + 16, 12 + 256 + 16, 12 + 256 + 16])
    const longer = await seal(keys.records, place, 'x'.repeat(255), systemRandom)
    expect(fromBase64(longer)?.length).toBe(12 + 512 + 16)
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => (await seal(keys.records, place, 'a', systemRandom)).slice(0, 16)),
    )
    expect(new Set(nonces).size).toBe(3)
  })

  it('takes its whole nonce from the source of randomness', async () => {
    const asked: number[] = []
    const sealed = await seal(keys.records, place, 'a', count => {
      asked.push(count)
      return new Uint8Array(count).fill(9)
    })
    expect(asked).toEqual([12])
    expect([...(fromBase64(sealed)?.subarray(0, 12) ?? [])]).toEqual(Array(12).fill(9))
  })

  it.each<[string, readonly (string | number)[]]>([
    ['another kind', ['root', 'k1', 1]],
    ['another record', ['part', 'k2', 1]],
    ['another epoch', ['part', 'k1', 2]],
    ['a number as text', ['part', 'k1', '1']],
    ['one word less', ['part', 'k1']],
    ['one word more', ['part', 'k1', 1, 1]],
    ['the same words divided otherwise', ['par', 'tk1', 1]],
    ['nowhere', []],
  ])('does not open in %s', async (_, elsewhere) => {
    const sealed = await seal(keys.records, place, 'a', systemRandom)
    expect(await open(keys.records, elsewhere, sealed)).toBeUndefined()
    expect(await open(keys.records, place, sealed)).toBe('a')
  })

  it('does not open with another key of the same vault, of another vault, or from another vault key', async () => {
    const sealed = await seal(keys.records, place, 'a', systemRandom)
    for (const key of [
      keys.manifest,
      (await deriveKeys(bytes(1), 'vault-2')).records,
      (await deriveKeys(bytes(2), 'vault-1')).records,
    ])
      expect(await open(key, place, sealed)).toBeUndefined()
  })

  it('does not open with any bit of it changed, cut short, or as anything but text', async () => {
    const sealed = await seal(keys.records, place, 'a', systemRandom)
    const raw = fromBase64(sealed) ?? new Uint8Array()
    for (let at = 0; at < raw.length; at++) {
      const changed = Uint8Array.from(raw)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await open(keys.records, place, toBase64(changed))).toBeUndefined()
    }
    for (const length of [0, 1, 11, 12, 27, 28, raw.length - 1])
      expect(await open(keys.records, place, toBase64(raw.subarray(0, length)))).toBeUndefined()
    for (const other of [undefined, null, 7, {}, [sealed], 'no base64 at all', { toString: () => sealed }])
      expect(await open(keys.records, place, other)).toBeUndefined()
  })

  it('is AES-256-GCM bound to our name and its place, as docs/vault-format.md says', async () => {
    const raw = fromBase64(await seal(keys.records, place, { a: 1 }, systemRandom)) ?? new Uint8Array()
    const additionalData = new TextEncoder().encode('["keyway","part","k1",1]')
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: raw.subarray(0, 12), additionalData },
      keys.records,
      raw.subarray(12),
    )
    expect(new TextDecoder().decode(plain)).toBe('{"a":1}'.padEnd(256))
  })

  it('does not open when it was sealed around nothing at all', async () => {
    const nonce = bytes(3).subarray(0, 12)
    const additionalData = new TextEncoder().encode(JSON.stringify(['keyway', ...place]))
    const empty = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce, additionalData },
      keys.records,
      new Uint8Array(),
    )
    const text = toBase64(new Uint8Array([...nonce, ...new Uint8Array(empty)]))
    expect(await open(keys.records, place, text)).toBeUndefined()
  })
})

describe('the keys of a vault', () => {
  it('come out the same from the same secret, each for one use, none of them to be taken out', async () => {
    const again = await deriveKeys(bytes(1), 'vault-1')
    expect(again.inboxPublic).toEqual(keys.inboxPublic)
    for (const key of [keys.records, keys.manifest, keys.header]) expect(key.extractable).toBe(false)
    expect([...keys.records.usages].sort()).toEqual(['decrypt', 'encrypt'])
    expect(keys.records.algorithm).toMatchObject({ name: 'AES-GCM', length: 256 })
    expect([...keys.header.usages].sort()).toEqual(['sign', 'verify'])
    expect(keys.header.algorithm).toMatchObject({ name: 'HMAC', length: 256, hash: { name: 'SHA-256' } })
  })

  it('differ by secret, by vault and by use', async () => {
    const publics = await Promise.all(
      [deriveKeys(bytes(1), 'vault-1'), deriveKeys(bytes(2), 'vault-1'), deriveKeys(bytes(1), 'vault-2')].map(
        async one => toBase64((await one).inboxPublic),
      ),
    )
    expect(new Set(publics).size).toBe(3)
    const place = ['x']
    const sealed = await seal(await sealingKey(bytes(1), 'slot', 'salt'), place, 'a', systemRandom)
    expect(await open(await sealingKey(bytes(1), 'slot', 'salt'), place, sealed)).toBe('a')
    for (const [secret, use, salt] of [
      [bytes(2), 'slot', 'salt'],
      [bytes(1), 'records', 'salt'],
      [bytes(1), 'slot', 'pepper'],
    ] as const)
      expect(await open(await sealingKey(secret, use, salt), place, sealed)).toBeUndefined()
  })
})

describe('a part of a record', () => {
  it('opens only as the part, of the record, with the stamp and in the format it was sealed for', async () => {
    const sealed = await sealPart(scope, 'k1', 'secret', '1-aaaaaaaaaaaa', { secret: 's' }, systemRandom)
    expect(await openPart(scope, 'k1', 'secret', '1-aaaaaaaaaaaa', sealed)).toEqual({ secret: 's' })
    for (const [where, id, part, stamp] of [
      [scope, 'k2', 'secret', '1-aaaaaaaaaaaa'],
      [scope, 'k1', 'about', '1-aaaaaaaaaaaa'],
      [scope, 'k1', 'secret', '2-aaaaaaaaaaaa'],
      [{ ...scope, epoch: 2 }, 'k1', 'secret', '1-aaaaaaaaaaaa'],
      [{ ...scope, version: 2 }, 'k1', 'secret', '1-aaaaaaaaaaaa'],
      [{ ...scope, vaultId: 'vault-2' }, 'k1', 'secret', '1-aaaaaaaaaaaa'],
    ] as const)
      expect(await openPart(where, id, part, stamp, sealed)).toBeUndefined()
    expect(await openBucket(scope, 1, '1-aaaaaaaaaaaa', sealed)).toBeUndefined()
    const place = ['part', 'vault-1', 1, 'k1', 'secret', '1-aaaaaaaaaaaa', 1]
    expect(await open(keys.records, place, sealed)).toEqual({ secret: 's' })
  })

  const record: VaultRecord = {
    id: 'k1',
    provider: 'openai',
    label: 'Bot',
    lastFour: 'wxyz',
    createdAt: 5,
    notes: 'for the shop',
    secret: 'sk-a-long-secret-wxyz',
  }

  it('is either all that a list shows or what stands without it', () => {
    const { about, secret } = splitRecord(record)
    expect(secret).toEqual({ secret: record.secret, provider: 'openai', label: 'Bot', createdAt: 5 })
    const { secret: _, ...rest } = record
    expect(about).toEqual(rest)
    expect(aboutFromSecret('k1', secret)).toEqual({
      id: 'k1',
      provider: 'openai',
      label: 'Bot',
      createdAt: 5,
      lastFour: 'wxyz',
    })
  })

  it.each([
    { id: 'a/b' },
    { id: '' },
    { id: 7 },
    { secret: undefined },
    { secret: 7 },
    { label: undefined },
    { label: 7 },
  ])('is refused with %j', wrong => {
    expect(() => splitRecord({ ...record, ...wrong } as VaultRecord)).toThrow(/cannot be stored/)
  })

  it('gives away the last four of a long secret only', () => {
    expect(lastFourOf('abcdefghijkl')).toBe('ijkl')
    expect(lastFourOf('abcdefghijk')).toBe('')
    expect(lastFourOf('')).toBe('')
  })
})

describe('a bucket and a root', () => {
  const stamp = '3-0123456789ab'
  const [about, secret, history] = ['1-aaaaaaaaaaaa', '2-bbbbbbbbbbbb', '3-cccccccccccc']
  const entries = new Map<string, Entry>([
    ['k1', { about, secret }],
    ['k2', { about, secret, history }],
    ['k3', { about, secret, aside: 1234 }],
    ['k4', { about, secret, history, aside: 1 }],
  ])

  it('come back as they were, where they belong and nowhere else', async () => {
    const sealed = await sealBucket(scope, 7, { stamp, entries }, systemRandom)
    expect(await openBucket(scope, 7, stamp, sealed)).toEqual({ stamp, entries })
    for (const [where, no, at] of [
      [scope, 8, stamp],
      [scope, 7, '4-0123456789ab'],
      [{ ...scope, epoch: 2 }, 7, stamp],
      [{ ...scope, vaultId: 'vault-2' }, 7, stamp],
    ] as const)
      expect(await openBucket(where, no, at, sealed)).toBeUndefined()

    const buckets = new Map([
      [7, stamp],
      [0, about],
    ])
    const root = await sealRoot(scope, { generation: 9, headRevision: 4, buckets }, systemRandom)
    expect(await openRoot(scope, root)).toEqual({ generation: 9, headRevision: 4, buckets })
    for (const where of [
      { ...scope, epoch: 2 },
      { ...scope, version: 2 },
      { ...scope, vaultId: 'vault-2' },
    ])
      expect(await openRoot(where, root)).toBeUndefined()
    expect(await openRoot(scope, sealed)).toBeUndefined()

    const later = { ...scope, version: 2 }
    const laterRoot = await sealRoot(later, { generation: 9, headRevision: 4, buckets }, systemRandom)
    expect(await openRoot(later, laterRoot)).toEqual({ generation: 9, headRevision: 4, buckets })
    expect(await openRoot(scope, laterRoot)).toBeUndefined()
    expect(await openRoot({ ...scope, version: 3 }, laterRoot)).toBeUndefined()
  })

  it.each<[string, unknown]>([
    ['no list', { a: 1 }],
    ['nothing', null],
    ['a row that is no list', ['k1']],
    ['a row that only looks like a list', [{ 0: 'k1', 1: about, 2: secret }]],
    ['an id that is none', [['a/b', about, secret, 0, 0]]],
    ['an id that is a number', [[1, about, secret, 0, 0]]],
    ['a stamp of the description that is none', [['k1', 'x', secret, 0, 0]]],
    ['a stamp of the secret that is none', [['k1', about, '1-AAAAAAAAAAAA', 0, 0]]],
    [
      'one good row and one bad',
      [
        ['k1', about, secret, 0, 0],
        ['k2', about],
      ],
    ],
  ])('a bucket that holds %s is none', async (_, rows) => {
    const sealed = await seal(keys.manifest, ['bucket', 'vault-1', 1, 7, stamp], rows, systemRandom)
    expect(await openBucket(scope, 7, stamp, sealed)).toBeUndefined()
  })

  it.each([
    [0, 0],
    ['x', 'x'],
    [null, -1],
    [[], Number.MAX_VALUE * -1],
  ])('a bucket’s history of %j and put-aside time of %j are left out', async (past, aside) => {
    const rows = [['k1', about, secret, past, aside]]
    const sealed = await seal(keys.manifest, ['bucket', 'vault-1', 1, 7, stamp], rows, systemRandom)
    expect((await openBucket(scope, 7, stamp, sealed))?.entries.get('k1')).toStrictEqual({ about, secret })
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no generation', { buckets: [] }],
    ['a generation that is text', { generation: '1', buckets: [] }],
    ['no buckets', { generation: 1 }],
    ['buckets that are no list', { generation: 1, buckets: { 0: [7, stamp] } }],
    ['a pair that is none', { generation: 1, buckets: [7] }],
    ['a pair that only looks like one', { generation: 1, buckets: [{ 0: 7, 1: stamp }] }],
    ['a number that is text', { generation: 1, buckets: [['7', stamp]] }],
    ['a stamp that is none', { generation: 1, buckets: [[7, 'x']] }],
    [
      'one good pair and one bad',
      {
        generation: 1,
        buckets: [
          [7, stamp],
          [8, 'x'],
        ],
      },
    ],
  ])('a root that holds %s is none', async (_, root) => {
    const sealed = await seal(keys.manifest, ['root', 'vault-1', 1], root, systemRandom)
    expect(await openRoot(scope, sealed)).toBeUndefined()
  })
})
