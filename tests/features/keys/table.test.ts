/** What the table of keys is made of: groups and counts, lines, the view in the address, and what the browser is asked for. */
import { describe, expect, test } from 'vitest'
import { choicesOf, filterKeys, noFilter } from '../../../src/features/keys/core/filter.ts'
import { originsOf, permissionsNeeded } from '../../../src/features/keys/core/permissions-needed.ts'
import { linesOf } from '../../../src/features/keys/core/sections.ts'
import { statusGroupOf, tallyOf } from '../../../src/features/keys/core/status-group.ts'
import { plainView, readView, type View, writeView } from '../../../src/features/keys/core/table-choice.ts'
import { clock } from '../../../src/i18n/time.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import type { Cause, Verdict, VerdictSeen } from '../../../src/providers/verdict.ts'

const now = Date.UTC(2026, 10, 21, 12)
const seen = (cause: Cause, key: Verdict['key'], use: Verdict['use'], more: Partial<VerdictSeen> = {}) => ({
  cause,
  key,
  use,
  says: '',
  at: now,
  since: now,
  ...more,
})
const works = seen('ok', 'accepted', 'ready')
const rejected = seen('invalid_key', 'rejected', 'unknown')
const broke = seen('no_credit', 'accepted', 'blocked')
const restricted = seen('missing_scope', 'accepted', 'limited')

const key = (id: string, more: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openai',
  kind: 'project',
  label: id,
  lastFour: '0000',
  createdAt: now,
  ...more,
})
const rows = [
  key('a', { verdict: works, environment: 'Production' }),
  key('b', { verdict: rejected, environment: 'Staging' }),
  key('c', { verdict: rejected, environment: 'Production' }),
  key('d', { verdict: broke }),
  key('e', { verdict: restricted, project: 'Shop' }),
  key('f', { provider: 'anthropic' }),
  key('g', { provider: 'groq', environment: 'Staging' }),
]
const blocked = new Set(['f', 'g'])

describe('the tally', () => {
  test('counts every key once, what needs the person first', () => {
    expect(tallyOf(rows).map(({ id, count }) => [id, count])).toEqual([
      ['invalid_key', 2],
      ['no_credit', 1],
      ['missing_scope', 1],
      ['works', 1],
      ['untested', 2],
    ])
  })
  test('and tells what was not tested for want of a permission', () => {
    expect(tallyOf(rows, blocked).at(-1)).toMatchObject({
      id: 'permission',
      name: 'Needs permission',
      count: 2,
    })
  })
  test('each part is a filter that shows as many keys as it counts', () => {
    for (const { id, count } of tallyOf(rows, blocked))
      expect(filterKeys(rows, { ...noFilter, status: id }, blocked)).toHaveLength(count)
  })
  test('a key made a moment ago that is refused is not counted among the rejected', () => {
    expect(statusGroupOf(key('x', { verdict: { ...rejected, retryAt: now + 1 } })).id).toBe('fresh')
  })
})

test('a filter offers each value with what the rest of the filter leaves to it', () => {
  expect(choicesOf(rows, { ...noFilter, status: 'invalid_key' }, 'environment')).toEqual([
    { value: 'Production', count: 1 },
    { value: 'Staging', count: 1 },
  ])
  expect(choicesOf(rows, { ...noFilter, environment: 'Staging' }, 'provider')).toEqual([
    { value: 'anthropic', count: 0 },
    { value: 'groq', count: 1 },
    { value: 'openai', count: 1 },
  ])
})

describe('the lines of the table', () => {
  const shape = (view: Partial<View>, some = rows) =>
    linesOf(some, { group: view.group ?? '', isByStatus: view.sort !== 'name', blocked }).map(line =>
      line.kind === 'row' ? line.row.id : `${line.kind} ${line.name} ${line.count}`,
    )
  const byStatus = [rows[1], rows[2], rows[3], rows[0], rows[5]].filter(row => row !== undefined)

  test('by status a cause is said once above the keys that share it, and for broken keys only', () => {
    expect(shape({}, byStatus)).toEqual(['cause Rejected 2', 'b', 'c', 'cause No credit 1', 'd', 'a', 'f'])
  })
  test('by name there is no cause between', () => {
    expect(shape({ sort: 'name' })).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  })
  test('in groups by name, what belongs to none last', () => {
    expect(shape({ sort: 'name', group: 'environment' })).toEqual([
      'group Production 2',
      'a',
      'c',
      'group Staging 2',
      'b',
      'g',
      'group No environment 3',
      'd',
      'e',
      'f',
    ])
    expect(shape({ sort: 'name', group: 'provider' }).filter(line => line.startsWith('group'))).toEqual([
      'group Anthropic 1',
      'group Groq 1',
      'group OpenAI 5',
    ])
  })
  test('two keys with the same cause in two groups have it said in each', () => {
    expect(shape({ group: 'environment' }).filter(line => line.startsWith('cause'))).toEqual([
      'cause Rejected 1',
      'cause Rejected 1',
      'cause No credit 1',
    ])
  })
})

describe('the view in the address', () => {
  test('is empty when nothing was set', () => expect(writeView(plainView)).toBe(''))
  test.each<[Partial<View>]>([
    [{ text: 'bot & co', status: 'invalid_key' }],
    [{ provider: 'openai', environment: 'Produktion/EU', group: 'project' }],
    [{ sort: 'expires', isDescending: true }],
    [{ sort: 'status', isDescending: true }],
  ])('%j comes back as it was', patch => {
    const view = { ...plainView, ...patch }
    expect(readView(new URLSearchParams(writeView(view)))).toEqual(view)
  })
  test.each(['sort=constructor&group=__proto__', 'sort=-', 'group=owner', '%%%', 'sort=--name'])(
    'what nobody can have set is left out: %s',
    text => expect(readView(new URLSearchParams(text))).toEqual(plainView),
  )
})

describe('one press for all permissions', () => {
  const some = [
    key('o'),
    key('a', { provider: 'anthropic' }),
    key('a2', { provider: 'anthropic' }),
    key('l', { provider: 'ollama' }),
    key('odd', { provider: 'groq', baseUrl: 'https://evil.example/v1' }),
  ]
  test('names each host once, and none that is not the provider’s own', () => {
    expect(originsOf(some)).toEqual([
      'https://api.openai.com/*',
      'https://api.anthropic.com/*',
      'http://127.0.0.1/*',
    ])
  })
  test('asks only for what is missing, and knows whose keys that holds up', () => {
    const missing = new Set(['https://api.anthropic.com/*', 'http://127.0.0.1/*'])
    const needed = permissionsNeeded(some, missing)
    expect(needed.origins).toEqual(['https://api.anthropic.com/*', 'http://127.0.0.1/*'])
    expect(needed.keys.map(row => row.id)).toEqual(['a', 'a2', 'l'])
    expect(permissionsNeeded(some, new Set()).keys).toEqual([])
  })
})

test.each([
  [Date.UTC(2026, 10, 21, 9, 5), /^\d{1,2}:05/],
  [Date.UTC(2026, 10, 3, 9, 5), /^Nov 3, \d{1,2}:05/],
])('a time of day has no leading zero', (time, words) => {
  const said = clock(time, now)
  expect(said).toMatch(words)
  expect(said).not.toMatch(/\b0\d:/)
})
