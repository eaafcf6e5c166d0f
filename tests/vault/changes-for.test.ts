/** A key that cannot be read now, or can still be brought back, is left as it is, and with it the secret that it should hold. */
import { describe, expect, it } from 'vitest'
import type { LocalVault } from '../../src/vault/sync/local-changes.ts'
import { type Clock, emptyRecord, type SyncRecord, type SyncState } from '../../src/vault/sync/state.ts'
import { changesFor } from '../../src/vault/sync/vault-changes.ts'

const clock = (time: number): Clock => [time, 'd1']
const [first, second] = ['a', 'b'].map(one => one.repeat(32)) as [string, string]
const fieldsOf = (provider: string) => new Map([['provider', provider]])
const record = (tag: string, provider = 'openai', more: Partial<SyncRecord> = {}): SyncRecord => ({
  ...emptyRecord(),
  fields: new Map([['provider', { value: provider, clock: clock(1) }]]),
  secrets: new Map([[tag, clock(1)]]),
  ...more,
})
const gone = (tag: string, provider?: string): SyncRecord =>
  record(tag, provider, {
    deletions: new Map([`#${tag}`, 'provider'].map(name => [name, clock(9)])),
  })
const state = (records: Record<string, SyncRecord>): SyncState => ({
  records: new Map(Object.entries(records)),
  sealed: new Map([first, second].map(tag => [tag, 'text'])),
})
const vault = (keys: Record<string, [tag: string, provider?: string]>, ...unsure: string[]): LocalVault => ({
  keys: new Map(
    Object.entries(keys).map(([id, [tag, provider = 'openai']]) => [id, { tag, fields: fieldsOf(provider) }]),
  ),
  unsure: new Set(unsure),
  deleted: new Set(),
  sealed: new Map(),
})

describe('a secret that a key should hold which is left as it is', () => {
  // Of several keys that hold one secret any may be the one: two providers have their own key of it.
  it.each([
    ['the first of them', 'u', 'w'],
    ['the last of them', 'w', 'u'],
  ])('is not replaced in the key that holds it still: %s', (_, one, other) => {
    const there = state({
      k: record(second),
      [one]: record(first, 'anthropic'),
      [other]: record(first, 'mistral'),
    })
    const held = { k: [first] } as Record<string, [string, string?]>
    const changes = changesFor(vault({ ...held, [other]: [first, 'mistral'] }, one), there)
    expect(changes.edit.get('k')).toBeUndefined()
    const sure = changesFor(
      vault({ ...held, [one]: [first, 'anthropic'], [other]: [first, 'mistral'] }),
      there,
    )
    expect(sure.edit.get('k')).toMatchObject({ secret: true })
  })

  it('is not deleted with the key that holds it still', () => {
    const there = state({ k: gone(first), u: record(first, 'anthropic') })
    expect(changesFor(vault({ k: [first] }, 'u'), there)).toMatchObject({ remove: [], drop: new Map() })
    expect(changesFor(vault({ k: [first], u: [first, 'anthropic'] }), there).remove).toEqual(['k'])
  })
})

it('the keys of servers on this computer are nobody’s doubles, shown or not', () => {
  const there = state({ one: record(first, 'ollama') })
  expect(changesFor(vault({ one: [first, 'ollama'], two: [first, 'ollama'] }), there)).toMatchObject({
    remove: [],
    drop: new Map(),
  })
  // Another one of a provider is a double where the same is shown.
  const cloud = state({ one: record(first) })
  expect(changesFor(vault({ one: [first], two: [first] }), cloud).drop).toEqual(new Map([['two', 'one']]))
})

it('what was said elsewhere of a key is taken over, its secret stays, and one that cannot be read is left', () => {
  const said = record(first)
  said.fields.set('label', { value: 'New', clock: clock(2) })
  const there = state({ k: said })
  expect(changesFor(vault({ k: [first] }), there).edit.get('k')).toMatchObject({
    tag: first,
    fields: new Map([
      ['provider', 'openai'],
      ['label', 'New'],
    ]),
    secret: false,
  })
  expect(changesFor(vault({}, 'k'), there).add.size).toBe(0)
  expect(changesFor(vault({ k: [first] }, 'k'), there).edit.size).toBe(0)
})
