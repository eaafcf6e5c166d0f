/** A look through everything: what one store has lost comes back from the other, and nothing is swept that may be all that is left. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createVault, type OpenVault, openVault, sealNote, sealToInbox } from '../../src/vault/index.ts'
import type { Store } from '../../src/vault/record.ts'
import { fastKdf, memoryStore, passphrase, testSecret } from './helpers.ts'

type Name = 'primary' | 'mirror'
let memory: Record<Name, ReturnType<typeof memoryStore>>
let options: { mirror: Store; kdf: typeof fastKdf }
let vault: OpenVault
const reads = { primary: [] as string[], mirror: [] as string[] }
/** The names of each read by itself. */
let asked: string[][] = []

const watched = (name: Name): Store => ({
  ...memory[name],
  get: keys => {
    const list = keys === null ? ['all'] : [keys].flat()
    reads[name].push(...list)
    asked.push(list)
    return memory[name].get(keys)
  },
})
const key = (n: number | string) => ({
  id: `key-${n}`,
  provider: 'openai' as const,
  label: `Key ${n}`,
  secret: testSecret(n),
})
const fine = { mended: 0, older: [], damaged: [], withoutAbout: [], isMirrored: true }
const both = ['primary', 'mirror'] as const

beforeEach(async () => {
  memory = { primary: memoryStore(), mirror: memoryStore() }
  options = { mirror: watched('mirror'), kdf: fastKdf }
  vault = await createVault(watched('primary'), passphrase, options)
  await vault.addAll([{ ...key(1), history: [{ at: 1 }] }, key(2), key(3)])
  reads.primary = []
  reads.mirror = []
})

const names = (store: Name) => [...memory[store].items.keys()].sort()
const nameOf = (part: string, store: Name = 'primary') => names(store).find(name => name.includes(part)) ?? ''
const contents = (store: Name) =>
  Object.fromEntries(names(store).map(name => [name, JSON.parse(memory[store].items.get(name) ?? 'null')]))
const rot = (store: Name, name: string) => {
  const item = JSON.parse(memory[store].items.get(name) ?? 'null')
  const text = typeof item === 'string' ? item : String(item.sealed ?? item.mac)
  const rotten = `${text.slice(0, 20)}${text[20] === 'A' ? 'B' : 'A'}${text.slice(21)}`
  const next = typeof item === 'string' ? rotten : { ...item, [item.sealed ? 'sealed' : 'mac']: rotten }
  memory[store].items.set(name, JSON.stringify(next))
}
const lose = (store: Name, name: string) => memory[store].items.delete(name)

describe('when all is whole', () => {
  it('nothing is changed and nothing reported', async () => {
    const before = both.map(contents)
    expect(await vault.verify()).toEqual(fine)
    expect(both.map(contents)).toEqual(before)
    expect(vault.notices()).toEqual([])
    expect(await vault.damaged()).toEqual([])
  })

  it('each part is looked at once in each store', async () => {
    await vault.verify()
    for (const store of both)
      for (const name of names(store).filter(each => each.includes('.part.')))
        expect(
          reads[store].filter(read => read === name),
          name,
        ).toHaveLength(1)
  })

  it('so it is without a mirror', async () => {
    const alone = memoryStore()
    const only = await createVault(alone, passphrase, { kdf: fastKdf })
    await only.put(key(1))
    expect(await only.verify()).toEqual({ ...fine, isMirrored: false })
    expect((await only.list()).map(({ id }) => id)).toEqual(['key-1'])
  })
})

it('a second copy that takes nothing is not said to be like the first', async () => {
  memory.mirror.items.clear()
  const { set } = options.mirror
  options.mirror.set = () => Promise.reject(new Error('The disk is full.'))
  expect(await vault.verify()).toMatchObject({ damaged: [], isMirrored: false })
  options.mirror.set = set
  expect(await vault.verify()).toMatchObject({ damaged: [], isMirrored: true })
})

describe('what one store has lost', () => {
  const everything = [
    'vault.head',
    'vault.head.copy',
    '.root.',
    '.bucket.',
    '.about.',
    '.secret.',
    '.history.',
  ]

  it.each(both.flatMap(store => everything.flatMap(part => [lose, rot].map(how => ({ store, part, how })))))(
    'comes back from the other: $part of the $store ($how.name)',
    async ({ store, part, how }) => {
      const name = part.startsWith('.') ? nameOf(part) : part
      const before = contents('primary')
      how(store, name)
      const report = await vault.verify()
      expect(report).toMatchObject({ older: [], damaged: [], withoutAbout: [] })
      // A root that is lost is not mended: the next is written, to the other place.
      if (!part.includes('.root.') || store !== 'primary') {
        expect(report.mended).toBe(1)
        expect(contents('mirror')).toEqual(contents('primary'))
        expect(contents('primary')).toEqual(before)
      }
      expect(await vault.verify()).toEqual(fine)
      const again = await openVault(memory[store], passphrase, { kdf: fastKdf })
      expect((await again.get('key-1'))?.secret).toBe(testSecret(1))
      expect(await again.history('key-1')).toEqual([{ at: 1 }])
    },
  )

  it('is counted, item by item', async () => {
    lose('mirror', nameOf('key-2.about'))
    lose('mirror', nameOf('key-3.secret'))
    expect((await vault.verify()).mended).toBe(2)
    lose('primary', nameOf('key-2.about'))
    expect((await vault.verify()).mended).toBe(1)
    memory.mirror.items.clear()
    expect((await vault.verify()).mended).toBe(names('primary').length)
    expect(contents('mirror')).toEqual(contents('primary'))
  })

  it('and waits sealed comes back too', async () => {
    await sealToInbox(memory.primary, key('captured'), { mirror: memory.mirror })
    const note = await sealNote(memory.primary, { id: 'a' }, { mirror: memory.mirror })
    const whole = contents('primary')
    lose('mirror', 'vault.1.inbox.key-captured')
    lose('mirror', `vault.1.note.${note}`)
    expect((await vault.verify()).mended).toBe(2)
    expect(contents('mirror')).toEqual(whole)
    lose('primary', 'vault.1.inbox.key-captured')
    await vault.verify()
    expect(contents('primary')).toEqual(whole)
  })

  it('never spreads: what the primary has rotten does not go over what the mirror has whole', async () => {
    await sealToInbox(memory.primary, key('captured'), { mirror: memory.mirror })
    const rotten = nameOf('.inbox.')
    for (const store of both) rot(store, rotten)
    const bad = memory.primary.items.get(rotten)
    memory.mirror.items.set(rotten, '"otherwise"')
    await vault.verify()
    expect(memory.mirror.items.get(rotten)).toBe('"otherwise"')
    expect(memory.primary.items.get(rotten)).toBe(bad)
  })

  it('never spreads, though the primary cannot be mended', async () => {
    const refuses = { ...memory.primary, set: () => Promise.reject(new Error('IO error')) }
    const other = await openVault(refuses, passphrase, { kdf: fastKdf, mirror: memory.mirror })
    const before = contents('mirror')
    for (const part of ['key-2.about', 'key-3.secret', '.bucket.']) rot('primary', nameOf(part))
    expect(await other.verify()).toMatchObject({ older: [], damaged: [], withoutAbout: [] })
    expect(contents('mirror')).toEqual(before)
  })

  it('stays lost there when the mirror refuses; that is no failure', async () => {
    const refuses = { ...memory.mirror, set: () => Promise.reject(new Error('IO error')) }
    const other = await openVault(memory.primary, passphrase, { kdf: fastKdf, mirror: refuses })
    lose('mirror', nameOf('key-2.about'))
    expect(await other.verify()).toEqual({ ...fine, isMirrored: false })
  })
})

describe('what both stores have lost', () => {
  const loseBoth = (part: string) => {
    const name = nameOf(part)
    for (const store of both) lose(store, name)
  }

  it('a description: the key is still there, and named from its secret part', async () => {
    loseBoth('key-2.about')
    expect(await vault.verify()).toEqual({ ...fine, withoutAbout: ['key-2'] })
    expect(await vault.get('key-2')).toMatchObject({ label: 'Key 2', secret: testSecret(2) })
    expect(vault.notices()).toHaveLength(1)
  })

  it('a secret: that key is damaged, and no other', async () => {
    loseBoth('key-2.secret')
    expect(await vault.verify()).toEqual({ ...fine, damaged: ['key-2'] })
    expect(await vault.damaged()).toEqual(['key-2'])
    expect((await vault.get('key-1'))?.secret).toBe(testSecret(1))
    expect(vault.notices()).toHaveLength(1)
  })

  it('both parts: damaged, not “without its description”', async () => {
    loseBoth('key-2.about')
    loseBoth('key-2.secret')
    expect(await vault.verify()).toEqual({ ...fine, damaged: ['key-2'] })
  })

  it('a list of what is current: it is written anew, with what was put aside', async () => {
    await vault.putAside('key-3')
    const ids = ['key-1', 'key-2', 'key-3']
    const buckets = names('primary').filter(name => name.includes('.bucket.'))
    expect(buckets.length).toBeGreaterThan(1)
    for (const name of buckets) {
      for (const store of both) lose(store, name)
      expect(await vault.verify()).toMatchObject({ older: [], damaged: [], withoutAbout: [] })
      for (const store of both) {
        const again = await openVault(memory[store], passphrase, { kdf: fastKdf })
        expect((await again.list()).map(({ id }) => id).sort()).toEqual(ids.slice(0, 2))
        for (const id of ids) expect((await again.get(id))?.label).toBe(`Key ${id.slice(4)}`)
        expect(again.notices()).toEqual([])
      }
    }
  })

  it('a history alone: nothing is said of the key', async () => {
    loseBoth('.history.')
    expect(await vault.verify()).toEqual(fine)
    expect(await vault.history('key-1')).toEqual([])
  })

  it('the newest of a part, of which an older one is left over: the older counts, and is written down', async () => {
    // The store could not let go of the old.
    const kept = new Map(memory.primary.items)
    await vault.edit('key-2', { label: 'Renamed' })
    for (const [name, item] of kept) if (name.includes('key-2.about')) memory.primary.items.set(name, item)
    for (const store of both) {
      const newest = names(store).filter(name => name.includes('key-2.about') && !kept.has(name))
      expect(newest).toHaveLength(1)
      lose(store, newest[0] ?? '')
    }
    expect(await vault.verify()).toMatchObject({ older: ['key-2'], damaged: [], withoutAbout: [] })
    expect(vault.notices()).toHaveLength(1)
    for (const store of both) {
      const again = await openVault(memory[store], passphrase, { kdf: fastKdf })
      expect((await again.about('key-2'))?.label).toBe('Key 2')
    }
    expect(await vault.verify()).toEqual(fine)
  })
})

it('the newest secret, of which an older one is left over: the older counts', async () => {
  const kept = new Map(memory.primary.items)
  await vault.put({ ...key(2), secret: testSecret('new') })
  for (const [name, item] of kept) if (name.includes('key-2.')) memory.primary.items.set(name, item)
  for (const store of both)
    for (const name of names(store)) if (name.includes('key-2.secret') && !kept.has(name)) lose(store, name)
  expect(await vault.verify()).toMatchObject({ older: ['key-2'], damaged: [] })
  expect((await vault.get('key-2'))?.secret).toBe(testSecret(2))
})

describe('what nothing points to', () => {
  const stamp = '9-0123456789ab'
  const leftOver = [
    `vault.1.part.key-9.about.${stamp}`,
    `vault.1.bucket.5.${stamp}`,
    'vault.7.root.0',
    `vault.3.part.key-9.secret.${stamp}`,
  ]
  const leave = (list: string[]) => {
    for (const store of both) for (const name of list) memory[store].items.set(name, '"left over"')
  }

  it('is swept from both stores when nothing is damaged', async () => {
    leave(leftOver)
    expect(await vault.verify()).toEqual(fine)
    for (const store of both) for (const name of leftOver) expect(names(store)).not.toContain(name)
  })

  it('is never swept when it waits, was set aside, or is not ours', async () => {
    const others = [
      'vault.1.inbox.k1',
      'vault.1.note.n1',
      'vault.1.former',
      'vault.old.1234.1.part.key-9.about.x',
      'vault.inbox',
      'settings',
      `x.vault.1.part.key-9.about.${stamp}`,
    ]
    leave(others)
    await vault.verify()
    for (const store of both) for (const name of others) expect(names(store)).toContain(name)
  })

  it.each(['secret', 'about'])('is kept while a %s is lost: it may be all that is left', async part => {
    leave(leftOver)
    const name = nameOf(`key-2.${part}`)
    for (const store of both) lose(store, name)
    await vault.verify()
    for (const store of both) for (const left of leftOver) expect(names(store)).toContain(left)
  })

  it.each(both)(
    'is kept when somebody else has written meanwhile and only the %s knows: it is theirs',
    async store => {
      const elsewhere = store === 'primary' ? 'mirror' : 'primary'
      const before = new Map(memory[elsewhere].items)
      const other = await openVault(memory.primary, passphrase, { kdf: fastKdf, mirror: memory.mirror })
      await other.put(key(7))
      // The other store has lost what was written last.
      memory[elsewhere].items.clear()
      for (const [name, item] of before) memory[elsewhere].items.set(name, item)
      await vault.verify()
      const again = await openVault(memory[store], passphrase, { kdf: fastKdf })
      expect((await again.get('key-7'))?.secret).toBe(testSecret(7))
    },
  )

  it('is kept when somebody else has written and a list of ours is damaged: ours is not written over theirs', async () => {
    const other = await openVault(memory.primary, passphrase, { kdf: fastKdf, mirror: memory.mirror })
    const lists = names('primary').filter(name => name.includes('.bucket.'))
    await other.put(key(7))
    for (const name of lists) for (const store of both) lose(store, name)
    await vault.verify()
    for (const store of both) {
      const again = await openVault(memory[store], passphrase, { kdf: fastKdf })
      expect((await again.get('key-7'))?.secret).toBe(testSecret(7))
    }
  })

  it('is kept when somebody else writes while the mirror is brought up to date', async () => {
    const other = await openVault(memory.primary, passphrase, { kdf: fastKdf, mirror: memory.mirror })
    let written: Promise<unknown> | undefined
    const interrupted: Store = {
      ...memory.mirror,
      set: async items => {
        await memory.mirror.set(items)
        written ??= other.put(key(7))
        await written
      },
    }
    const first = await openVault(memory.primary, passphrase, { kdf: fastKdf, mirror: interrupted })
    lose('mirror', nameOf('key-2.about'))
    await first.verify()
    expect(written).toBeDefined()
    for (const store of both) {
      const again = await openVault(memory[store], passphrase, { kdf: fastKdf })
      expect((await again.get('key-7'))?.secret).toBe(testSecret(7))
    }
  })

  it('is kept where a store cannot say what it has', async () => {
    leave(leftOver)
    const blind = { ...memory.primary, names: () => Promise.reject(new Error('IO error')) }
    const other = await openVault(blind, passphrase, { kdf: fastKdf, mirror: memory.mirror })
    await other.verify()
    for (const name of leftOver) {
      expect(names('primary')).toContain(name)
      expect(names('mirror')).not.toContain(name)
    }
  })
})

it('a look through hundreds of parts takes sixty at a time, and lets others in between', async () => {
  await vault.addAll(Array.from({ length: 100 }, (_, i) => key(`many-${i}`)))
  const order: string[] = []
  asked = []
  const looking = vault.verify().then(() => order.push('looked'))
  const saving = vault.put(key('meanwhile')).then(() => order.push('saved'))
  await Promise.all([looking, saving])
  expect(order).toEqual(['saved', 'looked'])
  expect(Math.max(...asked.map(list => list.filter(name => name.includes('.part.')).length))).toBe(60)
  expect(await vault.verify()).toEqual(fine)
})
