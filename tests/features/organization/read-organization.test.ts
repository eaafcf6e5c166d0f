/** The organization read with an admin key: everything is there once, figures are those of an independent sum, and what cannot be read spoils nothing else. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Organization } from '../../../src/features/organization/core/organization.ts'
import { isListWhole, isStopped } from '../../../src/features/organization/core/read-organization.ts'
import {
  type Between,
  dayAgo,
  dayLength,
  organizationWorld,
  populate,
  type World,
} from './organization-world.ts'

let world: World
beforeEach(() => {
  world = organizationWorld()
})

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
const round = (dollars: number) => Math.round(dollars * 1e6) / 1e6
/** The practice platform's own book, added up without a look at Keyway. */
const book = (from = 29) => {
  const first = dayAgo(from)
  return world.state.usage.filter(({ day }) => day >= first)
}
const idsOf = (organization: Organization) => organization.keys.map(({ id }) => id).sort()
const everyId = () => world.state.keys.map(({ id }) => id).sort()
const states = ({ parts }: Organization) =>
  Object.fromEntries(Object.entries(parts).map(([name, { state }]) => [name, state]))

describe('10,000 keys in 300 projects', () => {
  it('are all there once, with owners, dates and figures; the first hundred are shown before the rest is read', {
    tags: 'slow',
  }, async () => {
    populate(world.state, { projects: 300, keys: 10_000 })
    const found = await world.look()
    expect(new Set(Object.values(states(found)))).toEqual(new Set(['whole']))
    expect(idsOf(found)).toEqual(everyId())
    expect(found.keys).toHaveLength(10_001)
    const byKind = (kind: string) => found.keys.filter(key => key.kind === kind).length
    expect([byKind('admin'), byKind('service'), byKind('user')]).toEqual([1, 2_000, 8_000])
    expect(found.accounts).toHaveLength(2_000)
    expect(found.keys.filter(key => key.isOwnerGone)).toHaveLength(
      world.state.keys.filter(key => key.ownerGone).length,
    )
    expect(found.keys.filter(key => key.expiresAt === null)).toHaveLength(
      world.state.keys.filter(key => key.expiresAt === null).length,
    )
    expect(world.shown[0]?.keys.length).toBeLessThan(300)
    expect(world.progress.at(-1)).toEqual({ done: 300, all: 300, keys: 10_001 })

    const spent = round(sum(Object.values(found.spend).map(({ dollars }) => dollars)))
    expect(spent).toBe(round(sum(book().map(({ dollars }) => dollars))))
    expect(round(sum(Object.values(found.spend).map(({ withoutKey }) => withoutKey)))).toBe(
      round(sum(book().flatMap(({ keyId, dollars }) => (keyId === '' ? [dollars] : [])))),
    )
    const since = dayAgo(29)
    const ofKeys = new Map<string, { dollars: number; requests: number; last: string }>()
    for (const { keyId, day, dollars, requests } of book(89)) {
      const was = ofKeys.get(keyId) ?? { dollars: 0, requests: 0, last: '' }
      const isRecent = Number(day >= since)
      ofKeys.set(keyId, {
        dollars: was.dollars + dollars * isRecent,
        requests: was.requests + requests * isRecent,
        last: [day, was.last].sort().at(-1) ?? '',
      })
    }
    ofKeys.delete('')
    const told = Object.entries(found.uses).map(([id, use]) => [
      id,
      round(use.dollars),
      use.requests,
      use.lastCall,
    ])
    const booked = [...ofKeys].map(([id, { dollars, requests, last }]) => [
      id,
      round(dollars),
      requests,
      last,
    ])
    expect(told.sort()).toEqual(booked.sort())
    // Its own limit is asked of each project that spent, and of no other.
    const spending = new Set(book().flatMap(({ project, dollars }) => (dollars > 0 ? [project] : [])))
    expect(Object.keys(found.limits).sort()).toEqual(['', ...spending].sort())
  })
})

describe('what goes wrong on the way', () => {
  beforeEach(() => populate(world.state, { projects: 6, keys: 1_500 }))

  it('pages that fail now and then are asked for again', { tags: 'slow' }, async () => {
    let count = 0
    const between: Between = (_, ask) =>
      ++count % 3 === 0
        ? Promise.resolve({ ok: false, code: 'provider_trouble', message: 'The server had an error.' })
        : ask()
    const found = await world.look({ between })
    expect(idsOf(found)).toEqual(everyId())
    expect(isListWhole(found)).toBe(true)
  })

  it('a page that fails for good leaves the other projects whole, is counted, and shows what an earlier look had', {
    tags: 'slow',
  }, async () => {
    const before = await world.look()
    const between: Between = (path, ask) =>
      /proj_2\/api_keys.*after/.test(path)
        ? Promise.resolve({ ok: false, code: 'provider_trouble', message: 'The server had an error.' })
        : ask()
    const alone = await world.look({ between })
    expect(alone.parts.keys).toEqual({
      state: 'partial',
      missed: 1,
      code: 'provider_trouble',
      why: 'The server had an error.',
    })
    expect(alone.keys.filter(({ project }) => project === 'proj_2')).toHaveLength(100)
    expect(alone.keys).toHaveLength(1_501 - 150)
    expect(isListWhole(alone)).toBe(false)
    const again = await world.look({ between, before })
    expect(idsOf(again)).toEqual(everyId())
    expect(again.keys.filter(({ isOld }) => isOld)).toHaveLength(150)
  })

  it('without the right to list them, keys stay as an earlier look had them, and are not asked for one project after another', {
    tags: 'slow',
  }, async () => {
    const before = await world.look()
    world.asked.length = 0
    Object.assign(world.admin, { permissions: 'restricted', scopes: ['api.usage.read'] })
    const found = await world.look({ before })
    expect(idsOf(found)).toEqual(everyId())
    expect(found.keys.every(({ isOld }) => isOld)).toBe(true)
    expect([found.projects, found.accounts]).toEqual([before.projects, before.accounts])
    expect(states(found)).toMatchObject({ projects: 'failed', keys: 'failed', costs: 'whole' })
    expect(world.asked.filter(path => /api_keys|service_accounts/.test(path))).toEqual([
      '/organization/admin_api_keys?limit=100',
    ])
  })

  it('what a page repeats is there once, and a list that leads in a circle ends', {
    tags: 'slow',
  }, async () => {
    const last = new Map<string, unknown>()
    const between: Between = async (path, ask) => {
      const answer = await ask()
      if (!answer.ok || !path.includes('/api_keys?')) return answer
      const place = path.replace(/&after.*/, '')
      const body = JSON.parse(answer.body) as { data: unknown[] }
      const repeated = last.get(place)
      last.set(place, body.data.at(-1))
      if (repeated) body.data.unshift(repeated)
      return { ...answer, body: JSON.stringify(body) }
    }
    expect(idsOf(await world.look({ between }))).toEqual(everyId())
    const round: Between = async (path, ask) => {
      const answer = await ask()
      if (!answer.ok || !path.includes('/proj_1/api_keys?')) return answer
      return {
        ...answer,
        body: JSON.stringify({ ...JSON.parse(answer.body), has_more: true, last_id: 'key_1' }),
      }
    }
    const found = await world.look({ between: round })
    expect(found.parts.keys).toMatchObject({ state: 'partial', missed: 1 })
    expect(found.keys.filter(({ project }) => project === 'proj_0')).toHaveLength(250)
  })

  it.each([
    [
      'usage only',
      ['api.usage.read'],
      { keys: 'failed', projects: 'failed', adminKeys: 'failed', costs: 'whole', calls: 'whole' },
    ],
    [
      'management only',
      ['api.management.read'],
      { keys: 'whole', projects: 'whole', costs: 'failed', calls: 'failed', limits: 'whole' },
    ],
  ])('an admin key with %s shows what it may read', async (_, scopes, expected) => {
    Object.assign(world.admin, { permissions: 'restricted', scopes })
    const found = await world.look()
    expect(states(found)).toMatchObject(expected)
    const failed = Object.values(found.parts).filter(({ state }) => state === 'failed')
    expect(new Set(failed.map(({ code }) => code))).toEqual(new Set(['missing_scope']))
    // A right that lacks is not asked for again and again.
    expect(new Set(world.asked).size).toBe(world.asked.length)
  })

  it('a clock that is a day off loses no key, and no day of costs but those at the end', {
    tags: 'slow',
  }, async () => {
    for (const off of [-dayLength, dayLength]) {
      const found = await world.look({ now: Date.now() + off })
      expect(idsOf(found)).toEqual(everyId())
      const days = book(off > 0 ? 28 : 30)
      expect(round(sum(Object.values(found.spend).map(({ dollars }) => dollars)))).toBe(
        round(sum(days.map(({ dollars }) => dollars))),
      )
    }
  })

  it('days whose answer would be too long are asked for in smaller pieces', { tags: 'slow' }, async () => {
    const between: Between = (path, ask) =>
      path.includes('limit=31')
        ? Promise.resolve({ ok: false, code: 'too_long', message: 'Too long.' })
        : ask()
    const found = await world.look({ between })
    expect(found.parts).toMatchObject({ costs: { state: 'whole' }, calls: { state: 'whole' } })
    expect(round(sum(Object.values(found.spend).map(({ dollars }) => dollars)))).toBe(
      round(sum(book().map(({ dollars }) => dollars))),
    )
  })

  it('half of the days are no figures', { tags: 'slow' }, async () => {
    const between: Between = (path, ask) =>
      path.includes('/costs') && path.includes('page=')
        ? Promise.resolve({ ok: false, code: 'network', message: 'No network.' })
        : ask().then(answer =>
            answer.ok && path.includes('/costs')
              ? {
                  ...answer,
                  body: JSON.stringify({ ...JSON.parse(answer.body), has_more: true, next_page: 'x' }),
                }
              : answer,
          )
    const found = await world.look({ between })
    expect(found.parts.costs).toMatchObject({ state: 'failed', code: 'network' })
    expect(found.spend).toEqual({})
  })

  it('stopped, it asks no more and says what was not read', async () => {
    const stop = new AbortController()
    const between: Between = (path, ask) => {
      if (path.includes('proj_1/')) stop.abort()
      return ask()
    }
    const found = await world.look({ between, signal: stop.signal })
    expect(isStopped(found)).toBe(true)
    expect(world.asked.length).toBeLessThan(20)
    expect(states(found)).toMatchObject({ keys: 'stopped', costs: 'stopped', calls: 'stopped' })
  })

  it.each(['<html>', '[]', 'null', '{"data":7}', '{"data":[null,7,{"id":"../x"},{"id":"__proto__"}]}'])(
    'an answer like %j is no list, and nothing in it is taken for a key',
    async body => {
      const between: Between = async () => ({ ok: true, status: 200, body })
      const found = await world.look({ between })
      expect([found.keys, found.projects, found.accounts]).toEqual([[], [], []])
      expect(isListWhole(found)).toBe(false)
      expect(found.spend).toEqual({})
    },
  )
})

it('a key that appeared since is known by when it was seen first, until the person has seen it', async () => {
  populate(world.state, { projects: 2, keys: 10 })
  const now = Date.now()
  const first = await world.look({ now: now - 2 * dayLength })
  expect(first.keys.filter(({ seenAt }) => seenAt > first.seenUntil)).toEqual([])
  const [one] = world.state.keys.splice(3, 1)
  const second = await world.look({ now: now - dayLength, before: first })
  if (one) world.state.keys.push(one)
  const third = await world.look({ now, before: second })
  expect(third.keys.filter(({ seenAt }) => seenAt > third.seenUntil).map(({ id }) => id)).toEqual([one?.id])
})
