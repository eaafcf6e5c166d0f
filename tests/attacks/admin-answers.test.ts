/** What is read of an organization with an admin key: names are everybody's who may make a key there, and the answer may be anybody's. */

import { describe, expect, test } from 'vitest'
import {
  readKeyCalls,
  readKeyCosts,
  sumCosts,
  sumUses,
} from '../../src/features/organization/core/key-figures.ts'
import { emptyOrganization, type Organization } from '../../src/features/organization/core/organization.ts'
import {
  listPath,
  readAccountList,
  readKeys,
  readProjects,
} from '../../src/features/organization/core/organization-answers.ts'
import { organizationAsCsv } from '../../src/features/organization/core/organization-csv.ts'
import {
  filterRows,
  hiddenSpend,
  noOrganizationFilter,
  organizationRows,
  spentIn,
} from '../../src/features/organization/core/organization-rows.ts'
import {
  accountsPath,
  alertsPath,
  readAlerts,
  readLimit,
} from '../../src/features/usage/core/admin-limits.ts'
import { readCosts, readUsage } from '../../src/features/usage/core/admin-pages.ts'
import { dollars } from '../../src/features/usage/core/prices.ts'
import { adminHandlers } from '../../src/features/usage/worker/handlers.ts'
import { day, dayOf, moment } from '../../src/i18n/time.ts'
import { fail } from '../../src/protocol/failure.ts'
import { adminPath } from '../../src/protocol/message-fields.ts'
import { readAnswer } from '../../src/providers/answers/answer-reader.ts'
import { sampleOf } from '../runs.ts'
import { report, tries } from './outcome.ts'

const now = Date.UTC(2026, 10, 22)
const odd: unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e300, -1e300, 1e308, 8.64e12, -8.64e12, 253_402_300_800, 9e15],
  ...[
    '',
    ' ',
    'x'.repeat(100_000),
    'a\u202eb\u200b\u0000c\nd\u2028e\u3164',
    '=1+1',
    '../..',
    'key_1?after=2',
    'proj_a/../../keys',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[[], {}, [null], { id: {} }, [['a']], { value: 'NaN' }, { toString: 1, valueOf: 1 }],
]

const key = {
  id: 'key_1',
  name: 'Bot',
  redacted_value: 'sk-proj-ab*****wxyz',
  created_at: 1_700_000_000,
  last_used_at: 1_700_000_000,
  expires_at: null,
  owner: {
    type: 'service_account',
    service_account: { id: 'user-1', name: 'ci' },
    user: { name: 'Robin', email: 'r@example.com' },
  },
}
const bucket = {
  start_time: now / 1000,
  end_time: now / 1000,
  results: [
    {
      amount: { value: 1.5, currency: 'usd' },
      api_key_id: 'key_1',
      project_id: 'proj_1',
      line_item: 'gpt-5, input',
      model: 'gpt-5',
      num_model_requests: 3,
      input_tokens: 5,
      output_tokens: 6,
      input_cached_tokens: 1,
    },
  ],
}
const page = (...data: unknown[]) => ({
  object: 'page',
  data,
  has_more: true,
  last_id: 'key_1',
  next_page: 'page_2',
})
const honest: Record<string, unknown> = {
  list: page(key, { ...key, id: 'key_2' }),
  projects: page({ id: 'proj_1', name: 'Shop', status: 'active', archived_at: null }),
  accounts: page({ id: 'user-1', name: 'ci', created_at: 1_700_000_000 }),
  buckets: page(bucket, { ...bucket, start_time: now / 1000 - 86_400 }),
  limit: { threshold_amount: 500, enforcement: { status: 'enforcing' } },
  alerts: page({
    id: 'alert_1',
    threshold_amount: 500,
    notification_channel: { type: 'email', recipients: ['a@example.com'] },
  }),
}

/** The same answer with one thing in it that is something else; each place, each odd thing. */
function variants(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return odd
  return [
    ...odd,
    ...Object.entries(value).flatMap(([name, inner]) =>
      variants(inner).map(one => {
        const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
        copy[name] = one
        return copy
      }),
    ),
  ]
}

const isPlain = (text: string) => !/[\p{Cc}\p{Cf}\u2028]/u.test(text) && text.length <= 300
/** Everything that screens show of times and amounts. */
function shown(value: unknown, name = ''): string[] {
  if (typeof value === 'number') {
    if (/At$|readAt|seenUntil/.test(name)) return [day(value), moment(value)]
    if (/dollars|withoutKey|unlisted|cost|share|requests|input|output|cachedInput/i.test(name)) {
      if (!Number.isFinite(value)) throw new Error(`${name} is ${value}`)
      return [dollars(value)]
    }
    return []
  }
  if (typeof value === 'string') return /^(?:day|lastCall)$/.test(name) ? [dayOf(value)] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, one]) => [
    ...(Array.isArray(value) ? [] : [inner]),
    ...shown(one, Array.isArray(value) ? name : inner),
  ])
}

/** All that is made of one answer, wherever it comes. */
function readAll(body: string): { texts: string[]; paths: string[] } {
  const projects = readProjects(body)
  const keys = readKeys(body, now, 'proj_1')
  const admins = readKeys(body, now)
  const accounts = readAccountList(body, 'proj_1')
  const costs = readKeyCosts(body)
  const calls = readKeyCalls(body)
  const { spend, byKey } = sumCosts(costs?.rows ?? [])
  const organization: Organization = {
    ...emptyOrganization('a', now, now),
    projects: projects?.entries ?? [],
    keys: [...(keys?.entries ?? []), ...(admins?.entries ?? [])],
    accounts: accounts?.entries ?? [],
    uses: sumUses(byKey, calls?.rows ?? [], now),
    spend,
    limits: {
      '': readLimit({ status: 200, body }) ?? null,
      proj_1: readLimit({ status: 200, body }) ?? null,
    },
  }
  const rows = organizationRows(organization, [], new Set(), now)
  const texts = [
    ...shown(organization),
    ...shown(rows.map(({ use, project }) => ({ use, project }))),
    ...shown({ dollars: spentIn(organization) }),
    ...shown(hiddenSpend(organization)),
    ...shown(filterRows(rows, { ...noOrganizationFilter, text: 'a' }).length),
    ...shown(readAlerts(body) ?? []),
    ...shown(readCosts(body, 'key')?.rows ?? []),
    ...shown(readUsage(body, 'item')?.rows ?? []),
  ]
  const csv = organizationAsCsv(rows, organization)
  for (const line of csv.split('\r\n'))
    if (/(?:^|,)"?[=+\-@\t]/.test(line)) throw new Error(`a formula: ${line.slice(0, 80)}`)
  const after = [projects?.last, keys?.last, accounts?.last].flatMap(one => one ?? [])
  return {
    texts,
    paths: [
      ...after.map(one => listPath('keys', 'proj_1', one)),
      ...(accounts?.entries ?? []).map(({ id }) => accountsPath('proj_1', id)),
      ...(readAlerts(body) ?? []).map(({ id }) => alertsPath(null, id)),
    ],
  }
}

describe('an answer in which one thing is something else', () => {
  test.each(Object.keys(honest))(
    '%s: nothing ends the page, no name hides, no path leads elsewhere',
    name => {
      const all = variants(honest[name])
      const tried = sampleOf(all.filter((_, at) => at % tries(3, 1) === 0))
      const outcome = { tries: 0, landed: 0 }
      const wrong = new Set<string>()
      for (const answer of tried) {
        outcome.tries++
        try {
          const { texts, paths } = readAll(JSON.stringify(answer))
          for (const text of texts)
            if (!isPlain(text)) throw new Error(`not plain: ${JSON.stringify(text.slice(0, 60))}`)
          for (const path of paths)
            if (path.length <= 400 && !adminPath.test(path)) throw new Error(`path: ${path.slice(0, 90)}`)
        } catch (error) {
          outcome.landed++
          wrong.add(`${error}`.slice(0, 160))
        }
      }
      expect([...wrong]).toEqual([])
      report({
        attack: `an answer to an admin key, ${name}, with one thing in it that is something else`,
        attacker: 'provider',
        asset: 'the page of the organization, and the truth on it',
        ...outcome,
        control: {
          tries: all.length,
          landed: all.filter(one => JSON.stringify(one) !== JSON.stringify(honest[name])).length,
        },
      })
    },
  )
})

/** What becomes of a new service account that the platform answers with. `kept`: label and key, as the vault gets them. */
async function makeAccount(made: object) {
  const kept: string[] = []
  const reply = await adminHandlers({
    fetch: async () => Response.json({ id: 'user-1', ...made }),
    online: () => true,
    reader: async () => readAnswer,
    read: async () => ({
      id: 'k',
      provider: 'openai',
      kind: 'admin',
      label: 'A',
      lastFour: 'xxxx',
      createdAt: 0,
      secret: 'sk-admin-x',
    }),
    changeHistory: async () => fail('gone', ''),
    keep: async (secret, label) => {
      expect(typeof label).toBe('string')
      kept.push(`${label}: ${secret}`)
      return { ok: true, id: 'new' }
    },
  })['screen.admin'](
    { id: 'k', method: 'POST', path: '/organization/projects/proj_1/service_accounts', body: '{}' },
    { kind: 'screen', url: '' },
  )
  return { kept, reply }
}

test.each(odd.map((value): [string, unknown] => [(JSON.stringify(value) ?? '').slice(0, 30), value]))(
  'a new key is kept, whatever its name is said to be: %s',
  async (_, name) => {
    const { kept, reply } = await makeAccount({ name, api_key: { value: 'sk-svcacct-new' } })
    expect(reply).toMatchObject({ ok: true })
    expect(kept).toEqual([expect.stringMatching(/: sk-svcacct-new$/)])
    expect(JSON.stringify(reply)).not.toContain('svcacct-new')
  },
)

test.each<[string, object, string[]]>([
  [
    'turns around and hides',
    { name: 'safe\u202egnp\u200b\u0000 bot', api_key: { value: 'sk-svcacct-new' } },
    ['safegnp  bot: sk-svcacct-new'],
  ],
  [
    'is as long as a book',
    { name: 'b'.repeat(100_000), api_key: { value: 'sk-svcacct-new' } },
    [`${'b'.repeat(200)}: sk-svcacct-new`],
  ],
  [
    'comes with a key that presses Enter where it is pasted',
    { name: 'a', api_key: { value: 'sk-a\nrm' } },
    [],
  ],
])('a name that %s is kept plain, and no such key', async (_, made, expected) => {
  expect((await makeAccount(made)).kept).toEqual(expected)
})
