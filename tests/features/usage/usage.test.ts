/** Costs as the Admin API tells them, read, gathered into days and lines, and asked for by a key that never leaves the worker. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { questionPath, readCosts, readUsage } from '../../../src/features/usage/core/admin-pages.ts'
import { daysUntil, jumps, monthAhead, series } from '../../../src/features/usage/core/series.ts'
import { fetchKeyCosts, fetchUsage, projectNames } from '../../../src/features/usage/screen/read-usage.ts'
import { adminHandlers } from '../../../src/features/usage/worker/handlers.ts'
import { readAnswer } from '../../../src/providers/answers/answer-reader.ts'
import type { VaultRecord } from '../../../src/vault/record.ts'
import { fetchThrough } from '../../practice/fetch.ts'
import { type Practice, startPractice } from '../../practice/server.ts'

const now = Date.now()
const day = (ago: number) => new Date(now - ago * 86_400_000).toISOString().slice(0, 10)

describe('asked of the practice platform', () => {
  let practice: Practice
  let key: VaultRecord
  beforeAll(async () => {
    practice = await startPractice()
  })
  afterAll(() => practice.close())
  beforeEach(() => {
    practice.reset()
    practice.requests.length = 0
    const { secret } = practice.addKey({ kind: 'admin' })
    key = {
      id: 'k',
      provider: 'openai',
      kind: 'admin',
      label: 'Admin',
      lastFour: 'xxxx',
      createdAt: 0,
      secret,
    }
    const [project] = practice.state.projects
    practice.state.usage.push(
      ...[0, 1, 40].map(ago => ({
        day: day(ago),
        keyId: 'key_a',
        project: project?.id ?? '',
        model: 'gpt-5',
        requests: 3,
        inputTokens: 1000,
        outputTokens: 200,
        dollars: 1.5,
      })),
    )
  })
  const ask = ({ days = 30, by = 'project' as 'project' | 'key' } = {}) => {
    const handlers = adminHandlers({
      fetch: fetchThrough(practice.port),
      online: () => true,
      reader: async () => readAnswer,
      read: async () => key,
      changeHistory: async () => key,
      keep: async () => ({ ok: true, id: 'new' }),
    })
    return fetchUsage(
      question => handlers['screen.admin']({ id: 'k', ...question }, { kind: 'screen', url: '' }),
      days,
      by,
      now,
    )
  }

  it('gathers costs and usage of the days asked for, with the projects’ names', async () => {
    const told = await ask()
    expect(told).toMatchObject({ ok: true })
    if (!told.ok) return
    expect(told.days).toHaveLength(30)
    expect(told.costs.map(({ day, dollars }) => [day, dollars])).toEqual([
      [day(1), 1.5],
      [day(0), 1.5],
    ])
    expect(told.usage).toMatchObject([{ requests: 3, input: 1000, output: 200 }, {}])
    expect(Object.values(told.names).length).toBeGreaterThan(0)
    expect(practice.requests.every(request => request.method === 'GET')).toBe(true)
  })

  it('follows the pages to their end', async () => {
    const told = await ask({ days: 90, by: 'key' })
    expect(told.ok && told.costs.map(row => row.day)).toEqual([day(40), day(1), day(0)])
    expect(practice.requests.filter(({ path }) => path.endsWith('completions')).length).toBe(3)
  })

  it.each([
    ['an ordinary key', () => Object.assign(key, { kind: 'project' }), 'not_admin'],
    ['another provider’s admin key', () => Object.assign(key, { provider: 'anthropic' }), 'not_admin'],
    ['a key that is gone', () => Object.assign(key, { secret: 'sk-admin-gone' }), 'invalid_key'],
    ['a network’s sign-in page', () => practice.set({ network: 'captive-portal' }), 'not_the_provider'],
    ['no network', () => practice.set({ network: 'cut' }), 'network'],
  ])('says in words why not: %s', async (_, change, code) => {
    change()
    expect(await ask()).toMatchObject({ ok: false, code, message: expect.stringMatching(/\w{3}/) })
  })

  it('never answers with the key', async () => {
    expect(JSON.stringify(await ask())).not.toContain(key.secret)
  })
})

describe('an organization of many projects', () => {
  const names = Array.from({ length: 250 }, (_, at) => `proj_${String(at).padStart(4, '0')}`)
  /** Pages of a hundred, as the platform's. @returns what was asked for, too */
  const organization = (costOf: Record<string, number>, owner: Record<string, string>) => {
    const asked: string[] = []
    const list = (path: string, all: { id: string; [name: string]: unknown }[]) => {
      const after = new URLSearchParams(path.split('?')[1]).get('after')
      const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1
      const data = all.slice(from, from + 100)
      return { object: 'list', data, has_more: from + 100 < all.length, last_id: data.at(-1)?.id }
    }
    const results = Object.entries(costOf).map(([id, value]) => ({
      amount: { value },
      api_key_id: id,
      project_id: owner[id] ?? 'proj_gone',
    }))
    const ask: Parameters<typeof projectNames>[0] = async ({ path }) => {
      asked.push(path)
      const project = /projects\/(\w+)\/api_keys/.exec(path)?.[1]
      const keys = Object.keys(owner).filter(id => owner[id] === project)
      const body = path.includes('/costs?')
        ? { object: 'page', data: [{ start_time: Math.floor(now / 1000), results }], has_more: false }
        : project === undefined
          ? list(
              path,
              names.map(id => ({ id, name: `Project ${id}`, status: 'active' })),
            )
          : list(
              path,
              keys.map(id => ({ id, redacted_value: `sk-proj-***${id.slice(-4)}`, owner: {} })),
            )
      return { ok: true, status: 200, body: JSON.stringify(body) }
    }
    return { ask, asked }
  }

  it('has a name for each of them', async () => {
    expect(Object.keys(await projectNames(organization({}, {}).ask))).toEqual(names)
  })

  it('is asked for the keys of those projects that cost something, the dearest first, until every such key is found', async () => {
    const owner = {
      key_aaaa: 'proj_0001',
      key_bbbb: 'proj_0040',
      key_cccc: 'proj_0090',
      key_dddd: 'proj_0249',
    }
    const { ask, asked } = organization({ key_aaaa: 3, key_bbbb: 2, key_dddd: 9 }, owner)
    const told = await fetchKeyCosts(ask, now)
    expect(told).toMatchObject({ ok: true })
    expect(told.ok && told.keys.map(({ id }) => id)).toEqual(['key_dddd', 'key_aaaa', 'key_bbbb'])
    expect(asked.filter(path => path.includes('/api_keys'))).toHaveLength(3)
  })
})

it('where the days of a page are too long an answer, fewer days are asked for at a time', async () => {
  const lengths: string[] = []
  const read = await fetchUsage(
    async ({ path }) => {
      const query = new URLSearchParams(path.split('?')[1])
      const limit = query.get('limit') ?? ''
      if (!/costs|usage/.test(path)) return { ok: true, status: 404, body: '{}' }
      lengths.push(`${path.includes('costs') ? 'costs' : 'usage'} ${limit}`)
      if (Number(limit) > 7) return { ok: false, code: 'too_long', message: 'The answer was too long.' }
      const from = Number(query.get('start_time')) + Number(query.get('page') ?? 0) * 86_400
      const to = Math.min(now / 1000, from + Number(limit) * 86_400)
      const data = []
      for (let at = from; at < to; at += 86_400)
        data.push({
          start_time: at,
          results: [
            {
              amount: { value: 1 },
              api_key_id: 'key_a',
              num_model_requests: 1,
              input_tokens: 1,
              output_tokens: 1,
            },
          ],
        })
      const next = (to - Number(query.get('start_time'))) / 86_400
      const isLast = to >= now / 1000
      return {
        ok: true,
        status: 200,
        body: JSON.stringify({ data, has_more: !isLast, next_page: isLast ? null : String(next) }),
      }
    },
    30,
    'key',
    now,
  )
  expect(read).toMatchObject({ ok: true })
  expect(lengths.slice(0, 2)).toEqual(['costs 180', 'costs 7'])
  expect(read.ok && read.costs.length).toBe(30)
  expect(read.ok && read.before.length).toBe(30)
})

describe('pages', () => {
  it('asks by day, from the first day at midnight UTC, with the field that each question calls the group by', () => {
    expect(decodeURIComponent(questionPath('costs', { from: '2026-11-01', by: 'item' }))).toBe(
      '/organization/costs?start_time=1793491200&bucket_width=1d&limit=180&group_by[]=line_item',
    )
    expect(
      decodeURIComponent(questionPath('usage', { from: '2026-11-01', by: 'item', page: 'p2' })),
    ).toContain('usage/completions?start_time=1793491200&bucket_width=1d&limit=31&group_by[]=model&page=p2')
  })

  it.each([
    '',
    '<html>',
    '[]',
    '{}',
    '{"data":[{}]}',
    '{"data":[{"start_time":"x","results":[]}]}',
    '{"data":[{"start_time":1e300,"results":[]}]}',
    '{"data":[{"start_time":8640000000001,"results":[]}]}',
    'null',
  ])('takes %j for none', body => {
    expect([readCosts(body, 'project'), readUsage(body, 'project')]).toEqual([null, null])
  })

  it('reads amounts that come as text, and counts what it cannot read', () => {
    const results = [
      { amount: { value: '0.06' }, project_id: 'p' },
      { amount: { value: 'x' } },
      { amount: null },
      7,
    ]
    const body = JSON.stringify({ data: [{ start_time: 1793491200, results }], has_more: false })
    expect(readCosts(body, 'project')).toEqual({
      rows: [{ day: '2026-11-01', dollars: 0.06, of: 'p' }],
      next: null,
      unread: [
        { amount: { value: 'x' }, day: '2026-11-01' },
        { amount: null, day: '2026-11-01' },
        { day: '2026-11-01' },
      ],
    })
  })
})

describe('series', () => {
  const days = daysUntil(Date.UTC(2026, 10, 21, 9), 10)

  it('has every day, the largest lines apart and the rest together', () => {
    const rows = 'abcdef'.split('').map((of, index) => ({ day: '2026-11-20', of, dollars: index + 1 }))
    const made = series([...rows, { day: '2020-01-01', of: 'old', dollars: 99 }], days, 2)
    expect(made.days).toEqual(days)
    expect(made.days.at(-1)).toBe('2026-11-21')
    expect(made.lines.map(({ of, total }) => [of, total])).toEqual([
      ['f', 6],
      ['e', 5],
      [null, 10],
    ])
    expect([made.total, made.byDay.at(-2), made.byDay.at(-1)]).toEqual([21, 21, 0])
  })

  it('sees a jump: three times what was usual, and a dollar more', () => {
    const byDay = [1, 1, 1, 1, 1, 1, 1, 1.5, 9, 0]
    expect(jumps({ days, byDay })).toEqual([{ day: days[8], dollars: 9, usual: 1 }])
    expect(jumps({ days, byDay: byDay.map(dollars => dollars / 100) })).toEqual([])
    expect(jumps({ days, byDay: [50, 0, 0, 0, 0, 0, 0, 0, 0, 0] })).toEqual([])
  })

  it('looks ahead to the end of the month only when there is enough to go by', () => {
    const at = Date.UTC(2026, 10, 5, 9)
    const month = daysUntil(at, 7)
    expect(monthAhead({ days: month, byDay: [9, 9, 2, 2, 2, 2, 1] }, at)).toBeCloseTo(60)
    expect(monthAhead({ days: month.slice(3), byDay: [2, 2, 2, 1] }, at)).toBeNull()
  })
})
