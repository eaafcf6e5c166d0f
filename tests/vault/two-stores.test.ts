/** Two stores that should hold the same: what is read, what is mended, and when a write counts. */
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/vault/record.ts'
import {
  bothStores,
  namesIn,
  namesInEither,
  readProven,
  readWhatCan,
  removeWhatCan,
  sameJson,
  writeProven,
} from '../../src/vault/stored/mirrored-store.ts'
import { memoryStore } from './helpers.ts'

const storeOf = (items: Record<string, unknown>) =>
  memoryStore(new Map(Object.entries(items).map(([name, item]) => [name, JSON.stringify(item)])))
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    thrown => (thrown as { code?: string }).code ?? String(thrown),
  )
const broken = async (): Promise<never> => {
  throw new Error('IO error')
}

describe('the same JSON', () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    ['a', 'a'],
    [null, null],
    [undefined, undefined],
    [{}, {}],
    [[], []],
    [
      { a: 1, b: { c: [1, 2] } },
      { b: { c: [1, 2] }, a: 1 },
    ],
  ])('%j and %j', (one, other) => {
    expect(sameJson(one, other)).toBe(true)
  })

  it.each<[unknown, unknown]>([
    [1, 2],
    [1, '1'],
    [0, null],
    [null, undefined],
    [null, {}],
    [{}, null],
    [{}, []],
    [[], {}],
    [{ 0: 'a' }, ['a']],
    ['a', { a: 1 }],
    [{ a: 1 }, 'a'],
    [{ a: 1 }, {}],
    [{}, { a: 1 }],
    [{ a: 1 }, { a: 2 }],
    [
      { a: 1, b: 2 },
      { a: 1, b: 3 },
    ],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [undefined, {}],
  ])('not %j and %j', (one, other) => {
    expect(sameJson(one, other)).toBe(false)
    expect(sameJson(other, one)).toBe(false)
  })
})

describe('what can be read', () => {
  it('is read at once; nothing is asked for when nothing is wanted', async () => {
    const asked: unknown[] = []
    const store = storeOf({ a: 1, b: 2 })
    const counting: Store = {
      ...store,
      get: keys => {
        asked.push(keys)
        return store.get(keys)
      },
    }
    expect(await readWhatCan(counting, ['a', 'b', 'c'])).toEqual({ a: 1, b: 2 })
    expect(await readWhatCan(counting, [])).toEqual({})
    expect(asked).toEqual([['a', 'b', 'c']])
  })

  it('is what is left when one item fails the whole read', async () => {
    const store = storeOf({ a: 1, b: 2, c: 3 })
    const rotten: Store = {
      ...store,
      get: keys => ((Array.isArray(keys) ? keys : [keys]).includes('b') ? broken() : store.get(keys)),
    }
    expect(await readWhatCan(rotten, ['a', 'b', 'c'])).toEqual({ a: 1, c: 3 })
  })

  it('names come from the store’s own list, from its items, or are not known', async () => {
    const store = storeOf({ a: 1, b: 2 })
    expect(await namesIn(store)).toEqual(['a', 'b'])
    expect(await namesIn({ ...store, get: broken, names: async () => ['x'] })).toEqual(['x'])
    expect(await namesIn({ ...store, get: broken })).toBeUndefined()
    expect(await namesIn({ ...store, names: broken })).toBeUndefined()
    expect(await namesIn(undefined)).toEqual([])
  })

  it('names of either store, once each, that begin so; one that cannot tell hides nothing of the other', async () => {
    const primary = storeOf({ 'vault.a': 1, 'vault.b': 1, 'x.vault.': 1 })
    const mirror = storeOf({ 'vault.b': 1, 'vault.c': 1 })
    expect((await namesInEither({ primary, mirror }, 'vault.')).sort()).toEqual([
      'vault.a',
      'vault.b',
      'vault.c',
    ])
    expect(await namesInEither({ primary: { ...primary, get: broken }, mirror }, 'vault.')).toEqual([
      'vault.b',
      'vault.c',
    ])
    expect(bothStores({ primary, mirror })).toEqual([primary, mirror])
    expect(bothStores({ primary })).toEqual([primary])
  })
})

describe('a write', () => {
  it('counts when it can be read back', async () => {
    const store = storeOf({ b: 'stays' })
    await writeProven(store, { a: { x: 1, y: [2] } })
    expect(await store.get(null)).toEqual({ a: { x: 1, y: [2] }, b: 'stays' })
  })

  it('of nothing touches nothing', async () => {
    expect(await code(writeProven({ get: broken, set: broken, remove: broken }, {}))).toBe('no failure')
  })

  it.each<[string, Partial<Store>, string]>([
    ['throws', { set: broken }, 'storage_failed'],
    ['is full', { set: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) }, 'storage_full'],
    ['lies', { set: async () => undefined }, 'storage_failed'],
    ['cannot be read back', { get: broken }, 'storage_failed'],
    ['gives back another value', { get: async () => ({ a: 1, b: 3 }) }, 'storage_failed'],
    ['gives back only some', { get: async () => ({ a: 1 }) }, 'storage_failed'],
  ])('fails when the store %s', async (_, wrong, expected) => {
    expect(await code(writeProven({ ...memoryStore(), ...wrong }, { a: 1, b: 2 }))).toBe(expected)
  })

  it('removal does what it can, and asks for nothing when there is nothing', async () => {
    const store = storeOf({ a: 1, b: 2, c: 3 })
    await removeWhatCan(store, ['a', 'b'])
    expect(await store.get(null)).toEqual({ c: 3 })
    await removeWhatCan({ ...store, remove: broken }, ['c'])
    let asked = 0
    await removeWhatCan({ ...store, remove: async () => void asked++ }, [])
    expect(asked).toBe(0)
  })
})

describe('a read that is proven', () => {
  const isGood = async (_: string, value: unknown) =>
    typeof value === 'string' && value.startsWith('good') ? value.toUpperCase() : undefined

  it('takes each item from the first store in which it is intact, and repairs the other', async () => {
    const primary = storeOf({ a: 'good a', b: 'rotten', d: 'rotten' })
    const mirror = storeOf({ a: 'good, but older', b: 'good b', c: 'good c', d: 'rotten too' })
    const mended: number[] = []
    const found = await readProven({ primary, mirror }, ['a', 'b', 'c', 'd', 'e'], isGood, count =>
      mended.push(count),
    )
    expect(Object.fromEntries(found)).toEqual({ a: 'GOOD A', b: 'GOOD B', c: 'GOOD C' })
    expect(mended).toEqual([2])
    expect(await primary.get(null)).toEqual({ a: 'good a', b: 'good b', c: 'good c', d: 'rotten' })
    expect(await mirror.get('a')).toEqual({ a: 'good, but older' })
  })

  it('never reads the mirror for items that are intact in the primary, and reports nothing then', async () => {
    const primary = storeOf({ a: 'good a' })
    const mended: number[] = []
    const found = await readProven(
      { primary, mirror: { get: broken, set: broken, remove: broken } },
      ['a'],
      isGood,
      count => mended.push(count),
    )
    expect([...found]).toEqual([['a', 'GOOD A']])
    expect(mended).toEqual([])
  })

  it('reports a repair only when something was repaired', async () => {
    const mended: number[] = []
    const twin = { primary: storeOf({ a: 'rotten' }), mirror: storeOf({ a: 'rotten' }) }
    expect((await readProven(twin, ['a'], isGood, count => mended.push(count))).size).toBe(0)
    expect(
      (await readProven({ primary: twin.primary }, ['a'], isGood, count => mended.push(count))).size,
    ).toBe(0)
    expect(mended).toEqual([])
    expect(await twin.primary.get(null)).toEqual({ a: 'rotten' })
  })

  it('returns what it has found when the primary cannot be repaired, and never calls the check for a missing item', async () => {
    const asked: unknown[] = []
    const check = async (name: string, value: unknown) => {
      asked.push(value)
      return isGood(name, value)
    }
    const twin = { primary: { ...memoryStore(), set: broken }, mirror: storeOf({ a: 'good a' }) }
    expect([...(await readProven(twin, ['a', 'b'], check, () => undefined))]).toEqual([['a', 'GOOD A']])
    expect(asked).toEqual(['good a'])
  })
})
