/** Joining what devices know: in any order, any number of times, in any parts, the same. And what a state makes of a vault. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAlive, join, prune } from '../../src/vault/sync/join.ts'
import { keepAlive, type LocalVault, takeLocalChanges } from '../../src/vault/sync/local-changes.ts'
import { missingFrom } from '../../src/vault/sync/missing.ts'
import { showState } from '../../src/vault/sync/shown.ts'
import {
  type Clock,
  emptyState,
  readState,
  type SyncState,
  stateText,
  writeState,
} from '../../src/vault/sync/state.ts'
import { changesFor } from '../../src/vault/sync/vault-changes.ts'

/** Few names and times, so that they meet. A clock may be in 1970, a day ahead, or far beyond. */
const clock: fc.Arbitrary<Clock> = fc.tuple(
  fc.constantFrom(0, 1, 1_800_000_000_000, 1_800_086_400_000, 8.64e15),
  fc.constantFrom('one', 'two'),
)
const clocks = (name: fc.Arbitrary<string>) => fc.array(fc.tuple(name, clock)).map(rows => new Map(rows))
const tag = fc.constantFrom('aa', 'bb', 'cc')
const value = fc.oneof(
  fc.string(),
  fc.constant(null),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.integer(),
)
const field = fc.record({ value, clock })
const record = fc.record({
  fields: fc.array(fc.tuple(fc.constantFrom('label', 'notes', 'aa.label'), field)).map(rows => new Map(rows)),
  secrets: clocks(tag),
  retired: clocks(tag),
  deletions: clocks(fc.constantFrom('label', 'notes', '#aa', '#bb')),
})
const state: fc.Arbitrary<SyncState> = fc.record({
  records: fc.array(fc.tuple(fc.constantFrom('x', 'y', 'x:aaaa'), record)).map(rows => new Map(rows)),
  sealed: fc.array(fc.tuple(tag, fc.string())).map(rows => new Map(rows)),
})
const text = (each: SyncState) => JSON.stringify(writeState(each))

describe('joining', () => {
  test('is the same in whatever order', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect(text(join(a, b))).toBe(text(join(b, a)))
      }),
    )
  })
  test('is the same in whatever groups', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(text(join(join(a, b), c))).toBe(text(join(a, join(b, c))))
      }),
    )
  })
  test('is the same however often, and changes neither of the two', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const before = text(a)
        const both = join(a, b)
        expect(text(join(both, a))).toBe(text(both))
        expect(text(join(a, a))).toBe(before)
        expect(text(a)).toBe(before)
      }),
    )
  })
  test('comes through its stored form unchanged', () => {
    fc.assert(
      fc.property(state, a => {
        expect(stateText(readState(JSON.parse(text(a))) ?? emptyState())).toBe(stateText(a))
      }),
    )
  })
  test('what one state says beyond another makes the other the whole, and is nothing where all is said', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect(text(join(a, missingFrom(a, b)))).toBe(
          text(join(a, { ...b, sealed: missingFrom(a, b).sealed })),
        )
        expect([...join(a, missingFrom(a, b)).sealed.keys()].sort()).toEqual(
          [...join(a, b).sealed.keys()].sort(),
        )
        expect(text(missingFrom(a, a))).toBe(text(emptyState()))
      }),
    )
  })
  test('letting go of deleted words changes nothing about what is shown', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect([...showState(prune(join(a, b)))]).toEqual([...showState(join(a, b))])
      }),
    )
  })
})

test('what is no state is none, and what is half of one is read as far as it is', () => {
  for (const value of [undefined, null, 5, 'x', [], {}, { records: 5 }])
    expect(readState(value)).toBeUndefined()
  const read = readState({
    records: [
      ['id', [['label', 5, 'one', 'a'], ['notes', Infinity, 'one', 'b'], ['__proto__'], 7], 'no', null],
      ['not an id!', []],
      9,
    ],
    sealed: [
      ['aa', 'text'],
      ['bb', 5],
    ],
  })
  expect([...(read?.records.keys() ?? [])]).toEqual(['id'])
  expect([...(read?.records.get('id')?.fields.keys() ?? [])]).toEqual(['label'])
  expect([...(read?.sealed ?? [])]).toEqual([['aa', 'text']])
})

/** A device: what its vault holds, and what it remembers. */
const now = 1_800_000_000_000
type Keys = Record<string, { label: string; tag: string }>
const vaultOf = (keys: Keys, deleted: string[] = []): LocalVault => ({
  keys: new Map(
    Object.entries(keys).map(([id, { label, tag: of }]) => [
      id,
      { fields: new Map([['label', label]]), tag: of },
    ]),
  ),
  unsure: new Set(),
  deleted: new Set(deleted),
  sealed: new Map(Object.values(keys).map(({ tag: of }) => [of, `sealed ${of}`])),
})
const take = (before: SyncState, device: string, keys: Keys, deleted: string[] = [], at = now) =>
  prune(takeLocalChanges(before, vaultOf(keys, deleted), { now: at, device }))
const shownIn = (each: SyncState): Keys =>
  Object.fromEntries(
    [...showState(each)].map(([id, { tag: of, fields }]) => [
      id,
      { label: String(fields.get('label')), tag: of },
    ]),
  )
const both: Keys = { one: { label: 'One', tag: 'aa' }, two: { label: 'Two', tag: 'bb' } }
const start = take(emptyState(), 'home', both)

describe('two devices', () => {
  test('what is missing is not deleted: it comes back', () => {
    const after = take(start, 'home', { two: { label: 'Two', tag: 'bb' } })
    expect(shownIn(after)).toEqual(both)
    expect([...changesFor(vaultOf({ two: { label: 'Two', tag: 'bb' } }), after).add.keys()]).toEqual(['one'])
  })
  test('what is deleted is deleted on the other, and its words and secret are let go of', () => {
    const after = take(start, 'home', { two: { label: 'Two', tag: 'bb' } }, ['one'])
    const there = prune(join(start, after))
    expect(changesFor(vaultOf(both), there).remove).toEqual(['one'])
    expect(JSON.stringify(writeState(there))).not.toMatch(/"One"|sealed aa/)
  })
  test.each([
    ['an edit', { ...both, one: { label: 'Renamed', tag: 'aa' } }],
    ['another secret', { ...both, one: { label: 'One', tag: 'cc' } }],
  ])('%s beats a deletion that had not seen it, even by a clock in 1970', (_, keys) => {
    const deleted = take(start, 'home', { two: { label: 'Two', tag: 'bb' } }, ['one'])
    const edited = take(start, 'work', keys, [], 0)
    const joined = prune(join(deleted, edited))
    expect(shownIn(joined)).toMatchObject(keys)
    expect(stateText(joined)).toBe(stateText(prune(join(edited, deleted))))
  })
  test('two secrets under one id are two keys', () => {
    const home = take(start, 'home', { ...both, one: { label: 'One', tag: 'cc' } })
    const work = take(start, 'work', { ...both, one: { label: 'One', tag: 'dd' } })
    const labels = Object.values(shownIn(join(home, work))).map(({ label, tag: of }) => `${of}: ${label}`)
    expect(labels.sort()).toEqual(['aa: One (3)', 'bb: Two', 'cc: One (2)', 'dd: One'])
  })
  test('the same secret added on both is one key, until one of them is deleted that the other never saw', () => {
    const home = take(emptyState(), 'home', { h: { label: 'Home', tag: 'aa' } })
    const work = take(emptyState(), 'work', { w: { label: 'Work', tag: 'aa' } })
    expect(shownIn(join(home, work))).toEqual({ h: { label: 'Home', tag: 'aa' } })
    expect(changesFor(vaultOf({ w: { label: 'Work', tag: 'aa' } }), join(home, work)).drop).toEqual(['w'])
    const gone = take(home, 'home', {}, ['h'])
    expect(shownIn(join(gone, work))).toEqual({ w: { label: 'Work', tag: 'aa' } })
  })
  test('fields join one by one, the later of each, whatever the clocks say', () => {
    const home = take(start, 'home', { ...both, one: { label: 'Home', tag: 'aa' } }, [], now + 86_400_000)
    const after = take(join(start, home), 'work', { ...both, one: { label: 'Work', tag: 'aa' } }, [], now)
    expect(shownIn(join(home, after)).one?.label).toBe('Work')
    // A clock that is a day ahead is not taken over by what is changed beside.
    const beside = take(after, 'work', { one: { label: 'Work', tag: 'aa' }, two: { label: 'B', tag: 'bb' } })
    expect(beside.records.get('two')?.fields.get('label')?.clock).toEqual([now + 1, 'work'])
  })
  test('a deletion that is refused is undone everywhere', () => {
    const deleted = take(start, 'home', { two: { label: 'Two', tag: 'bb' } }, ['one'])
    const joined = prune(join(start, deleted))
    const kept = keepAlive(start, joined, vaultOf(both).keys, { now, device: 'work' })
    expect(shownIn(prune(join(deleted, kept)))).toEqual(both)
  })
  test('a key that cannot be read is left as it is', () => {
    const deleted = take(start, 'home', { two: { label: 'Two', tag: 'bb' } }, ['one'])
    const vault = { ...vaultOf({ two: { label: 'Two', tag: 'bb' } }), unsure: new Set(['one']) }
    const changes = changesFor(vault, prune(join(start, deleted)))
    expect(changes).toEqual({ add: new Map(), edit: new Map(), remove: [], drop: [] })
    expect(
      isAlive(takeLocalChanges(start, vault, { now, device: 'work' }).records.get('one') ?? never()),
    ).toBe(true)
  })
})

function never(): never {
  throw new Error('the record is there')
}
