/** What waits sealed while the vault is locked: bound to its vault, its kind, its name and its time; bounded in number. */
import { beforeEach, describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../src/vault/crypto/bytes.ts'
import { sealFor } from '../../src/vault/inbox.ts'
import {
  countInbox,
  createVault,
  dropFromInbox,
  openVault,
  resumeVault,
  sealNote,
  sealToInbox,
  VaultError,
} from '../../src/vault/index.ts'
import type { Store } from '../../src/vault/record.ts'
import { fastKdf, memoryStore, passphrase, testSecret } from './helpers.ts'
import v2 from './vectors/v2.json' with { type: 'json' }

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    thrown => (thrown instanceof VaultError ? thrown.code : String(thrown)),
  )
const captured = (n: number | string, id?: string) => ({
  provider: 'openai' as const,
  label: `Key ${n}`,
  secret: testSecret(n),
  ...(id !== undefined && { id }),
})
let store: ReturnType<typeof memoryStore>
let mirror: ReturnType<typeof memoryStore>
let options: { mirror: Store; kdf: typeof fastKdf; now: () => number }
let time = 1_800_000_000_000
beforeEach(async () => {
  store = memoryStore()
  mirror = memoryStore()
  options = { mirror, kdf: fastKdf, now: () => time++ }
  const vault = await createVault(store, passphrase, options)
  await vault.lock()
})

const inboxNames = (items: Map<string, string>) =>
  [...items.keys()].filter(name => name.includes('.inbox.')).sort()
const waiting = async () => {
  const vault = await openVault(store, passphrase, options)
  const found = await vault.inbox()
  await vault.lock()
  return found
}
/** Changes one stored item in both stores. */
const change = (name: string, by: (item: Record<string, unknown>) => unknown) => {
  const next = JSON.stringify(by(JSON.parse(store.items.get(name) ?? 'null')))
  store.items.set(name, next)
  mirror.items.set(name, next)
}
const move = (from: string, to: string) => {
  for (const { items } of [store, mirror]) {
    items.set(to, items.get(from) ?? '')
    items.delete(from)
  }
}

describe('a captured key', () => {
  it('waits in both stores under its own id, or under a random one', async () => {
    expect(await sealToInbox(store, captured(1, 'k-1'), options)).toBe('k-1')
    const other = await sealToInbox(store, captured(2), options)
    expect(other).toMatch(/^[0-9a-f]{32}$/)
    const strange = await sealToInbox(store, captured(3, 'a/b'), options)
    expect(strange).toMatch(/^[0-9a-f]{32}$/)
    expect(inboxNames(store.items)).toEqual(['k-1', other, strange].map(id => `vault.1.inbox.${id}`).sort())
    expect(inboxNames(mirror.items)).toEqual(inboxNames(store.items))
    expect(await countInbox(store, options)).toBe(3)
  })

  it('is found oldest first, with the time at which it was sealed', async () => {
    time = 500
    await sealToInbox(store, captured('b', 'zz'), options)
    time = 300
    await sealToInbox(store, captured('a', 'aa'), options)
    time = 900
    await sealToInbox(store, captured('c', 'mm'), options)
    const found = await waiting()
    expect(found.map(({ id, value }) => [id, value.secret])).toEqual([
      ['aa', testSecret('a')],
      ['zz', testSecret('b')],
      ['mm', testSecret('c')],
    ])
    expect(found.map(({ sealedAt }) => sealedAt)).toEqual([300, 500, 900])
  })

  it('is as long sealed when it is short as when it is long', async () => {
    const lengthOf = (id: string) =>
      String(JSON.parse(store.items.get(`vault.1.inbox.${id}`) ?? '{}').sealed).length
    await sealToInbox(store, { provider: 'ollama', label: 'a', secret: 'none', id: 'short' }, options)
    await sealToInbox(store, captured('long', 'long'), options)
    expect(lengthOf('short')).toBe(lengthOf('long'))
    // 1,024 bytes and the tag, in base64.
    expect(lengthOf('short')).toBe(toBase64(new Uint8Array(1024 + 16)).length)
  })

  it('does not open under another name, with another time, changed, or as something else', {
    tags: 'slow',
  }, async () => {
    const name = 'vault.1.inbox.k1'
    const cases: [string, () => void][] = [
      ['another name', () => move(name, 'vault.1.inbox.k2')],
      ['another time', () => change(name, item => ({ ...item, at: Number(item.at) + 1 }))],
      ['a time as text', () => change(name, item => ({ ...item, at: String(item.at) }))],
      ['no time', () => change(name, ({ at: _, ...rest }) => rest)],
      [
        'another sealed text',
        () => change(name, item => ({ ...item, sealed: toBase64(new Uint8Array(64)) })),
      ],
      ['no sealed text', () => change(name, ({ sealed: _, ...rest }) => rest)],
      ['what is no base64', () => change(name, item => ({ ...item, enc: '!' }))],
      [
        'another sender’s half',
        () => change(name, item => ({ ...item, enc: toBase64(new Uint8Array(32).fill(9)) })),
      ],
      ['a list', () => change(name, item => [item])],
      ['a text', () => change(name, item => String(item.sealed))],
      ['null', () => change(name, () => null)],
    ]
    for (const [how, spoil] of cases) {
      await sealToInbox(store, captured(1, 'k1'), options)
      await sealToInbox(store, captured(2, 'good'), options)
      spoil()
      expect(
        (await waiting()).map(({ id }) => id),
        how,
      ).toEqual(['good'])
      for (const { items } of [store, mirror]) for (const each of inboxNames(items)) items.delete(each)
    }
  })

  it('stays where it is when it does not open', async () => {
    await sealToInbox(store, captured(1, 'k1'), options)
    change('vault.1.inbox.k1', item => ({ ...item, at: 1 }))
    const before = store.items.get('vault.1.inbox.k1')
    expect(await waiting()).toEqual([])
    expect(store.items.get('vault.1.inbox.k1')).toBe(before)
  })

  it('is no note, and a note is no captured key', async () => {
    await sealToInbox(store, captured(1, 'k1'), options)
    move('vault.1.inbox.k1', 'vault.1.note.k1')
    const note = await sealNote(store, { id: 'k9' }, options)
    move(`vault.1.note.${note}`, `vault.1.inbox.${note}`)
    const vault = await openVault(store, passphrase, options)
    const seen: unknown[] = []
    await vault.notes(async notes => void seen.push(...notes))
    expect(seen).toEqual([])
    expect(await vault.inbox()).toEqual([])
  })

  it('opens in the vault it was sealed for only', async () => {
    await sealToInbox(store, captured(1, 'k1'), options)
    const other = memoryStore()
    const vault = await createVault(other, passphrase, { kdf: fastKdf })
    other.items.set('vault.1.inbox.k1', store.items.get('vault.1.inbox.k1') ?? '')
    expect(await vault.inbox()).toEqual([])
  })

  it('is bound in the words of the format: what an earlier Keyway sealed opens', async () => {
    const items = new Map(Object.entries(v2.items).map(([name, item]) => [name, JSON.stringify(item)]))
    const vault = await resumeVault(memoryStore(items), fromBase64(v2.vaultKey) ?? new Uint8Array(), options)
    expect((await vault.inbox()).map(({ value }) => value)).toEqual(v2.inbox)
  })

  it('is mended from the mirror when the store has lost it', async () => {
    await sealToInbox(store, captured(1, 'k1'), options)
    store.items.delete('vault.1.inbox.k1')
    expect((await waiting()).map(({ id }) => id)).toEqual(['k1'])
    expect(store.items.has('vault.1.inbox.k1')).toBe(true)
  })

  it('is sealed though the mirror refuses, and not when the store does', async () => {
    const refuses = async (): Promise<never> => {
      throw new Error('IO error')
    }
    expect(await code(sealToInbox(store, captured(1, 'k1'), { mirror: { ...mirror, set: refuses } }))).toBe(
      'no failure',
    )
    expect((await waiting()).map(({ id }) => id)).toEqual(['k1'])
    expect(await code(sealToInbox({ ...store, set: refuses }, captured(2, 'k2'), options))).toBe(
      'storage_failed',
    )
    expect((await waiting()).map(({ id }) => id)).toEqual(['k1'])
  })

  it('is let go of in both stores, locked or not, and no other with it', async () => {
    await sealToInbox(store, captured(1, 'k1'), options)
    await sealToInbox(store, captured(2, 'k2'), options)
    await dropFromInbox(store, 'k1', options)
    for (const { items } of [store, mirror]) expect(inboxNames(items)).toEqual(['vault.1.inbox.k2'])
    const refuses = async (): Promise<never> => {
      throw new Error('IO error')
    }
    expect(await code(dropFromInbox({ ...store, remove: refuses }, 'k2', options))).toBe('storage_failed')
    expect(await code(dropFromInbox(store, 'k2', { mirror: { ...mirror, remove: refuses } }))).toBe(
      'no failure',
    )
    expect(inboxNames(store.items)).toEqual([])
    expect(await code(dropFromInbox(memoryStore(), 'k2'))).toBe('missing')
  })
})

describe('how many may wait', () => {
  it('twenty captured keys, beside the notes', async () => {
    await sealNote(store, { id: 'a' }, options)
    for (let i = 0; i < 20; i++)
      expect(await code(sealToInbox(store, captured(i, `k${i}`), options))).toBe('no failure')
    expect(await code(sealToInbox(store, captured('more'), options))).toBe('inbox_full')
    expect(await countInbox(store, options)).toBe(20)
    await dropFromInbox(store, 'k3', options)
    expect(await code(sealToInbox(store, captured('more'), options))).toBe('no failure')
  })

  it('two hundred notes, beside the captured keys', async () => {
    await sealToInbox(store, captured(1, 'k1'), options)
    for (let i = 0; i < 199; i++) store.items.set(`vault.1.note.${i}`, '{}')
    expect(await code(sealNote(store, { id: 'a' }, options))).toBe('no failure')
    expect(await code(sealNote(store, { id: 'b' }, options))).toBe('inbox_full')
  })

  it('are counted in the store alone, whichever of the two says whose they are', async () => {
    await sealToInbox(store, captured(1, 'k1'), options)
    expect(await countInbox(store)).toBe(1)
    for (const name of ['vault.head', 'vault.head.copy']) store.items.delete(name)
    expect(await countInbox(store, options)).toBe(1)
    expect(await code(countInbox(store))).toBe('damaged')
  })

  it('counts none where nobody can tell', async () => {
    const blind: Store = { ...store, names: () => Promise.reject(new Error('IO error')) }
    expect(await countInbox(blind, options)).toBe(0)
  })
})

describe('the head that a key is sealed to', () => {
  const head = () => JSON.parse(store.items.get('vault.head') ?? '{}')

  it('is agreed on by both stores: one copy less in either changes nothing, and nothing is written over what is there', async () => {
    for (const { items, name } of [store, mirror].flatMap(({ items }) =>
      ['vault.head', 'vault.head.copy'].map(name => ({ items, name })),
    )) {
      const before = items.get(name)
      items.delete(name)
      await sealToInbox(store, captured(1, 'k1'), options)
      expect(items.has(name)).toBe(false)
      expect(await waiting()).toHaveLength(1)
      if (before !== undefined) items.set(name, before)
    }
  })

  it('is not believed on the word of one store alone', async () => {
    mirror.items.clear()
    expect(await code(sealToInbox(store, captured(1, 'k1'), options))).toBe('unverified')
  })

  it.each(['the mirror', 'the store'])(
    'is believed on one word and that of the vault as it was open last, and on no word against that: without %s',
    async lost => {
      const vault = await openVault(store, passphrase, options)
      const trusted = vault.inboxKey()
      await vault.lock()
      const { items } = lost === 'the mirror' ? mirror : store
      items.clear()
      await sealToInbox(store, captured(1, 'k1'), { ...options, trusted })
      expect((await waiting()).map(({ id }) => id)).toEqual(['k1'])
      items.clear()
      const stranger = { ...trusted, inboxKey: toBase64(new Uint8Array(32).fill(5)) }
      expect(await code(sealToInbox(store, captured(2, 'k2'), { ...options, trusted: stranger }))).toBe(
        'unverified',
      )
    },
  )

  it('is none where there is no vault, and not what is no key', async () => {
    expect(await code(sealToInbox(memoryStore(), captured(1, 'k1')))).toBe('missing')
    const odd = { id: 'v', epoch: 1, inboxKey: 'no key' }
    expect(await code(sealFor(store, odd, 'inbox', captured(1, 'k1'), {}))).toBe('damaged')
  })

  it('is not one that has rotted: the other copy is taken, and none when there is none', async () => {
    const good = head()
    const rotten = { ...good, revision: good.revision + 1, inboxKey: toBase64(new Uint8Array(32).fill(5)) }
    store.items.set('vault.head', JSON.stringify(rotten))
    await sealToInbox(store, captured(1, 'k1'), options)
    expect((await waiting()).map(({ id }) => id)).toEqual(['k1'])
    for (const { items } of [store, mirror])
      for (const name of ['vault.head', 'vault.head.copy']) items.set(name, JSON.stringify(rotten))
    expect(await code(sealToInbox(store, captured(2, 'k2'), options))).toBe('damaged')
    expect(inboxNames(store.items)).toEqual(['vault.1.inbox.k1'])
  })
})
