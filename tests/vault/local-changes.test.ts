/** What a device says of its own changes: each rule by a small state before, a vault, and the whole state after, clock by clock. */
import { describe, expect, test } from 'vitest'
import { copyId } from '../../src/vault/sync/expected-keys.ts'
import {
  isSameValue,
  keepAlive,
  type LocalVault,
  takeLocalChanges,
} from '../../src/vault/sync/local-changes.ts'
import {
  type Clock,
  emptyRecord,
  type SyncState,
  type Value,
  writeState,
} from '../../src/vault/sync/state.ts'

/** Times of one other device, `away`; what is said here bears `here`. */
type Times = Record<string, number | Clock>
type Written = {
  fields?: Record<string, [Value, number | Clock]>
  secrets?: Times
  retired?: Times
  deletions?: Times
}
type Records = Record<string, Written>
const clockOf = (time: number | Clock): Clock => (typeof time === 'number' ? [time, 'away'] : time)
const clocks = (times: Times = {}) => new Map(Object.entries(times).map(([name, at]) => [name, clockOf(at)]))
const stateOf = (records: Records, sealed = ['aa', 'bb', 'cc']): SyncState => ({
  records: new Map(
    Object.entries(records).map(([id, { fields = {}, secrets, retired, deletions }]) => [
      id,
      {
        fields: new Map(
          Object.entries(fields).map(([name, [value, at]]) => [name, { value, clock: clockOf(at) }]),
        ),
        secrets: clocks(secrets),
        retired: clocks(retired),
        deletions: clocks(deletions),
      },
    ]),
  ),
  sealed: new Map(sealed.map(tag => [tag, `theirs ${tag}`])),
})
type Key = { tag: string } & Record<string, Value>
const keysOf = (keys: Record<string, Key>): LocalVault['keys'] =>
  new Map(
    Object.entries(keys).map(([id, { tag, ...fields }]) => [
      id,
      { tag, fields: new Map(Object.entries(fields)) },
    ]),
  )
const text = (state: SyncState) => JSON.stringify(writeState(state))
const here = (time: number): Clock => [time, 'here']

/** @returns what is different afterwards must be exactly `after`; what was handed over is as it was */
function become(
  before: Records,
  vault: { keys?: Record<string, Key>; deleted?: string[] },
  after: Records,
  now = 1,
): void {
  const state = stateOf(before)
  const given = {
    keys: keysOf(vault.keys ?? {}),
    deleted: new Set(vault.deleted),
    unsure: new Set<string>(),
    sealed: new Map(),
  }
  const changed = takeLocalChanges(state, given, { now, device: 'here' })
  expect(JSON.parse(text(changed))).toEqual(JSON.parse(text(stateOf({ ...before, ...after }))))
  for (const { fields } of changed.records.values())
    for (const { value } of fields.values()) expect(value).not.toBe(undefined)
  expect(text(state)).toBe(text(stateOf(before)))
}
const idOf = (id: string, tag: string) => copyId(stateOf({}), id, tag)
const bot = { fields: { label: ['Bot', 5] }, secrets: { aa: 5 } } satisfies Written
/** Two computers have put two keys under one id: `aa` came later, `bb` is beside it as a copy. */
const two = { fields: { label: ['Bot', 5] }, secrets: { aa: 5, bb: 4 } } satisfies Written

test('values are the same by what they hold; nothing and null are the same nothing', () => {
  for (const [one, other, is] of [
    ['a', 'a', true],
    ['a', 'b', false],
    [['a', 'b'], ['a', 'b'], true],
    [['a', 'b'], ['b', 'a'], false],
    [1, '1', false],
    [undefined, null, true],
    [null, undefined, true],
    [undefined, undefined, true],
    [false, null, false],
    ['', undefined, false],
  ] as const)
    expect(isSameValue(one as Value, other as Value), JSON.stringify([one, other])).toBe(is)
})

describe('a key that no record shows', () => {
  test('is said whole, at this computer’s time', () => {
    become(
      {},
      { keys: { x: { tag: 'aa', label: 'Bot', notes: 'n' } } },
      {
        x: { fields: { label: ['Bot', here(100)], notes: ['n', here(100)] }, secrets: { aa: here(100) } },
      },
      100,
    )
  })
  test('and of which nothing is said is held', () => {
    become({}, { keys: { x: { tag: 'aa' } } }, { x: { secrets: { aa: here(1) } } })
  })
  test('is said later than all that was said and deleted of it, whatever this computer’s clock says', () => {
    become(
      {
        x: {
          fields: { label: ['Bot', 5] },
          secrets: { aa: 5 },
          deletions: { label: 9, '#aa': 12, notes: 40 },
        },
      },
      { keys: { x: { tag: 'aa', label: 'Bot' } } },
      {
        x: {
          fields: { label: ['Bot', here(10)] },
          secrets: { aa: here(13) },
          deletions: { label: 9, '#aa': 12, notes: 40 },
        },
      },
    )
  })
  test('is not said anew where it is said and only its secret has not come yet', () => {
    const state = stateOf({ x: bot }, [])
    const vault = {
      keys: keysOf({ x: { tag: 'aa', label: 'Bot' } }),
      deleted: new Set<string>(),
      unsure: new Set<string>(),
      sealed: new Map(),
    }
    expect(text(takeLocalChanges(state, vault, { now: 100, device: 'here' }))).toBe(text(state))
    // Another word is.
    vault.keys = keysOf({ x: { tag: 'aa', label: 'New' } })
    expect(
      takeLocalChanges(state, vault, { now: 100, device: 'here' }).records.get('x')?.fields.get('label'),
    ).toEqual({ value: 'New', clock: here(100) })
  })
  test('is held later than what says that it is retired', () => {
    const after = {
      fields: { label: ['Bot', 5] as [Value, number] },
      secrets: { aa: here(8) },
      retired: { aa: 7 },
    }
    become({ x: { ...bot, retired: { aa: 7 } } }, { keys: { x: { tag: 'aa', label: 'Bot' } } }, { x: after })
  })
  test('is held later than every other secret of its record', () => {
    // The other secret was deleted by itself, this one is new.
    become(
      { x: { fields: { label: ['Bot', 5] }, secrets: { bb: 50 }, deletions: { label: 6, '#bb': 60 } } },
      { keys: { x: { tag: 'aa', label: 'Bot' } } },
      {
        x: {
          fields: { label: ['Bot', here(7)] },
          secrets: { aa: here(51), bb: 50 },
          deletions: { label: 6, '#bb': 60 },
        },
      },
    )
  })
  test('is held later than the deletion of the copy that others made of it', () => {
    const copy = { fields: {}, secrets: { aa: 4 }, deletions: { '#aa': 60 } }
    become(
      { x: { ...bot, deletions: { label: 6, '#aa': 6 } }, [idOf('x', 'aa')]: copy },
      { keys: { x: { tag: 'aa', label: 'Bot' } } },
      {
        x: {
          fields: { label: ['Bot', here(7)] },
          secrets: { aa: here(61) },
          deletions: { label: 6, '#aa': 6 },
        },
      },
    )
  })
  test('says its words later than any deletion of one of its record’s secrets by itself', () => {
    become(
      { x: { fields: {}, secrets: { aa: 5 }, retired: { aa: 6 }, deletions: { 'aa.seen': 30 } } },
      { keys: { x: { tag: 'aa', label: 'Bot' } } },
      {
        x: {
          fields: { label: ['Bot', here(31)] },
          secrets: { aa: here(7) },
          retired: { aa: 6 },
          deletions: { 'aa.seen': 30 },
        },
      },
    )
  })
})

describe('a key that a record shows', () => {
  test('and that has not changed says nothing', () => {
    become({ x: bot }, { keys: { x: { tag: 'aa', label: 'Bot' } } }, {}, 100)
  })
  test('says what was changed, added and taken away, and nothing else', () => {
    become(
      {
        x: {
          fields: { label: ['Bot', 5], notes: ['n', 7], tags: [['a'], 5] },
          secrets: { aa: 5 },
          deletions: { '#aa': 3, environment: 20 },
        },
      },
      { keys: { x: { tag: 'aa', label: 'New', tags: ['a'], environment: 'test' } } },
      {
        x: {
          fields: {
            label: ['New', here(6)],
            notes: [null, here(8)],
            tags: [['a'], 5],
            environment: ['test', here(21)],
          },
          secrets: { aa: 5 },
          deletions: { '#aa': 3, environment: 20 },
        },
      },
    )
  })
  test('that is a server’s on this computer does not say where it listens', () => {
    const server = {
      fields: { provider: ['ollama', 5], baseUrl: ['http://127.0.0.1:1', 5] },
      secrets: { aa: 5 },
    } satisfies Written
    become(
      { x: server },
      { keys: { x: { tag: 'aa', provider: 'ollama', baseUrl: 'http://127.0.0.1:2', label: 'L' } } },
      {
        x: { ...server, fields: { ...server.fields, label: ['L', here(1)] } },
      },
    )
  })
  test('that is no such server’s says its address', () => {
    const proxied = {
      fields: { provider: ['openai', 5], baseUrl: ['https://one.test', 5] },
      secrets: { aa: 5 },
    } satisfies Written
    become(
      { x: proxied },
      { keys: { x: { tag: 'aa', provider: 'openai', baseUrl: 'https://two.test' } } },
      {
        x: {
          fields: { provider: ['openai', 5], baseUrl: ['https://two.test', here(6)] },
          secrets: { aa: 5 },
        },
      },
    )
  })
  test('again since something was said of it after its deletion holds nothing anew', () => {
    const back = { fields: { label: ['Bot', 9] }, secrets: { aa: 5, bb: 4 } } satisfies Written
    become({ x: { ...back, deletions: { '#aa': 7 } } }, { keys: { x: { tag: 'aa', label: 'Bot' } } }, {})
    become({ x: { ...back, deletions: { '#bb': 7 } } }, { keys: { x: { tag: 'bb', label: 'Bot' } } }, {})
  })
  test('with another secret holds that one too, and the first stays', () => {
    become(
      { x: bot },
      { keys: { x: { tag: 'cc', label: 'Bot' } } },
      { x: { ...bot, secrets: { aa: 5, cc: here(6) } } },
    )
  })
  test('with the secret of a copy of its record holds nothing anew', () => {
    become({ x: two }, { keys: { x: { tag: 'bb', label: 'Bot' } } }, {})
  })
  test('with a secret that another record has by itself holds it all the same', () => {
    become(
      { x: bot, y: { fields: { label: ['Other', 5] }, secrets: { cc: 5 } } },
      { keys: { x: { tag: 'cc', label: 'Bot' }, y: { tag: 'cc', label: 'Other' } } },
      { x: { ...bot, secrets: { aa: 5, cc: here(6) } } },
    )
  })
  test('that is a copy says its words as its own, and a new secret as its record’s', () => {
    become(
      { x: two },
      { keys: { x: { tag: 'aa', label: 'Bot' }, [idOf('x', 'bb')]: { tag: 'bb', label: 'Mine' } } },
      {
        x: { fields: { label: ['Bot', 5], 'bb.label': ['Mine', here(1)] }, secrets: two.secrets },
      },
    )
    become(
      { x: two },
      { keys: { x: { tag: 'aa', label: 'Bot' }, [idOf('x', 'bb')]: { tag: 'cc', label: 'Bot (2)' } } },
      {
        x: { fields: { label: ['Bot', 5] }, secrets: { aa: 5, bb: 4, cc: here(6) } },
      },
    )
  })
})

describe('one key that stands for two records', () => {
  const doubles: Records = { x: bot, y: { fields: { label: ['Other', 5] }, secrets: { aa: 7 } } }
  test('says a change of both', () => {
    become(
      doubles,
      { keys: { x: { tag: 'aa', label: 'New' } } },
      {
        x: { ...bot, fields: { label: ['New', here(6)] } },
        y: { fields: { label: ['New', here(6)] }, secrets: { aa: 7 } },
      },
    )
  })
  test('says it of its own alone where the vault holds the other beside it', () => {
    become(
      doubles,
      { keys: { x: { tag: 'aa', label: 'New' }, y: { tag: 'aa', label: 'Other' } } },
      {
        x: { ...bot, fields: { label: ['New', here(6)] } },
      },
    )
  })
  test('with a new secret holds it in the first of them', () => {
    become(
      doubles,
      { keys: { x: { tag: 'cc', label: 'Bot' } } },
      { x: { ...bot, secrets: { aa: 5, cc: here(6) } } },
    )
  })
  test('is deleted of both', () => {
    become(
      doubles,
      { deleted: ['x'] },
      {
        x: { ...bot, deletions: { label: 5, '#aa': 5 } },
        y: { fields: { label: ['Other', 5] }, secrets: { aa: 7 }, deletions: { label: 5, '#aa': 7 } },
      },
    )
  })
  test('is deleted of its own alone where the vault holds the other, and not when that is another key', () => {
    become(
      doubles,
      { deleted: ['x'], keys: { y: { tag: 'aa', label: 'Other' } } },
      {
        x: { ...bot, deletions: { label: 5, '#aa': 5 } },
      },
    )
    become(
      doubles,
      { deleted: ['x'], keys: { y: { tag: 'cc', label: 'Other' } } },
      {
        x: { ...bot, deletions: { label: 5, '#aa': 5 } },
        y: {
          fields: { label: ['Other', 5] },
          secrets: { aa: 7, cc: here(8) },
          retired: { aa: 7 },
          deletions: { 'aa.seen': 5 },
        },
      },
    )
  })
})

describe('a deletion', () => {
  test('is of all that was seen, and leaves a later one as it is', () => {
    become(
      {
        x: {
          fields: { label: ['Bot', 5], notes: ['n', 9] },
          secrets: { aa: 5 },
          deletions: { label: 3, '#aa': 2, tags: 8 },
        },
      },
      { deleted: ['x'] },
      {
        x: {
          fields: { label: ['Bot', 5], notes: ['n', 9] },
          secrets: { aa: 5 },
          deletions: { label: 5, notes: 9, '#aa': 5, tags: 8 },
        },
      },
    )
    become(
      {
        x: {
          fields: { label: ['Bot', 5], notes: ['n', 4] },
          secrets: { aa: 5, bb: 2 },
          retired: { bb: 3 },
          deletions: { notes: 6, '#bb': 3 },
        },
      },
      { deleted: ['x'] },
      {
        x: {
          fields: { label: ['Bot', 5], notes: ['n', 4] },
          secrets: { aa: 5, bb: 2 },
          retired: { bb: 3 },
          deletions: { label: 5, notes: 6, '#aa': 5, '#bb': 3 },
        },
      },
    )
  })
  test('of one of two secrets is of that one, with the latest word that was seen', () => {
    const said = {
      fields: { label: ['Bot', 5], notes: ['n', 9], tags: [['a'], 7] },
      secrets: { aa: 5, bb: 4 },
    } satisfies Written
    become(
      { x: said },
      { deleted: ['x'] },
      { x: { ...said, retired: { aa: 5 }, deletions: { 'aa.seen': 9 } } },
    )
    become(
      { x: said },
      { deleted: [idOf('x', 'bb')] },
      { x: { ...said, retired: { bb: 4 }, deletions: { 'bb.seen': 9 } } },
    )
    // Nothing was said of it.
    const silent = { secrets: { aa: 5, bb: 4 } }
    become({ x: silent }, { deleted: ['x'] }, { x: { ...silent, retired: { aa: 5 } } })
  })
  test('of both, one after the other, is of the whole record', () => {
    become(
      { x: two },
      { deleted: ['x', idOf('x', 'bb')] },
      {
        x: { ...two, retired: { aa: 5 }, deletions: { 'aa.seen': 5, label: 5, '#aa': 5, '#bb': 4 } },
      },
    )
  })
  test('of what the vault holds, or of what nothing shows, is none', () => {
    become({ x: bot }, { deleted: ['x'], keys: { x: { tag: 'aa', label: 'Bot' } } }, {})
    become({ x: bot }, { deleted: ['y'] }, {})
    become(
      { x: bot },
      { deleted: ['x'], keys: { x: { tag: 'cc', label: 'Bot' } } },
      { x: { ...bot, secrets: { aa: 5, cc: here(6) } } },
    )
    become({ x: { ...bot, deletions: { label: 5, '#aa': 5 } } }, { deleted: ['x'] }, {})
  })
})

test('a sealed text that is there already stays, a new one comes along', () => {
  const sealed = new Map([
    ['aa', 'mine aa'],
    ['dd', 'mine dd'],
  ])
  const vault = { keys: new Map(), deleted: new Set<string>(), unsure: new Set<string>(), sealed }
  const after = takeLocalChanges(stateOf({}, ['aa']), vault, { now: 1, device: 'here' })
  expect(Object.fromEntries(after.sealed)).toEqual({ aa: 'theirs aa', dd: 'mine dd' })
})

describe('what is each computer’s own word', () => {
  test('that it is never checked is not told, and what others say of it stays', () => {
    const said = { fields: { checkEveryMinutes: [60, 5] as [Value, number] }, secrets: { aa: 5 } }
    become({ x: said }, { keys: { x: { tag: 'aa', checkEveryMinutes: 0 } } }, {})
    const never = { fields: { checkEveryMinutes: [0, 5] as [Value, number] }, secrets: { aa: 5 } }
    become({ x: never }, { keys: { x: { tag: 'aa', checkEveryMinutes: 60 } } }, {})
    become({}, { keys: { x: { tag: 'aa', checkEveryMinutes: 0 } } }, { x: { secrets: { aa: here(1) } } })
  })
  test('that the person said whose it is is told, for an earlier Keyway; that nobody did is not', () => {
    const open = { secrets: { aa: 5 } }
    const told = { fields: { providerConfirmed: [true, here(6)] as [Value, Clock] }, secrets: { aa: 5 } }
    become({ x: open }, { keys: { x: { tag: 'aa', providerConfirmed: true } } }, { x: told }, 6)
    become({ x: told }, { keys: { x: { tag: 'aa' } } }, {})
  })
})

describe('a deletion that the person refuses', () => {
  const refuse = (mine: Records, joined: Records, keys: Record<string, Key>, after: Records, now = 1) => {
    const before = stateOf(mine)
    const kept = keepAlive(before, stateOf(joined), keysOf(keys), { now, device: 'here' })
    expect(JSON.parse(text(kept))).toEqual(JSON.parse(text(stateOf({ ...mine, ...after }))))
    expect(text(before)).toBe(text(stateOf(mine)))
  }
  const gone = { ...bot, deletions: { label: 5, '#aa': 12 } }
  test('is outdone: later than the deletion, the retirement and every secret of the record', () => {
    refuse({ x: bot }, { x: gone }, { x: { tag: 'aa' } }, { x: { ...bot, secrets: { aa: here(13) } } })
    refuse(
      { x: bot },
      { x: { ...bot, retired: { aa: 20 } } },
      { x: { tag: 'aa' } },
      { x: { ...bot, secrets: { aa: here(21) } } },
    )
    refuse(
      { x: bot },
      { x: { ...gone, secrets: { aa: 5, cc: 30 } } },
      { x: { tag: 'aa' } },
      { x: { ...bot, secrets: { aa: here(31) } } },
    )
    refuse({ x: bot }, { x: gone }, { x: { tag: 'aa' } }, { x: { ...bot, secrets: { aa: here(100) } } }, 100)
  })
  test('is outdone for the secrets that the vault holds, be it as a copy, and for no others', () => {
    refuse({ x: two }, { x: two }, { x: { tag: 'cc' } }, {})
    refuse({ x: two }, { x: two }, { y: { tag: 'aa' } }, {})
    refuse({ x: two }, { x: two }, { x: { tag: 'aa' } }, { x: { ...two, secrets: { aa: here(6), bb: 4 } } })
    refuse(
      { x: two },
      { x: two },
      { [idOf('x', 'bb')]: { tag: 'bb' } },
      { x: { ...two, secrets: { aa: 5, bb: here(6) } } },
    )
    refuse({ x: two }, { x: two }, { [idOf('x', 'bb')]: { tag: 'aa' } }, {})
  })
  test('is outdone with the name that it had here, where another one was said', () => {
    const renamed = { ...bot, fields: { ...bot.fields, label: ['zz', 40] as [Value, number] } }
    refuse(
      { x: bot },
      { x: renamed },
      { x: { tag: 'aa', label: 'Bot' } },
      {
        x: { ...bot, fields: { ...bot.fields, label: ['Bot', here(41)] }, secrets: { aa: here(6) } },
      },
    )
  })
  test('is outdone where this computer had said nothing of the record yet', () => {
    refuse({}, { x: gone }, { x: { tag: 'aa' } }, { x: { secrets: { aa: here(13) } } })
    expect(emptyRecord().secrets.size).toBe(0)
  })
})
