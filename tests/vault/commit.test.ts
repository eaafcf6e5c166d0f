/** One change of the vault at a time: what is written, in which order, what is let go, and what stays when a store fails. */
import { beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../src/vault/crypto/bytes.ts'
import { deriveKeys } from '../../src/vault/crypto/keys.ts'
import type { Store } from '../../src/vault/record.ts'
import { type Change, commit } from '../../src/vault/stored/commit.ts'
import { loadManifest } from '../../src/vault/stored/load.ts'
import {
  bucketOf,
  emptyManifest,
  entryOf,
  type Manifest,
  openRoot,
  type Scope,
} from '../../src/vault/stored/manifest.ts'
import { partName } from '../../src/vault/stored/names.ts'
import { openPart } from '../../src/vault/stored/parts.ts'
import { patiently } from '../patiently.ts'
import { memoryStore } from './helpers.ts'

const keys = await deriveKeys(new Uint8Array(32).fill(1), 'vault-1')
const scope: Scope = { vaultId: 'vault-1', epoch: 1, keys, version: 1 }

/** Two ids that lie in one bucket, and one that does not. */
const [one, two, other] = (() => {
  const first = 'k0'
  const ids = Array.from({ length: 2_000 }, (_, i) => `k${i + 1}`)
  const same = ids.find(id => bucketOf(id) === bucketOf(first)) ?? ''
  const apart = ids.find(id => bucketOf(id) !== bucketOf(first)) ?? ''
  return [first, same, apart]
})()

type Event = { store: 'primary' | 'mirror'; does: 'set' | 'remove'; names: string[] }
let events: Event[]
let failing: (event: Event) => boolean
let manifest: Manifest
let memory: { primary: ReturnType<typeof memoryStore>; mirror: ReturnType<typeof memoryStore> }
let twin: { primary: Store; mirror: Store }

const watched = (name: Event['store'], store: Store): Store => {
  const on = (does: Event['does'], names: string[], work: () => Promise<void>) => {
    const event = { store: name, does, names }
    events.push(event)
    return failing(event) ? Promise.reject(new Error('IO error')) : work()
  }
  return {
    get: store.get,
    set: items => on('set', Object.keys(items), () => store.set(items)),
    remove: names => on('remove', [names].flat(), () => store.remove(names)),
  }
}

beforeEach(() => {
  events = []
  failing = () => false
  manifest = emptyManifest()
  memory = { primary: memoryStore(), mirror: memoryStore() }
  twin = { primary: watched('primary', memory.primary), mirror: watched('mirror', memory.mirror) }
})

const change = (
  changes: Record<string, Change>,
  random = systemRandom,
  stores: typeof twin | { primary: Store } = twin,
) => commit(stores, scope, manifest, new Map(Object.entries(changes)), random)
const about = (label: string) => ({ about: { label }, secret: { secret: `secret of ${label}` } })
const namesOf = (store: 'primary' | 'mirror') => [...memory[store].items.keys()].sort()
const kind = (name: string) => name.split('.')[2] ?? ''
/** What somebody finds who opens one store anew. */
const stored = async (store: 'primary' | 'mirror') => {
  const { manifest: found } = await loadManifest({ primary: memory[store] }, scope, systemRandom)
  const parts = [...found.buckets.values()].flatMap(({ entries }) => [...entries])
  return Object.fromEntries(
    await Promise.all(
      parts.map(async ([id, entry]) => {
        const read = async (part: 'about' | 'secret' | 'history') => {
          const stamp = entry[part]
          const name = stamp && partName(1, id, part, stamp)
          return name && openPart(scope, id, part, stamp, (await memory[store].get(name))[name])
        }
        const [aboutPart, secret, history] = [
          await read('about'),
          await read('secret'),
          await read('history'),
        ]
        return [id, { about: aboutPart, secret, history, aside: entry.aside }] as const
      }),
    ),
  )
}
const record = (label: string, more: object = {}) => ({
  ...about(label),
  history: undefined,
  aside: undefined,
  ...more,
})

describe('a change', () => {
  it('is there for whoever opens either store again, and nothing else is', async () => {
    expect(await change({ [one]: about('A'), [other]: { ...about('B'), history: [1] } })).toBe(true)
    for (const store of ['primary', 'mirror'] as const)
      expect(await stored(store)).toEqual({ [one]: record('A'), [other]: record('B', { history: [1] }) })
    expect(namesOf('mirror')).toEqual(namesOf('primary'))
    expect(namesOf('primary').map(kind).sort()).toEqual(
      ['bucket', 'bucket', 'part', 'part', 'part', 'part', 'part', 'root'].sort(),
    )
  })

  it('counts up, and writes the root to the other place each time', async () => {
    for (let i = 1; i <= 3; i++) {
      await change({ [one]: about(`A${i}`) })
      expect(manifest.generation).toBe(i)
      expect(manifest.rootSlot).toBe(i % 2)
      const root = `vault.1.root.${i % 2}`
      expect((await openRoot(scope, (await memory.primary.get(root))[root]))?.generation).toBe(i)
      expect(events.filter(({ names }) => names.includes(root)).map(({ store }) => store)).toContain(
        'primary',
      )
      events = []
    }
    expect(namesOf('primary').filter(name => kind(name) === 'root')).toEqual([
      'vault.1.root.0',
      'vault.1.root.1',
    ])
    for (const name of namesOf('primary').filter(each => kind(each) === 'part'))
      expect(name).toMatch(/\.3-[0-9a-f]{12}$/)
  })

  it('is found anew with its number, the place of its root and the head that it knows', async () => {
    const empty = await loadManifest(memory, scope, systemRandom)
    expect(empty).toEqual({ manifest: emptyManifest(), findings: { mended: 0, rebuilt: [] } })
    for (const headRevision of [7, 8]) {
      manifest.headRevision = headRevision
      await change({ [one]: about(`A${headRevision}`) })
      expect(await loadManifest(memory, scope, systemRandom)).toEqual({
        manifest,
        findings: { mended: 0, rebuilt: [] },
      })
    }
  })

  it('is mended where the first store lacks a list, and built anew where both do', async () => {
    await change({ [one]: about('A'), [other]: about('B') })
    const lists = namesOf('primary').filter(name => kind(name) === 'bucket')
    for (const name of lists) memory.primary.items.delete(name)
    expect((await loadManifest(memory, scope, systemRandom)).findings).toEqual({ mended: 2, rebuilt: [] })
    for (const store of [memory.primary, memory.mirror]) for (const name of lists) store.items.delete(name)
    const { manifest: found, findings } = await loadManifest(memory, scope, systemRandom)
    expect(findings).toEqual({ mended: 0, rebuilt: expect.arrayContaining([one, other]) })
    expect(found.dirty).toEqual(new Set([bucketOf(one), bucketOf(other)]))
    expect([...found.buckets.keys()].sort()).toEqual([bucketOf(one), bucketOf(other)].sort())
  })

  it('is built anew by the names of its parts, the newest among them', async () => {
    await change({ [one]: about('A'), [two]: about('B'), [other]: about('C') })
    await change({ [one]: { about: { label: 'A2' } } })
    const whole = await loadManifest(memory, scope, systemRandom)
    const shared = bucketOf(one)
    const without = async (gone: (name: string) => boolean) => {
      for (const { items } of [memory.primary, memory.mirror])
        for (const name of [...items.keys()].filter(gone)) items.delete(name)
      const { manifest: found, findings } = await loadManifest(memory, scope, systemRandom)
      expect(found.generation).toBe(2)
      for (const [no, { entries }] of whole.manifest.buckets)
        expect(found.buckets.get(no)?.entries).toEqual(entries)
      return { found, rebuilt: findings.rebuilt.sort() }
    }
    const listLost = await without(name => name.startsWith(`vault.1.bucket.${shared}.`))
    expect([listLost.rebuilt, [...listLost.found.dirty]]).toEqual([[one, two].sort(), [shared]])
    expect(listLost.found.buckets.get(shared)?.stamp).toMatch(/^0-/)
    const rootLost = await without(name => kind(name) === 'root')
    expect(rootLost.rebuilt).toEqual([one, two, other].sort())
    expect(rootLost.found.dirty).toEqual(new Set(whole.manifest.buckets.keys()))
  })

  it('rewrites only the parts that change, and removes just those', async () => {
    await change({ [one]: { ...about('A'), history: [1] }, [two]: about('B'), [other]: about('C') })
    const before = namesOf('primary')
    await change({ [one]: { about: { label: 'A2' } } })
    const after = namesOf('primary')
    const gone = before.filter(name => !after.includes(name))
    expect(gone.map(kind).sort()).toEqual(['bucket', 'part'])
    expect(gone.find(name => kind(name) === 'part')).toContain(`.${one}.about.`)
    expect(namesOf('mirror')).toEqual(after)
    expect(await stored('mirror')).toEqual({
      [one]: record('A', { about: { label: 'A2' }, history: [1] }),
      [two]: record('B'),
      [other]: record('C'),
    })
  })

  it('writes the parts first, then what points to them, then removes the old ones', async () => {
    await change({ [one]: about('A') })
    events = []
    await change({ [one]: about('A2') })
    for (const store of ['primary', 'mirror'] as const)
      expect(
        events
          .filter(event => event.store === store)
          .map(({ does, names }) => [does, ...names.map(kind).sort()]),
      ).toEqual([
        ['set', 'part', 'part'],
        ['set', 'bucket', 'root'],
        ['remove', 'bucket', 'part', 'part'],
      ])
    const at = (store: string, does: string, what: string) =>
      events.findIndex(
        event =>
          event.store === store && event.does === does && event.names.some(name => kind(name) === what),
      )
    expect(at('primary', 'set', 'bucket')).toBeLessThan(at('mirror', 'set', 'bucket'))
  })

  it('removes a record with every part of it, and leaves its neighbour', async () => {
    await change({ [one]: { ...about('A'), history: [1] }, [two]: about('B'), [other]: about('C') })
    await change({ [one]: null })
    expect(await stored('primary')).toEqual({ [two]: record('B'), [other]: record('C') })
    expect(namesOf('primary').join()).not.toContain(`.${one}.`)
    await change({ [two]: null, [other]: null })
    expect(namesOf('primary').map(kind)).toEqual(['root', 'root'])
    expect(namesOf('mirror')).toEqual(namesOf('primary'))
    expect(await stored('mirror')).toEqual({})
    await change({ 'never-there': null })
    expect(await stored('primary')).toEqual({})
  })

  it('puts a record aside and takes it back, and touches no part of it', async () => {
    await change({ [one]: about('A') })
    const parts = namesOf('primary').filter(name => kind(name) === 'part')
    await change({ [one]: { aside: 1234 } })
    expect(await stored('primary')).toEqual({ [one]: record('A', { aside: 1234 }) })
    await change({ [one]: { about: { label: 'A2' } } })
    expect((await stored('primary'))[one]?.aside).toBe(1234)
    await change({ [one]: { aside: null } })
    expect(await stored('primary')).toEqual({ [one]: record('A', { about: { label: 'A2' } }) })
    expect(entryOf(manifest, one)).not.toHaveProperty('aside')
    expect(namesOf('primary').filter(name => parts.includes(name))).toHaveLength(1)
  })

  it('of nothing writes the buckets that are not stored as they are', async () => {
    await change({ [one]: about('A'), [other]: about('C') })
    const before = namesOf('primary')
    manifest.dirty.add(bucketOf(one))
    await change({})
    expect(manifest.dirty.size).toBe(0)
    const gone = before.filter(name => !namesOf('primary').includes(name))
    expect(gone).toHaveLength(1)
    expect(gone[0]).toContain(`.bucket.${bucketOf(one)}.`)
    expect(await stored('primary')).toEqual({ [one]: record('A'), [other]: record('C') })
  })

  it('needs no mirror', async () => {
    expect(await change({ [one]: about('A') }, systemRandom, { primary: twin.primary })).toBe(true)
    expect(await stored('primary')).toEqual({ [one]: record('A') })
    expect(namesOf('mirror')).toEqual([])
  })
})

describe('a store that fails', () => {
  const code = (promise: Promise<unknown>) =>
    promise.then(String, thrown => (thrown as { code?: string }).code)

  it.each([
    ['the parts', 'part'],
    ['what points to them', 'root'],
  ])('to write %s: all stays as it was, and the next change works', async (_, what) => {
    await change({ [one]: about('A') })
    const before = namesOf('primary')
    const then = structuredClone(manifest.buckets)
    failing = ({ store, does, names }) =>
      store === 'primary' && does === 'set' && names.some(name => kind(name) === what)
    expect(await code(change({ [one]: about('A2'), [other]: about('B') }))).toBe('storage_failed')
    expect(manifest.buckets).toEqual(then)
    expect(manifest.rootSlot).toBe(1)
    for (const name of before) expect(namesOf('primary')).toContain(name)
    for (const store of ['primary', 'mirror'] as const)
      expect(await stored(store)).toEqual({ [one]: record('A') })
    failing = () => false
    await change({ [one]: about('A3') })
    for (const store of ['primary', 'mirror'] as const)
      expect(await stored(store)).toEqual({ [one]: record('A3') })
    expect(manifest.generation).toBe(3)
  })

  it.each([
    ['the parts', 'part'],
    ['what points to them', 'root'],
  ])(
    'as the mirror, to write %s: the change counts, and the mirror keeps its older state whole',
    async (_, what) => {
      await change({ [one]: about('A') })
      const before = namesOf('mirror')
      failing = ({ store, does, names }) =>
        store === 'mirror' && does === 'set' && names.some(name => kind(name) === what)
      expect(await change({ [one]: about('A2') })).toBe(false)
      expect(await stored('primary')).toEqual({ [one]: record('A2') })
      expect(await stored('mirror')).toEqual({ [one]: record('A') })
      for (const name of before) expect(namesOf('mirror')).toContain(name)
      expect(events.filter(({ store, does }) => store === 'mirror' && does === 'remove')).toEqual([])
    },
  )

  it('counts as done only when the mirror has finished writing too', async () => {
    failing = ({ store, does }) => store === 'primary' && does === 'set'
    const order: string[] = []
    let release = () => {}
    const slow: Store = {
      ...memory.mirror,
      set: async items => {
        await new Promise<void>(resolve => {
          release = resolve
        })
        await memory.mirror.set(items)
        order.push('the mirror has written')
      },
    }
    const done = change({ [one]: about('A') }, systemRandom, { primary: twin.primary, mirror: slow }).catch(
      () => order.push('the change has failed'),
    )
    await patiently(() => expect(events.length).toBe(1))
    // Whoever does not wait for the mirror would have answered by now.
    await new Promise(setImmediate)
    release()
    await done
    expect(order).toEqual(['the mirror has written', 'the change has failed'])
  })

  it('to remove the old parts: the change counts', async () => {
    await change({ [one]: about('A') })
    failing = ({ does }) => does === 'remove'
    expect(await change({ [one]: about('A2') })).toBe(true)
    for (const store of ['primary', 'mirror'] as const)
      expect(await stored(store)).toEqual({ [one]: record('A2') })
  })

  it('is not needed to find that what was sealed does not open: nothing is written then', async () => {
    const noJson = { about: {}, secret: () => 'x' }
    expect(await code(change({ [one]: noJson }))).toBe('storage_failed')
    expect(namesOf('primary')).toEqual([])
    expect(events).toEqual([])
  })
})
