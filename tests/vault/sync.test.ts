/** Joining what devices know: in any order, any number of times, in any parts, the same. And what a state makes of a vault. */
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { id as messageId } from '../../src/protocol/message-fields.ts'
import { showState } from '../../src/vault/sync/expected-keys.ts'
import { isAlive, join, prune, seenName } from '../../src/vault/sync/join.ts'
import { keepAlive, type LocalVault, takeLocalChanges } from '../../src/vault/sync/local-changes.ts'
import { missingFrom } from '../../src/vault/sync/missing.ts'
import {
  type Clock,
  emptyState,
  readState,
  type SyncState,
  saysSomething,
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
/** As HMAC tags are: 32 hex digits. */
const tagCalled = (name: string) => name.repeat(16)
const tag = fc.constantFrom(...['aa', 'bb', 'cc'].map(tagCalled))
const value = fc.oneof(
  fc.string(),
  fc.constant(null),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.integer(),
)
const field = fc.record({ value, clock })
const record = fc
  .record({
    fields: fc
      .array(fc.tuple(fc.constantFrom('label', 'notes', `${tagCalled('aa')}.label`), field))
      .map(rows => new Map(rows)),
    secrets: clocks(tag),
    retired: clocks(tag),
    deletions: clocks(
      fc.constantFrom(
        'label',
        'notes',
        `#${tagCalled('aa')}`,
        `#${tagCalled('bb')}`,
        seenName(tagCalled('aa')),
        seenName(tagCalled('bb')),
      ),
    ),
  })
  .filter(saysSomething)
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
  test('removing deleted words changes nothing about what is shown', () => {
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
      ['nothing', [], [], [], []],
      ['id', [['label', 5, 'one', 'a'], ['notes', Infinity, 'one', 'b'], ['__proto__'], 7], 'no', null],
      ['not an id!', []],
      9,
    ],
    sealed: [
      [tagCalled('aa'), 'text'],
      [tagCalled('bb'), 5],
    ],
  })
  expect([...(read?.records.keys() ?? [])]).toEqual(['id'])
  expect([...(read?.records.get('id')?.fields.keys() ?? [])]).toEqual(['label'])
  expect([...(read?.sealed ?? [])]).toEqual([[tagCalled('aa'), 'text']])
})

describe('what another computer may put in a file', () => {
  const here = 1_800_000_000_000
  const stateOf = (id: string, time: number, ofTag: string): unknown => ({
    records: [[id, [['label', time, 'one', 'L']], [[ofTag, time, 'one']], [], [[`#${ofTag}`, time, 'one']]]],
    sealed: [[ofTag, 'text']],
  })
  const seen = (value: unknown) => JSON.stringify(writeState(readState(value, here) ?? emptyState()))
  test.each(['constructor', '__proto__', 'toString', 'x'.repeat(65), 'a b', ''])(
    'no record is called “%s”',
    id => {
      expect(readState(stateOf(id, here, tagCalled('aa')), here)?.records.size).toBe(0)
    },
  )
  test.each(['aa', 'x'.repeat(65), 'A'.repeat(32), '__proto__', `${tagCalled('aa')}0`])(
    'no tag is “%s”',
    each => {
      expect(seen(stateOf('id', here, each))).not.toContain(each === 'aa' ? '"aa"' : each)
    },
  )
  test.each([-1, 0.5, 2 ** 53 - 1, 8.64e15, here + 101 * 365 * 86_400_000])('no time is %d', time => {
    expect(seen(stateOf('id', time, tagCalled('aa')))).not.toContain(String(time))
  })
  test('all that is let in can be named in a message to the worker', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('valueOf', 'a:b', 'x'.repeat(64))), id => {
        const read = readState(stateOf(id, here, tagCalled('aa')), here)
        for (const each of read?.records.keys() ?? []) expect(v.is(messageId, each)).toBe(true)
      }),
    )
  })
  test('a wrong clock is taken, up to a hundred years ahead, and the next change here is later still', () => {
    const ahead = here + 99 * 365 * 86_400_000
    const theirs = readState(stateOf('one', ahead, tagCalled('aa')), here) ?? emptyState()
    const mine = take(theirs, 'two', { one: { label: 'Mine', tag: tagCalled('aa') } }, [], here)
    expect(shownIn(readState(JSON.parse(text(join(theirs, mine))), here) ?? emptyState()).one?.label).toBe(
      'Mine',
    )
  })
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
  test('what is deleted is deleted on the other, with its words and its secret', () => {
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
  test.each<[string, Keys, SyncState]>([
    ['who had renamed it', { ...both, one: { label: 'Renamed', tag: 'aa' } }, start],
    ['who knew another secret under its id', { one: { label: 'Backup', tag: 'cc' } }, emptyState()],
  ])('a key that was deleted by %s keeps its name where another secret was put in', (_, there, from) => {
    const theirs = take(from, 'work', there, [], now + 5)
    const { one: __, ...rest } = there
    const deleted = prune(take(theirs, 'work', rest, ['one'], now + 6))
    const used = take(start, 'home', { ...both, one: { label: 'One', tag: 'dd' } }, [], now + 9)
    const joined = prune(join(used, deleted))
    expect(shownIn(joined)).toMatchObject({ one: { label: 'One', tag: 'dd' } })
    expect(stateText(joined)).toBe(stateText(prune(join(deleted, used))))
  })
  test('two secrets under one id are two keys', () => {
    const home = take(start, 'home', { ...both, one: { label: 'One', tag: 'cc' } })
    const work = take(start, 'work', { ...both, one: { label: 'One', tag: 'dd' } })
    const labels = Object.values(shownIn(join(home, work))).map(({ label, tag: of }) => `${of}: ${label}`)
    expect(labels.sort()).toEqual(['aa: One (3)', 'bb: Two', 'cc: One (2)', 'dd: One'])
  })
  describe('of a key with two secrets', () => {
    const two = take(start, 'home', { ...both, one: { label: 'One', tag: 'cc' } })
    const copy = Object.keys(shownIn(two)).find(id => !(id in both)) ?? ''
    const keys = shownIn(two)
    const without = (gone: string) => Object.fromEntries(Object.entries(keys).filter(([id]) => id !== gone))
    /** What is left of it, on whichever computer. */
    const left = (...states: SyncState[]) => {
      const there = prune(states.reduce(join))
      expect(stateText(prune(states.reverse().reduce(join)))).toBe(stateText(there))
      const { two: _, ...rest } = shownIn(there)
      const { add, remove } = changesFor(vaultOf(keys), there)
      expect({ add: [...add.keys()], remove: remove.length }).toEqual({
        add: [],
        remove: 2 - Object.keys(rest).length,
      })
      return Object.values(rest).map(({ tag: of }) => of)
    }
    const first = take(two, 'home', without('one'), ['one'])
    const second = take(two, 'work', without(copy), [copy])

    test('each deletes another one: both are gone', () => {
      expect(left(first, second)).toEqual([])
    })
    test('one deletes the key, the other the secret that the first had not seen: both are gone', () => {
      const whole = take(start, 'home', { two: { label: 'Two', tag: 'bb' } }, ['one'])
      expect(left(whole, first)).toEqual([])
    })
    test('a word of the one that is deleted elsewhere brings that one back', () => {
      const renamed = take(two, 'work', { ...keys, [copy]: { label: 'Renamed', tag: 'aa' } })
      const gone = take(two, 'home', without(copy), [copy])
      expect(left(gone, renamed).sort()).toEqual(['aa', 'cc'])
      expect(left(take(renamed, 'home', without(copy), [copy]), renamed)).toEqual(['cc'])
    })
    test('each deletes another one and one then renames what is left: that is there again, by who holds it', () => {
      const renamed = take(second, 'work', { ...without(copy), one: { label: 'Renamed', tag: 'cc' } })
      const joined = prune(join(first, renamed))
      const held = { one: { label: 'Renamed', tag: 'cc' } }
      expect(changesFor(vaultOf(held), joined)).toMatchObject({ remove: [], drop: new Map() })
      expect(shownIn(take(joined, 'work', held))).toMatchObject(held)
    })
  })
  describe('of a key whose former secret became a key of its own, and was deleted', () => {
    const two = take(start, 'home', { ...both, one: { label: 'One', tag: 'cc' } })
    const copy = Object.keys(shownIn(two)).find(id => !(id in both)) ?? ''
    // A run was cut off after the copy came into the vault: the next one finds it there as any key.
    const own = take(start, 'home', { ...shownIn(two) })
    const left = { ...both, one: { label: 'One', tag: 'cc' } }
    const gone = take(own, 'home', left, [copy])

    test('who still holds that secret under the first id lets go of it, though another key stands for what came there', () => {
      const held = { ...both, also: { label: 'Also', tag: 'cc' } }
      const joined = prune(join(take(start, 'work', held), gone))
      expect(shownIn(joined)).not.toHaveProperty('one')
      expect(changesFor(vaultOf(held), joined).remove).toEqual(['one'])
    })
    test('who puts it in again has it again, beside what came since', () => {
      const again = take(gone, 'home', { ...left, one: { label: 'One', tag: 'aa' } })
      expect(Object.values(shownIn(prune(again))).map(({ tag: of }) => of)).toEqual(
        expect.arrayContaining(['aa', 'cc']),
      )
    })
  })
  describe('of a key that was deleted, while another secret was added under its id elsewhere', () => {
    const gone = take(start, 'home', { two: { label: 'Two', tag: 'bb' } }, ['one'], now + 5)
    // From a backup, by somebody who had seen nothing of the other.
    const backup = take(emptyState(), 'work', { one: { label: 'Backup', tag: 'cc' } }, [], now - 5)
    // A third computer has yet to hear of the deletion.
    const joined = prune([gone, start, backup].reduce(join))

    test('only the other one is there', () => {
      expect(shownIn(joined)).toMatchObject({ one: { tag: 'cc' } })
      expect(Object.values(shownIn(joined)).map(({ tag: of }) => of)).not.toContain('aa')
    })
    test('taken back, it outlives the other one', () => {
      const taken = take(
        joined,
        'home',
        { ...both, ...shownIn(joined), one: { label: 'One', tag: 'aa' } },
        [],
        now + 9,
      )
      const after = prune(join(taken, take(backup, 'work', {}, ['one'], now + 9)))
      expect(Object.values(shownIn(after)).map(({ tag: of }) => of)).toContain('aa')
    })
    test('a word that was said since brings it back, too', () => {
      const said = take(start, 'work', { ...both, one: { label: 'Renamed', tag: 'aa' } }, [], now + 9)
      expect(shownIn(prune(join(joined, said)))).toMatchObject({ one: { label: 'Renamed' } })
      expect(Object.values(shownIn(prune(join(joined, said)))).map(({ tag: of }) => of)).toContain('aa')
    })
  })
  test('the same secret added on both is one key, until one of them is deleted that the other never saw', () => {
    const home = take(emptyState(), 'home', { h: { label: 'Home', tag: 'aa' } })
    const work = take(emptyState(), 'work', { w: { label: 'Work', tag: 'aa' } })
    expect(shownIn(join(home, work))).toEqual({ h: { label: 'Home', tag: 'aa' } })
    expect(changesFor(vaultOf({ w: { label: 'Work', tag: 'aa' } }), join(home, work)).drop).toEqual(
      new Map([['w', 'h']]),
    )
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
    expect(changes).toEqual({ add: new Map(), edit: new Map(), remove: [], drop: new Map() })
    expect(
      isAlive(takeLocalChanges(start, vault, { now, device: 'work' }).records.get('one') ?? never()),
    ).toBe(true)
  })
})

describe('a device whose vault has not changed says nothing again', () => {
  const ids = fc.constantFrom('x', 'y', 'x:aaaa', `x:${tagCalled('bb').slice(0, 16)}`)
  const said = fc
    .array(fc.tuple(fc.constantFrom('label', 'notes', 'provider'), fc.constantFrom('A', 'openai', 'ollama')))
    .map(rows => new Map(rows))
  const vault: fc.Arbitrary<LocalVault> = fc.record({
    keys: fc.array(fc.tuple(ids, fc.record({ fields: said, tag }))).map(rows => new Map(rows)),
    unsure: fc.array(ids).map(each => new Set(each)),
    deleted: fc.array(ids).map(each => new Set(each)),
    sealed: fc.constant(new Map(['aa', 'bb', 'cc'].map(name => [tagCalled(name), 'text']))),
  })
  /** Each key that the vault holds may change once what the others are held against: after that, nothing is said for ever. */
  test('whatever it and the others know', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(state, vault, (known, held) => {
        let said = known
        let before = ''
        for (let at = 1; at <= held.keys.size + 3; at++) {
          before = text(said)
          said = takeLocalChanges(said, at === 1 ? held : { ...held, deleted: new Set() }, {
            now: now + at,
            device: 'home',
          })
        }
        expect(text(said)).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })
  test('of a key that was added by hand because the one that stands for it cannot be read', () => {
    const keys = { one: { label: 'One', tag: 'aa' }, two: { label: 'Again', tag: 'aa' } }
    const held = { ...vaultOf({ two: keys.two }), unsure: new Set(['one']) }
    let known = take(emptyState(), 'home', { one: keys.one })
    const texts = [1, 2, 3].map(at => {
      known = prune(takeLocalChanges(known, held, { now: now + at, device: 'home' }))
      return text(known)
    })
    expect(texts[2]).toBe(texts[0])
    // The unreadable one is thrown away: the one that was added in its place stays.
    const without = { ...vaultOf({ two: keys.two }, ['one']), unsure: new Set(['one']) }
    const after = prune(takeLocalChanges(known, without, { now: now + 9, device: 'home' }))
    expect(changesFor(without, after)).toMatchObject({ remove: [], drop: new Map() })
    expect(shownIn(after)).toEqual({ two: keys.two })
  })
})

describe('one secret under two names', () => {
  type Said = Record<string, string | boolean>
  const keyOf = (tagged: string, said: Said) => ({ tag: tagged, fields: new Map(Object.entries(said)) })
  const vaultWith = (keys: Record<string, ReturnType<typeof keyOf>>): LocalVault => ({
    ...vaultOf({}),
    keys: new Map(Object.entries(keys)),
    sealed: new Map(Object.values(keys).map(({ tag: of }) => [of, `sealed ${of}`])),
  })
  const told = (device: string, id: string, said: Said) =>
    takeLocalChanges(emptyState(), vaultWith({ [id]: keyOf('aa', said) }), { now, device })

  test.each<[string, Said, Said]>([
    ['two providers', { provider: 'mistral' }, { provider: 'together', providerConfirmed: true }],
    [
      'two servers on this computer',
      { provider: 'ollama', label: 'One' },
      { provider: 'ollama', label: 'Other' },
    ],
    [
      'two services that are only kept',
      { provider: 'other', service: 'A' },
      { provider: 'other', service: 'B' },
    ],
    ['two regions', { provider: 'openai' }, { provider: 'openai', baseUrl: 'https://eu.api.openai.com/v1' }],
  ])('of %s is two keys, each with its own words', (_, one, other) => {
    const joined = join(told('home', 'a', one), told('work', 'b', other))
    const shown = showState(joined)
    expect([...shown].map(([id, { fields }]) => [id, Object.fromEntries(fields)])).toEqual([
      ['a', one],
      ['b', other],
    ])
    const changes = changesFor(vaultWith({ a: keyOf('aa', one), b: keyOf('aa', other) }), joined)
    expect(changes).toEqual({ add: new Map(), edit: new Map(), remove: [], drop: new Map() })
  })
  test('of one provider is one key, which takes the other’s notes and nothing that was agreed to', () => {
    const joined = join(
      told('home', 'a', { provider: 'mistral' }),
      told('work', 'b', {
        provider: 'mistral',
        providerConfirmed: true,
        kind: 'admin',
        notes: 'for the bot',
      }),
    )
    expect(Object.fromEntries(showState(joined).get('a')?.fields ?? [])).toEqual({
      provider: 'mistral',
      notes: 'for the bot',
    })
    // Moved to another provider it stays one key.
    const moved = keyOf('aa', { provider: 'together', notes: 'for the bot' })
    const after = takeLocalChanges(joined, vaultWith({ a: moved }), { now, device: 'home' })
    expect([...showState(after).keys()]).toEqual(['a'])
    // A note that is taken away does not come back from the other record.
    const bare = takeLocalChanges(joined, vaultWith({ a: keyOf('aa', { provider: 'mistral' }) }), {
      now,
      device: 'home',
    })
    expect(showState(bare).get('a')?.fields.has('notes')).toBe(false)
  })
  test('a deletion of one of two providers is a deletion, not a double', () => {
    const [one, other] = [{ provider: 'mistral' }, { provider: 'together' }]
    const joined = join(told('home', 'a', one), told('work', 'b', other))
    const without = { ...vaultWith({ b: keyOf('aa', other) }), deleted: new Set(['a']) }
    const after = prune(takeLocalChanges(joined, without, { now, device: 'home' }))
    expect(changesFor(vaultWith({ a: keyOf('aa', one), b: keyOf('aa', other) }), after)).toMatchObject({
      remove: ['a'],
      drop: new Map(),
    })
  })
})

test('what a newer Keyway says of a key stays as it is, and is nothing that this one would change', () => {
  const said = (name: string) => ({ value: name, clock: [now, 'newer'] as const })
  const [known, unknown] = [new Map([['label', said('One')]]), new Map([['color', said('red')]])]
  const record = { ...(start.records.get('one') ?? never()), fields: new Map([...known, ...unknown]) }
  const theirs: SyncState = { ...start, records: new Map(start.records).set('one', record) }
  const vault = vaultOf(both)
  expect(changesFor(vault, theirs).edit.size).toBe(0)
  const after = takeLocalChanges(theirs, vaultOf({ ...both, one: { label: 'New', tag: 'aa' } }), {
    now,
    device: 'older',
  })
  expect(after.records.get('one')?.fields.get('color')).toEqual(said('red'))
  expect(shownIn(after).one?.label).toBe('New')
})

function never(): never {
  throw new Error('the record is there')
}
