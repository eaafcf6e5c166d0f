/** Costs are watched in the background: what is far above the usual is said once, cents never are, and only while the vault is open and the person wants it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createVaultService } from '../../../src/features/lock/worker/service.ts'
import {
  type CostHistory,
  costAlarms,
  type DailyCosts,
  dayBefore,
  withDays,
} from '../../../src/features/usage/core/cost-alarms.ts'
import { costHistoryAsCsv, readCostHistory } from '../../../src/features/usage/core/cost-history.ts'
import { costAlarm, createCostWatch } from '../../../src/features/usage/worker/cost-watch.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import { apiAnswer } from '../../practice/api.ts'
import { initialState, newKey, type PracticeState } from '../../practice/state.ts'
import { seeded } from '../../providers/random-keys.ts'
import { runs } from '../../runs.ts'
import { passphrase } from '../../vault/helpers.ts'
import { lockWorld } from '../lock/lock-world.ts'

type Fields = Record<string, unknown>
const day24 = 86_400_000
const now = Date.UTC(2026, 10, 20, 15)
const day = (ago: number) => dayBefore(now, ago)
/** Each of the last 30 days costs this much, but those that are named. */
const history = (
  usual: (ago: number) => number,
  more: Record<number, Record<string, number>> = {},
): CostHistory => ({
  admin: 'a',
  isOn: true,
  readAt: now,
  names: { key_a: 'Bot', proj_a: 'Shop' },
  noticed: {},
  days: Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => 29 - index).map((ago): [string, Record<string, number>] => [
      day(ago),
      { ...(usual(ago) > 0 && { 'proj_a/key_a': usual(ago) }), ...more[ago] },
    ]),
  ),
})
const said = (kept: CostHistory, limits = {}, held: string[] = ['key_a']) =>
  costAlarms(kept, limits, new Set(held), now).map(({ id, page }) => `${id} > ${page}`)

describe('a day', () => {
  it('far above this key’s own spread is said of the key, not again of its project and of everything', () => {
    expect(said(history(ago => (ago === 1 ? 60 : 4 + (ago % 3))))).toEqual([
      `day ${day(1)} proj_a/key_a > organization/key_a`,
    ])
  })

  it.each<[string, (ago: number) => number]>([
    ['cents that grow a hundredfold', ago => (ago === 0 ? 1 : 0.01)],
    ['a dear key on a dear day', ago => (ago === 0 ? 70 : 30 + (ago % 5) * 10)],
    ['a key that costs much every other day', ago => (ago % 2 === 0 ? 50 : 1)],
    ['a key that is used once a week', ago => (ago % 7 === 0 ? 50 : 0)],
    ['a key that was never used before this week', ago => (ago < 6 ? 50 : 0)],
    ['nothing at all', () => 0],
  ])('is usual: %s', (_, usual) => expect(said(history(usual))).toEqual([]))

  it('whose keys are each usual may be odd for the project', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, key) => [`proj_a/k${key}`, 1]))
    const few = Object.fromEntries(Array.from({ length: 30 }, (_, key) => [`proj_a/k${key}`, 0.04]))
    const each = Object.fromEntries(Array.from({ length: 29 }, (_, ago) => [ago + 1, few]))
    expect(said(history(() => 1, { ...each, 0: many }))).toEqual([`day ${day(0)} proj_a/ > usage`])
  })

  it('says nothing before a week is known', () => {
    const kept = history(ago => (ago === 0 ? 500 : 1))
    const days = Object.fromEntries(Object.entries(kept.days).slice(-7))
    expect(said({ ...kept, days })).toEqual([])
  })
})

it('a new key that spends is said, but not one that this vault holds, and not of cents', () => {
  const kept = history(() => 1, {
    0: { 'proj_a/key_new': 0.5, 'proj_a/key_mine': 0.5, 'proj_a/key_small': 0.01 },
  })
  expect(said(kept, {}, ['key_a', 'key_mine'])).toEqual(['new key_new > organization/key_new'])
})

it('a limit is said from 80 percent on, once a month, of a project and of everything', () => {
  const kept = history(() => 5)
  // 20 days of November at five dollars.
  expect(said(kept, { '': 120, proj_a: 100 })).toEqual([
    'limit 2026-11  > usage',
    'limit 2026-11 proj_a > usage',
  ])
  expect(said(kept, { '': 130 })).toEqual([])
})

it('what was said is not said again; names and amounts are in the words', () => {
  const kept = history(ago => (ago === 1 ? 60 : 4))
  const [alarm] = costAlarms(kept, {}, new Set(), now)
  expect(alarm?.text).toBe(`Bot cost $60.00 on ${day(1)}, far more than usual.`)
  expect(said({ ...kept, noticed: { [alarm?.id ?? '']: 1 } })).toEqual([])
})

describe('an amount that could not be read', () => {
  const unread = 'Some costs could not be read, so sums may be too low.'
  const texts = (kept: CostHistory, limits = {}) =>
    costAlarms(kept, limits, new Set(['key_a']), now).map(({ text }) => text)

  it('is said with the day that is odd all the same, of its key and of everything above it', () => {
    const usual = (ago: number) => (ago === 1 ? 60 : 4)
    const [first = '', ...rest] = texts(history(usual, { 1: { '?proj_a/key_a': 0 } }))
    expect(rest).toEqual([])
    expect(first).toBe(`Bot cost $60.00 on ${day(1)}, far more than usual. ${unread}`)
    // That of another key says nothing of this one.
    expect(texts(history(usual, { 1: { '?proj_b/key_b': 0 } }))[0]).not.toContain(unread)
  })

  it('makes no other day an odd one', () => {
    const blind = Object.fromEntries(
      Array.from({ length: 20 }, (_, ago) => [ago + 3, { '?proj_a/key_a': 0 }]),
    )
    const kept = history(ago => (ago < 3 || ago > 22 ? 30 : 0), blind)
    expect(said(kept)).toEqual([])
  })

  it('is said with a limit that comes near', () => {
    const kept = history(() => 5, { 9: { '?proj_a/key_a': 0 } })
    const limits = { proj_a: 100 }
    expect(texts(kept, limits)).toEqual([`Shop: 100 % of the monthly limit is spent. ${unread}`])
    // That of the month before is no part of it.
    expect(
      texts(
        history(() => 5, { 25: { '?proj_a/key_a': 0 } }),
        limits,
      )[0],
    ).not.toContain(unread)
  })

  it('is said by itself once a month, for silence would look like good news', () => {
    const kept = history(() => 0, { 0: { '?/': 0 } })
    expect(costAlarms(kept, {}, new Set(), now)).toEqual([
      { id: 'unread 2026-11', page: 'usage', text: unread },
    ])
    expect(said({ ...kept, noticed: { 'unread 2026-11': 1 } })).toEqual([])
  })

  it('has its line in the file', () => {
    const kept = history(() => 1, { 29: { '?proj_a/key_a': 0, '?/': 0 } })
    const [head, ...lines] = costHistoryAsCsv(kept).split('\r\n')
    expect(head).toBe('day_utc,project,project_id,key,key_id,cost_usd')
    expect(lines.slice(0, 3)).toEqual([
      `${day(29)},Shop,proj_a,Bot,key_a,1`,
      `${day(29)},Shop,proj_a,Bot,key_a,not readable`,
      `${day(29)},,,,,not readable`,
    ])
  })
})

it('400 days are kept; what is read anew replaces its days', () => {
  const old: DailyCosts = { [day(401)]: { a: 1 }, [day(399)]: { a: 1 }, [day(1)]: { a: 1 } }
  expect(withDays(old, { [day(1)]: { a: 2 } }, now)).toEqual({ [day(399)]: { a: 1 }, [day(1)]: { a: 2 } })
})

it.each([1, 400, 4000])(
  'a clock that is %d days ahead makes nothing old, and leaves no days of the time to come',
  ahead => {
    const { days } = history(() => 3)
    const then = now + ahead * day24
    const jumped = withDays(days, { [dayBefore(then, 0)]: {} }, then)
    expect(jumped).toMatchObject(days)
    expect(withDays(jumped, { [day(0)]: { b: 1 } }, now)).toEqual({ ...days, [day(0)]: { b: 1 } })
  },
)

it('is a file with names and ids', () => {
  const [head, first] = costHistoryAsCsv(history(() => 1)).split('\r\n')
  expect(head).toBe('day_utc,project,project_id,key,key_id,cost_usd')
  expect(first).toBe(`${day(29)},Shop,proj_a,Bot,key_a,1`)
  expect(readCostHistory('{}')).toBeUndefined()
  expect(readCostHistory('<html>')).toBeUndefined()
})

describe('in the worker', () => {
  let world: ReturnType<typeof lockWorld>
  let service: ReturnType<typeof createVaultService>
  let state: PracticeState
  let time: number
  let asked: string[]
  let alarms: Map<string, number>
  let notified: { id: string; message: string }[]
  /** As soon as something is shown. */
  let isEnded: boolean
  let watch: ReturnType<typeof createCostWatch>
  /** What the platform makes of the costs of a day. */
  let change: (costs: Fields[]) => (Fields | null)[]
  const hour = 3_600_000

  beforeEach(async () => {
    world = lockWorld()
    service = createVaultService(world.ports)
    await service.create(passphrase, false)
    state = initialState()
    state.organization.spendLimit = 1_000_000
    time = Date.now()
    asked = []
    alarms = new Map()
    notified = []
    change = costs => costs
    isEnded = false
    const admin = newKey({ kind: 'admin', name: 'Owner' }, state)
    state.keys.push(admin)
    watch = createCostWatch({
      now: () => time,
      ask: async (_, path) => {
        asked.push(path)
        const url = new URL(`https://api.openai.com/v1${path}`)
        const { answer } = apiAnswer(
          {
            host: url.host,
            method: 'GET',
            path: url.pathname,
            query: url.searchParams,
            headers: { authorization: `Bearer ${admin.secret}` },
            body: '',
          },
          state,
        )
        if (answer.status >= 500)
          return { ok: false, code: 'provider_trouble', message: 'The server had an error.' }
        if (url.pathname !== '/v1/organization/costs' || answer.status !== 200)
          return { ok: true, status: answer.status, body: String(answer.body) }
        const page = JSON.parse(String(answer.body)) as { data: { results: Fields[] }[] }
        const data = page.data.map(day => ({ ...day, results: change(day.results) }))
        return { ok: true, status: 200, body: JSON.stringify({ ...page, data }) }
      },
      withVault: service.withVault,
      held: async () => new Set(),
      setAlarm: async (name, at) => void alarms.set(name, at),
      notify: async (id, _, message) => {
        notified.push({ id, message })
        if (isEnded) throw new Error('The worker was ended.')
      },
    })
  })
  const spend = (ago: number, dollars: number) =>
    state.usage.push({
      day: dayBefore(time, ago),
      keyId: 'key_a',
      project: 'proj_a',
      model: 'gpt-5',
      requests: 1,
      inputTokens: 1,
      outputTokens: 1,
      dollars,
    })
  const keep = (patch: Partial<CostHistory> = {}) => {
    const days = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [dayBefore(time, index + 1), { 'proj_a/key_a': 3 }]),
    )
    const kept: CostHistory = {
      admin: 'a',
      isOn: true,
      readAt: time - 7 * hour,
      days,
      names: {},
      noticed: {},
      ...patch,
    }
    return service.withVault(vault => vault.keep('costs', JSON.stringify(kept)))
  }
  const kept = async () => {
    const text = await service.withVault(vault => vault.kept('costs'))
    return readCostHistory(isFailure(text) ? undefined : String(text))
  }

  it('reads the last days, seals them, says what is odd once, and comes again in six hours', async () => {
    for (let ago = 0; ago < 5; ago++) spend(ago, ago === 0 ? 80 : 3)
    await keep()
    await watch.look()
    expect(notified).toEqual([
      { id: 'page:organization/key_a', message: expect.stringContaining('cost $80.00') },
    ])
    expect((await kept())?.days[dayBefore(time, 0)]).toEqual({ 'proj_a/key_a': 80 })
    expect(alarms.get(costAlarm)).toBe(time + 6 * hour)
    const count = asked.length
    await watch.look()
    expect(asked).toHaveLength(count)
    time += 6 * hour
    await watch.look()
    expect(asked.length).toBeGreaterThan(count)
    expect(notified).toHaveLength(1)
  })

  it('shows before it notes: a worker that ends between the two says it again, and never not at all', async () => {
    for (let ago = 0; ago < 5; ago++) spend(ago, ago === 0 ? 80 : 3)
    await keep()
    isEnded = true
    await expect(watch.look()).rejects.toThrow('ended')
    expect((await kept())?.noticed).toEqual({})
    isEnded = false
    time = alarms.get(costAlarm) ?? expect.fail()
    await watch.look()
    expect(notified).toHaveLength(2)
    expect(notified[1]).toEqual(notified[0])
    await watch.look()
    expect(notified).toHaveLength(2)
  })

  it('asks nothing while it is off, never chosen, too early, or while the vault is locked', async () => {
    await watch.look()
    await keep({ isOn: false })
    await watch.look()
    await keep({ readAt: time - hour })
    await watch.look()
    expect(alarms.get(costAlarm)).toBe(time + 5 * hour)
    await keep()
    await service.lock()
    await watch.look()
    expect(asked).toEqual([])
  })

  it.each([1, 24, 365 * 24])('looks though the clock was put back by %d hours since', async hours => {
    await keep({ readAt: time + hours * hour })
    await watch.look()
    expect(asked.length).toBeGreaterThan(0)
    expect((await kept())?.readAt).toBe(time)
    expect(alarms.get(costAlarm)).toBe(time + 6 * hour)
  })

  it.each(Array.from({ length: runs(24) }, (_, story) => story))(
    'whatever the clock did, the days are the platform’s own once it is right: story %d',
    async story => {
      const random = seeded(`clocks ${story}`)
      const right = time
      for (let ago = 0; ago < 60; ago++) if (random() < 0.7) spend(ago, Math.ceil(random() * 20))
      // One that costs nothing any more since.
      for (let ago = 300; ago < 390; ago++) spend(ago, 1)
      const all = Object.fromEntries(
        state.usage.map(row => [row.day, { 'proj_a/key_a': row.dollars }] as const),
      )
      const known = Object.keys(all).filter(one => one < dayBefore(right, 40))
      const everything = state.usage
      /** The platform knows what was spent until then, whatever the clock here says. */
      const spentUntil = (then: number) => {
        state.usage = everything.filter(row => row.day <= dayBefore(then, 0))
      }
      await keep({
        readAt: right - 40 * day24,
        days: Object.fromEntries(known.map(one => [one, all[one] ?? {}])),
      })
      for (let step = 0; step < 4; step++) {
        const off = [1, 24, 20 * 24, 366 * 24, 900 * 24, 9000 * 24][Math.floor(random() * 6)] ?? 1
        const then = right - (4 - step) * 9 * day24
        spentUntil(then)
        time = then + (random() < 0.7 ? off : -Math.min(off, 300 * 24)) * hour
        await watch.look()
        const days = (await kept())?.days ?? {}
        expect(known.filter(one => !days[one]?.['proj_a/key_a'])).toEqual([])
      }
      time = right
      spentUntil(right)
      await watch.look()
      time += 7 * hour
      await watch.look()
      const { days = {}, failing } = (await kept()) ?? {}
      expect(Object.fromEntries(Object.entries(days).filter(([, costs]) => Object.keys(costs)[0]))).toEqual(
        all,
      )
      expect(Object.keys(days).sort().at(-1)).toBe(dayBefore(time, 0))
      expect(failing).toBeUndefined()
    },
  )

  it('after weeks in which the vault was locked, reads all that is missing', async () => {
    for (let ago = 0; ago < 20; ago++) spend(ago, 3)
    await keep({ readAt: time - 15 * 24 * hour, days: {} })
    await watch.look()
    expect(Object.keys((await kept())?.days ?? {}).length).toBeGreaterThanOrEqual(18)
  })

  it.each<[string, (cost: Fields) => Fields | null]>([
    ['amounts in another currency', cost => ({ ...cost, amount: { value: 3, currency: 'eur' } })],
    ['amounts that are none', cost => ({ ...cost, amount: { value: null } })],
    ['amounts left out', ({ amount: _, ...cost }) => cost],
    ['nothing where an amount should be', () => null],
  ])('tells of %s, keeps that with the day, and reads them once they are right', async (_, spoilt) => {
    for (let ago = 0; ago < 5; ago++) spend(ago, 3)
    await keep()
    change = costs => costs.map(spoilt)
    await watch.look()
    expect(notified).toEqual([
      { id: 'page:usage', message: 'Some costs could not be read, so sums may be too low.' },
    ])
    const today = dayBefore(time, 0)
    expect(Object.keys((await kept())?.days[today] ?? {})).toEqual([
      expect.stringMatching(/^\?(?:proj_a)?\/(?:key_a)?$/),
    ])
    change = costs => costs
    time += 7 * hour
    await watch.look()
    expect((await kept())?.days[today]).toEqual({ 'proj_a/key_a': 3 })
    expect(notified).toHaveLength(1)
  })

  it('calls nothing a share of a limit of nothing', async () => {
    for (let ago = 0; ago < 5; ago++) spend(ago, 3)
    state.organization.spendLimit = 0
    await keep()
    await watch.look()
    expect(asked).toContain('/organization/spend_limit')
    expect(notified).toEqual([])
  })

  it('asks for the limit of no project whose id is none', async () => {
    for (let ago = 0; ago < 5; ago++) spend(ago, 3)
    change = costs => [
      ...costs,
      { amount: { value: 900 }, project_id: '../admin_api_keys?x=', api_key_id: null },
      { amount: null, project_id: 'proj_a', api_key_id: null },
    ]
    await keep()
    await watch.look()
    expect(asked.filter(path => path.includes('spend_limit'))).toEqual([
      '/organization/spend_limit',
      '/organization/projects/proj_a/spend_limit',
    ])
  })

  it('that reads nothing for two days says so once, and again only after it could read', async () => {
    await keep()
    const since = time
    const lookFor = async (days: number) => {
      const end = time + days * day24
      for (; time < end; time += 6 * hour) await watch.look()
    }
    state.api.condition = 'server_error'
    await lookFor(2)
    expect(notified).toEqual([])
    await lookFor(9)
    const unread = { id: 'page:usage', message: `Costs could not be read since ${dayBefore(since, 0)}.` }
    expect(notified).toEqual([unread])
    expect((await kept())?.failing).toBe(since)
    state.api.condition = null
    await lookFor(1)
    expect((await kept())?.failing).toBeUndefined()
    expect(notified).toEqual([unread])
    state.api.condition = 'server_error'
    const again = time
    await lookFor(4)
    expect(notified.slice(1)).toEqual([
      { id: 'page:usage', message: `Costs could not be read since ${dayBefore(again, 0)}.` },
    ])
  })

  it('that failed while the clock was ahead says so two days after it is right again, with a day that has been', async () => {
    await keep()
    state.api.condition = 'server_error'
    const right = time
    time += 300 * day24
    await watch.look()
    notified = []
    for (time = right; time < right + 3 * day24; time += 6 * hour) await watch.look()
    expect(notified).toEqual([
      { id: 'page:usage', message: `Costs could not be read since ${dayBefore(right, 0)}.` },
    ])
  })

  it('keeps what it has when the answer is none, and does not write over a “no” that came meanwhile', async () => {
    await keep()
    const before = await kept()
    state.api.condition = 'server_error'
    await watch.look()
    const { failing, ...rest } = (await kept()) ?? expect.fail()
    expect(rest).toEqual(before)
    expect(failing).toBe(time)
    state.api.condition = null
    const looking = watch.look()
    await keep({ isOn: false })
    await looking
    expect((await kept())?.isOn).toBe(false)
  })
})
