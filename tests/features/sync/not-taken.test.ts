/** Keys that a run could not take in are named as a person knows them, with the computers that speak of them and no others. */
import { describe, expect, it } from 'vitest'
import { closedRecords, notTakenOf } from '../../../src/features/sync/core/not-taken.ts'
import {
  type Clock,
  emptyRecord,
  emptyState,
  type SyncRecord,
  type SyncState,
} from '../../../src/vault/sync/state.ts'

const clock = (time: number): Clock => [time, 'd1']
const [first, second, third] = ['a', 'b', 'c'].map(one => one.repeat(32)) as [string, string, string]
const record = (tags: string[], label?: string, more: Partial<SyncRecord> = {}): SyncRecord => ({
  ...emptyRecord(),
  secrets: new Map(tags.map((tag, at) => [tag, clock(at + 1)])),
  fields: new Map([
    ['provider', { value: 'openai', clock: clock(1) }],
    ...(label === undefined ? [] : [['label', { value: label, clock: clock(1) }] as const]),
  ]),
  ...more,
})
const state = (records: Record<string, SyncRecord>, ...sealed: string[]): SyncState => ({
  records: new Map(Object.entries(records)),
  sealed: new Map(sealed.map(tag => [tag, 'text'])),
})

describe('of a record nothing came that opens', () => {
  const offered = new Map([first, second].map(tag => [tag, ['text']]))
  it.each<[string, SyncState, string[], boolean | undefined]>([
    ['with one secret', state({ k: record([first]) }), [first], true],
    ['with a second secret that opens', state({ k: record([first, third]) }, third), [first], false],
    [
      'with two secrets, neither of which opens',
      state({ k: record([first, second]) }),
      [second, first],
      true,
    ],
    ['whose text has not come yet', state({ k: record([third]) }), [], undefined],
    ['whose text opens', state({ k: record([first]) }, first), [], undefined],
  ])('%s', (_, from, tags, isWhole) => {
    const closed = closedRecords(from, offered)
    expect(closed.get('k')).toEqual(tags.length > 0 ? { tags, isWhole } : undefined)
  })

  it('counts no record that was deleted', () => {
    const deletions = new Map([`#${first}`, 'provider'].map(name => [name, clock(9)]))
    // A secret of it was added again and deleted by itself, so it has words and no secret that stands.
    const gone = record([first], undefined, { deletions, retired: new Map([[first, clock(0)]]) })
    expect(closedRecords(state({ k: gone }), offered).size).toBe(0)
  })
})

describe('what was not taken', () => {
  const look = (labels: Record<string, string> = {}) =>
    ({
      keys: new Map(
        Object.entries(labels).map(([id, label]) => [id, { fields: new Map([['label', label]]) }]),
      ),
    }) as unknown as Parameters<typeof notTakenOf>[3]
  const named = (
    joined: SyncState,
    left: string[],
    labels?: Record<string, string>,
    files = laptop(joined),
  ) => notTakenOf(new Set(left), new Map(), joined, look(labels), files)
  const laptop = (of: SyncState) => [{ name: 'Laptop', state: of }]

  it('is called as the key is shown, else as it is here, else as it was said', () => {
    const shown = state({ k: record([first], 'Shown') }, first)
    expect(named(shown, ['k'], { k: 'Here' })[0]?.label).toBe('Shown')
    const closed = state({ k: record([first], 'Said') })
    expect(named(closed, ['k'], { k: 'Here' })[0]?.label).toBe('Here')
    expect(named(closed, ['k'])[0]?.label).toBe('Said')
    expect(named(state({ k: record([first]) }), ['k'])[0]?.label).toBe('')
  })

  it('has a name that can be read, and not all of a long one', () => {
    const odd = state({ k: record([first], `\u202eevil\n${'x'.repeat(100)}`) }, first)
    expect(named(odd, ['k'])[0]?.label).toMatch(/^[^\p{Cc}\p{Cf}]{50,60}$/u)
    expect(named(odd, ['k'], {}, [{ name: `\u202e${'y'.repeat(100)}`, state: odd }])[0]?.from).toEqual([
      'y'.repeat(59),
    ])
  })

  it('names the computers that speak of the key, or of another record of it, each once', () => {
    // Two computers added the same secret by themselves: it is one key.
    const joined = state({ k1: record([first], 'Bot'), k2: record([first], 'Bot') }, first)
    const files = [
      { name: 'Laptop', state: state({ k1: record([first]) }) },
      { name: 'Desk', state: state({ k2: record([first]) }) },
      { name: 'Desk', state: state({ k2: record([first]) }) },
      { name: 'Phone', state: state({ other: record([second]) }) },
    ]
    expect(named(joined, ['k1'], {}, files)).toEqual([{ label: 'Bot', from: ['Laptop', 'Desk'] }])
    // Of one that is not shown only those that have it.
    expect(named(emptyState(), ['k2'], {}, files)[0]?.from).toEqual(['Desk'])
  })

  it('of texts that do not open names who has them', () => {
    const closed = new Map([['k', { tags: [first, second], isWhole: true }]])
    const files = [
      { name: 'Laptop', state: state({ k: record([first]) }, second) },
      { name: 'Desk', state: state({ k: record([first]) }, third) },
    ]
    const joined = state({ k: record([first], 'Bot') })
    expect(notTakenOf(new Set(), closed, joined, look(), files)).toEqual([{ label: 'Bot', from: ['Laptop'] }])
    expect(notTakenOf(new Set(), new Map(), joined, look(), files)).toEqual([])
  })
})
