/** What is said of each key, only where it was read; filters that count what they would show; and the same as a file. */
import { describe, expect, it } from 'vitest'
import { marksOf } from '../../../src/features/organization/core/key-marks.ts'
import {
  emptyOrganization,
  type Organization,
  type OrganizationKey,
  partNames,
} from '../../../src/features/organization/core/organization.ts'
import { organizationAsCsv } from '../../../src/features/organization/core/organization-csv.ts'
import {
  countRows,
  filterRows,
  hiddenSpend,
  noOrganizationFilter,
  organizationRows,
} from '../../../src/features/organization/core/organization-rows.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 22)

function organization(patch: Partial<Organization> = {}): Organization {
  const empty = emptyOrganization('a', now, now)
  for (const name of partNames) empty.parts[name] = { state: 'whole' }
  return { ...empty, projects: [{ id: 'proj_a', name: 'Shop', isArchived: false }], ...patch }
}
const key = (more: Partial<OrganizationKey> = {}): OrganizationKey => ({
  id: 'k1',
  kind: 'user',
  name: 'Bot',
  redacted: 'sk-pro...wxyz',
  project: 'proj_a',
  createdAt: now - 200 * day,
  lastUsedAt: now - day,
  expiresAt: now + day,
  seenAt: now,
  ...more,
})
const checked = { verdict: { at: now } } as KeyRow
const use = (more = {}) => ({ dollars: 1, requests: 0, models: [], ...more })
const limit = (enforcing: boolean) => ({ dollars: 5, enforcing })

describe('remarks', () => {
  it.each<[string, Partial<OrganizationKey>, Partial<Organization>, KeyRow | null | undefined, string[]]>([
    ['used yesterday, by an owner who is there', {}, {}, checked, ['unused']],
    ['the same, and a model answered it', {}, { uses: { k1: use({ lastCall: '2026-11-01' }) } }, checked, []],
    ['used yesterday, by somebody else', {}, {}, null, ['unheld']],
    ['used yesterday, perhaps by us', {}, {}, undefined, []],
    ['never used since it was made long ago', { lastUsedAt: null }, {}, undefined, ['unused']],
    [
      'not used as it says, but a model answered it',
      { lastUsedAt: null },
      { uses: { k1: use({ lastCall: '2026-11-01' }) } },
      undefined,
      [],
    ],
    ['never used, but new', { lastUsedAt: null, createdAt: now - day }, {}, undefined, []],
    ['not told when it was made', { lastUsedAt: null, createdAt: undefined as never }, {}, undefined, []],
    ['seen by an earlier look alone', { isOld: true }, {}, undefined, ['old']],
    ['no expiry date', { expiresAt: null }, {}, undefined, ['noExpiry']],
    ['expiry not told', { expiresAt: undefined as never }, {}, undefined, []],
    ['its owner gone', { isOwnerGone: true }, {}, undefined, ['ownerGone']],
    ['appeared since', { seenAt: now + 1 }, {}, undefined, ['new']],
    [
      'spends, no limit',
      {},
      { uses: { k1: use() }, limits: { proj_a: null, '': null } },
      undefined,
      ['noLimit'],
    ],
    [
      'spends, limits that stop nothing',
      {},
      { uses: { k1: use() }, limits: { proj_a: limit(false), '': limit(false) } },
      undefined,
      ['noLimit'],
    ],
    [
      'spends, its project has one',
      {},
      { uses: { k1: use() }, limits: { proj_a: limit(true), '': null } },
      undefined,
      [],
    ],
    [
      'spends, the organization has one',
      {},
      { uses: { k1: use() }, limits: { proj_a: null, '': limit(true) } },
      undefined,
      [],
    ],
    ['spends, one limit not read', {}, { uses: { k1: use() }, limits: { proj_a: null } }, undefined, []],
    [
      'spends nothing',
      {},
      { uses: { k1: use({ dollars: 0 }) }, limits: { proj_a: null, '': null } },
      undefined,
      [],
    ],
  ])('%s', (_, more, patch, held, expected) => {
    expect(marksOf(key(more), organization(patch), held, now)).toEqual(expected)
  })

  it('a key that we check is called unused only where calls of models were read in full', () => {
    const partly = organization()
    partly.parts.calls = { state: 'partial', missed: 1 }
    expect(marksOf(key(), partly, checked, now)).toEqual([])
  })
})

const some = organization({
  projects: [
    { id: 'proj_a', name: 'Shop', isArchived: false },
    { id: 'proj_b', name: '=Lab', isArchived: false },
  ],
  keys: [
    key({ owner: 'Robin' }),
    key({
      id: 'k2',
      name: 'Old',
      project: 'proj_b',
      kind: 'service',
      isOwnerGone: true,
      redacted: 'sk-svc...abcd',
      expiresAt: null,
    }),
    key({ id: 'k3', name: 'Owner', kind: 'admin', project: undefined as never, redacted: 'sk-admin...qqqq' }),
  ],
  uses: { k1: use({ dollars: 3 }), gone: use({ dollars: 0.5 }) },
  spend: { proj_a: { dollars: 4, withoutKey: 1 }, proj_b: { dollars: 0.5, withoutKey: 0 } },
})
const vault: KeyRow[] = [
  {
    id: 'mine',
    provider: 'openai',
    kind: 'project',
    label: 'My bot',
    lastFour: 'wxyz',
    trackingId: 'k1',
    createdAt: 0,
  },
  { id: 'other', provider: 'openai', kind: 'service', label: 'Looks so', lastFour: 'abcd', createdAt: 0 },
]
const rows = organizationRows(some, vault, new Set(), now)

it('rows tell who holds a key, who may, and its share of everything that was spent', () => {
  expect(rows.map(({ key, held, like, share }) => [key.id, held?.label ?? held, like?.label, share])).toEqual(
    [
      ['k1', 'My bot', undefined, 3 / 4.5],
      ['k2', undefined, 'Looks so', 0],
      ['k3', null, undefined, 0],
    ],
  )
  const compared = organizationRows(some, vault, new Set(['k2']), now)
  expect(compared[1]?.held).toBeNull()
})

it('spend that no listed key accounts for is said, and by deleted keys only where every key was listed', () => {
  expect(hiddenSpend(some)).toEqual({ withoutKey: 1, mostIn: 'Shop', unlisted: 0.5 })
  expect(hiddenSpend({ ...some, parts: { ...some.parts, keys: { state: 'partial', missed: 1 } } })).toEqual({
    withoutKey: 1,
    mostIn: 'Shop',
  })
})

it.each([
  [{ text: 'robin shop' }, ['k1']],
  [{ text: 'my bot' }, ['k1']],
  [{ text: 'abcd' }, ['k2']],
  [{ mark: 'ownerGone' as const }, ['k2']],
  [{ project: 'proj_a' }, ['k1']],
  [{ kind: 'admin' as const }, ['k3']],
  [{ text: 'robin', kind: 'admin' as const }, []],
  [{}, ['k1', 'k2', 'k3']],
])('%j shows %j, and its count says so', (patch, ids) => {
  const filter = { ...noOrganizationFilter, ...patch }
  const shown = filterRows(rows, filter)
  expect(shown.map(({ key }) => key.id)).toEqual(ids)
  const counts = countRows(rows, filter)
  if (filter.mark) expect(new Map(counts.marks).get(filter.mark)).toBe(ids.length)
  if (filter.project) expect(counts.projects.get(filter.project)).toBe(ids.length)
  if (filter.kind) expect(counts.kinds.get(filter.kind) ?? 0).toBe(ids.length)
})

it('the file has a line for each key; nothing in it is run by a spreadsheet, and what was not read is empty', () => {
  const [head, first, second] = organizationAsCsv(rows, some).split('\r\n')
  expect(head?.split(',')).toHaveLength(16)
  // Whether its owner has access was not told.
  expect(first).toContain('k1,Bot,user,sk-pro...wxyz,Shop,proj_a,Robin,,')
  const told = rows.map(row => ({ ...row, key: { ...row.key, isOwnerGone: false } }))
  expect(organizationAsCsv(told, some).split('\r\n')[1]).toContain(',Robin,yes,')
  expect(first).toContain(',none in 90 days,0,3,My bot,')
  expect(second).toContain(",'=Lab,proj_b,")
  const blind = {
    ...some,
    parts: { ...some.parts, costs: { state: 'failed' as const }, calls: { state: 'failed' as const } },
  }
  expect(organizationAsCsv(rows, blind).split('\r\n')[1]).toContain(',,,,My bot,')
})
