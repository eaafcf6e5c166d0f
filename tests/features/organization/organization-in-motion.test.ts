/**
 * An organization that changes while it is read, at a platform that limits, fails and refuses: keys come, go, move and get other names
 * between two pages. Whatever happens, what is called whole is whole, what was not seen is said, and nothing is called new that is not.
 *
 * @module-tag slow
 */
import { describe, expect, it } from 'vitest'
import { marksOf } from '../../../src/features/organization/core/key-marks.ts'
import type { Organization } from '../../../src/features/organization/core/organization.ts'
import { hiddenSpend, organizationRows } from '../../../src/features/organization/core/organization-rows.ts'
import { isListWhole, isStopped } from '../../../src/features/organization/core/read-organization.ts'
import { newKey, type PracticeKey } from '../../practice/state.ts'
import { type Random, seeded } from '../../providers/random-keys.ts'
import { runs } from '../../runs.ts'
import { type Between, dayLength, organizationWorld, populate, type World } from './organization-world.ts'

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ error: { message: `No: ${code}.`, type: 'refused', code } }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
const limited = (headers: Record<string, string>) => refusal(429, 'rate_limit_exceeded', headers)
const isKeys = (path: string) => /\/projects\/\w+\/api_keys\?/.test(path)

/** Time goes by only while everybody waits. */
function timeOf(world: World) {
  let time = 0
  let asking = 0
  const waiting: { until: number; go: () => void }[] = []
  const asked: { path: string; at: number }[] = []
  return {
    asked,
    now: () => time,
    between: (async (path, ask) => {
      asked.push({ path, at: time })
      asking++
      return ask().finally(() => asking--)
    }) as Between,
    wait: (milliseconds: number) =>
      new Promise<void>(go => {
        waiting.push({ until: time + milliseconds, go })
      }),
    async look(given: Parameters<World['look']>[0] = {}): Promise<Organization> {
      const { between = (_, ask) => ask(), ...rest } = given
      let found: Organization | undefined
      const over = world
        .look({
          ...rest,
          wait: this.wait,
          between: (path, ask) => this.between(path, () => between(path, ask)),
        })
        .then(it => {
          found = it
        })
      while (!found) {
        await new Promise(setImmediate)
        if (asking > 0) continue
        waiting.sort((a, b) => a.until - b.until)
        const next = waiting.shift()
        if (!next) continue
        time = Math.max(time, next.until)
        next.go()
      }
      await over
      return found
    },
  }
}

describe('a platform that asks to wait', () => {
  it.each<[string, Record<string, string>, string, number]>([
    ['in seconds', { 'retry-after': '20' }, '', 20],
    ['in milliseconds', { 'retry-after-ms': '2500' }, '', 2.5],
    [
      'until a time',
      { 'retry-after': 'Mon, 23 Nov 2026 10:00:40 GMT', date: 'Mon, 23 Nov 2026 10:00:10 GMT' },
      '',
      30,
    ],
  ])('%s is not asked again before, by nobody, and everything is read', async (_, headers, __, seconds) => {
    const world = organizationWorld()
    populate(world.state, { projects: 8, keys: 900 })
    const clock = timeOf(world)
    let quietUntil = 0
    let count = 0
    world.refuse = () => {
      expect(clock.now()).toBeGreaterThanOrEqual(quietUntil)
      if (++count % 9 !== 0) return undefined
      return limited(headers)
    }
    const found = await clock.look({
      between: async (_, ask) => {
        const answer = await ask()
        if (!answer.ok) quietUntil = clock.now() + seconds * 1000
        return answer
      },
    })
    expect(isListWhole(found)).toBe(true)
    expect(found.keys).toHaveLength(901)
    expect(world.progress.some(({ waits }) => waits === Math.ceil(seconds))).toBe(true)
  })

  it('for longer than anybody sits there is told so, and the rest is read', async () => {
    const world = organizationWorld()
    populate(world.state, { projects: 3, keys: 900 })
    const clock = timeOf(world)
    world.refuse = path =>
      /proj_1\/api_keys.*after/.test(path) ? limited({ 'retry-after': '3600' }) : undefined
    const found = await clock.look()
    expect(clock.now()).toBe(0)
    expect(found.parts.keys).toMatchObject({ state: 'partial', missed: 1, code: 'rate_limited' })
    expect(found.keys).toHaveLength(901 - 200)
  })

  it('again and again is left after some times', async () => {
    const world = organizationWorld()
    populate(world.state, { projects: 2, keys: 10 })
    const clock = timeOf(world)
    world.refuse = path => (isKeys(path) ? limited({ 'retry-after': '1' }) : undefined)
    const found = await clock.look()
    expect(found.parts.keys).toMatchObject({ state: 'failed', code: 'rate_limited' })
    expect(clock.asked.filter(({ path }) => isKeys(path))).toHaveLength(14)
  })
})

it('an admin key that is revoked in the middle is not asked with again, and what it did not read is as it was', async () => {
  const world = organizationWorld()
  populate(world.state, { projects: 40, keys: 2_000 })
  const before = await world.look()
  const clock = timeOf(world)
  const found = await clock.look({
    before,
    between: (path, ask) => {
      if (/proj_7\/api_keys/.test(path)) world.admin.revoked = true
      return ask()
    },
  })
  // What was under way beside it may be refused too.
  const first = clock.asked.findIndex(({ path }) => /proj_7\/api_keys/.test(path))
  expect(clock.asked.length - first).toBeLessThanOrEqual(8)
  expect(found.parts.keys).toMatchObject({ state: 'partial', code: 'invalid_key' })
  expect(found.parts.costs).toMatchObject({ state: 'failed', code: 'invalid_key' })
  expect(isListWhole(found)).toBe(false)
  expect(found.keys.map(({ id }) => id).sort()).toEqual(world.state.keys.map(({ id }) => id).sort())
  expect(found.keys.filter(({ isOld }) => isOld).length).toBeGreaterThan(1_000)
})

it('more keys than are listed is no whole list', async () => {
  const world = organizationWorld()
  populate(world.state, { projects: 2, keys: 10 })
  const data = Array.from({ length: 30_100 }, (_, index) => ({
    id: `key_many${index}`,
    redacted_value: 'sk-...wxyz',
  }))
  const found = await world.look({
    between: (path, ask) =>
      path.includes('proj_1/api_keys')
        ? Promise.resolve({ ok: true, status: 200, body: JSON.stringify({ data, has_more: false }) })
        : ask(),
  })
  expect(found.keys).toHaveLength(30_000)
  expect(isListWhole(found)).toBe(false)
  expect(hiddenSpend(found).unlisted).toBeUndefined()
})

describe('after a look that was stopped or failed in part', () => {
  it.each(['stopped', 'failed'])(
    '%s: what the next one finds is not called new, but for what was made since',
    async how => {
      const world = organizationWorld()
      populate(world.state, { projects: 6, keys: 600 })
      const [now, later] = [Date.now(), Date.now() + dayLength]
      const over = new AbortController()
      const before = await world.look({
        now,
        signal: over.signal,
        between: (path, ask) => {
          if (!/proj_2\/api_keys.*after|proj_2\/api_keys/.test(path)) return ask()
          if (how === 'stopped') over.abort()
          return Promise.resolve({ ok: false, code: 'missing_scope', message: 'No.' })
        },
      })
      expect(isStopped(before)).toBe(how === 'stopped')
      const fresh = newKey(
        { id: 'key_fresh', name: 'Fresh', project: 'proj_2', createdAt: now + 1000 },
        world.state,
      )
      world.state.keys.push(fresh)
      const next = await world.look({ now: later, before })
      const named = next.keys.filter(key => marksOf(key, next, null, later).includes('new'))
      expect(named.map(({ id }) => id)).toEqual(['key_fresh'])
    },
  )
})

/** What may happen between two questions. */
function happen(world: World, random: Random, gone: Map<string, PracticeKey>, made: string[]): void {
  const { keys, projects } = world.state
  const pick = () => keys[1 + Math.floor(random() * (keys.length - 1))] as PracticeKey
  const one = pick()
  switch (Math.floor(random() * 6)) {
    case 0:
      one.name = `renamed ${Math.floor(random() * 1e6)}`
      return
    case 1: {
      if (one.kind === 'admin') return
      gone.set(one.id, one)
      keys.splice(keys.indexOf(one), 1)
      return
    }
    case 2: {
      const to = projects[Math.floor(random() * projects.length)]
      if (to && one.kind !== 'admin') one.project = to.id
      return
    }
    case 3: {
      const id = `key_made${made.length}`
      made.push(id)
      keys.push(
        newKey({ id, name: id, kind: 'project', project: one.project, createdAt: Date.now() }, world.state),
      )
      return
    }
    default:
  }
}

describe('an organization in motion', () => {
  it.each(Array.from({ length: runs(24) }, (_, index) => index))('story %i', async story => {
    const random = seeded(`organization in motion ${story}`)
    const world = organizationWorld()
    populate(world.state, { projects: 1 + Math.floor(random() * 5), keys: 50 + Math.floor(random() * 700) })
    const before = random() < 0.5 ? await world.look({ now: Date.now() - dayLength }) : undefined
    const seen = new Set(before?.keys.map(({ id }) => id))
    const clock = timeOf(world)
    const gone = new Map<string, PracticeKey>()
    const made: string[] = []
    const moved = new Map(world.state.keys.map(({ id, project }) => [id, project]))
    const there = new Set(world.state.keys.map(({ id }) => id))
    // A cursor at a key that has gone: refused, or the list from its beginning.
    const isStrict = random() < 0.5
    const trouble = random() * 0.3
    let said = 0
    world.refuse = path => {
      const after = /[?&]after=([\w-]+)/.exec(path)?.[1]
      if (isStrict && after && gone.has(after)) return refusal(404, 'not_found')
      if (random() > trouble) return undefined
      said++
      const kind = Math.floor(random() * 4)
      if (kind === 0) return limited({ 'retry-after': String(1 + Math.floor(random() * 90)) })
      if (kind === 1) return refusal(503, 'server_error')
      if (kind === 2) return new Response('<html>Bad gateway</html>', { status: 502 })
      return new Response('{"data":[', { status: 200 })
    }
    const found = await clock.look({
      ...(before && { before }),
      between: async (_, ask) => {
        if (random() < 0.4) happen(world, random, gone, made)
        return ask()
      },
    })
    const told = `story ${story}, ${said} refusals, ${JSON.stringify(found.parts)}`

    const ids = found.keys.map(({ id }) => id)
    expect(new Set(ids).size, told).toBe(ids.length)
    // Nothing is there that never was, and what only an earlier look saw says so.
    const ever = new Set([...there, ...made])
    for (const key of found.keys) {
      expect(ever.has(key.id), told).toBe(true)
      if (key.isOld) expect(seen.has(key.id), told).toBe(true)
    }
    const rows = organizationRows(found, [], new Set(), Date.now())
    for (const { key, marks } of rows) {
      expect(marks.includes('old'), told).toBe(key.isOld === true)
      if (before && there.has(key.id)) expect(marks, told).not.toContain('new')
    }
    if (isListWhole(found)) {
      expect(
        found.keys.some(({ isOld }) => isOld),
        told,
      ).toBe(false)
      // A key that stayed where it was all the time was seen. One that moved may have been nowhere when each place was read.
      const stayed = world.state.keys.filter(
        ({ id, project }) => there.has(id) && moved.get(id) === project && !made.includes(id),
      )
      const listed = new Set(ids)
      expect(
        stayed.filter(({ id }) => !listed.has(id)).map(({ id }) => id),
        told,
      ).toEqual([])
    } else {
      expect(hiddenSpend(found).unlisted, told).toBeUndefined()
      expect(
        ['projects', 'keys', 'adminKeys'].some(
          name => found.parts[name as 'keys'].state !== 'whole' && found.parts[name as 'keys'].missed,
        ),
        told,
      ).toBe(true)
    }
  })
})
