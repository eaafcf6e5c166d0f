/**
 * The organization read from Admin APIs that answer in other ways than ours does. What says the same in another way is read the same; what
 * hides, repeats or garbles something leaves that part, and no other, not whole, and nothing is there that is not so.
 */
import { describe, expect, it } from 'vitest'
import {
  type Organization,
  type PartName,
  partNames,
} from '../../../src/features/organization/core/organization.ts'
import { type Random, seeded } from '../../providers/random-keys.ts'
import { runs } from '../../runs.ts'
import { type Between, dayAgo, organizationWorld, populate, type World } from './organization-world.ts'

type Fields = Record<string, unknown>
type Page = Fields & { data: Fields[] }
/** What an API does with one of its own pages. */
type Habit = {
  name: string
  change: (page: Page, about: { path: string; random: Random }) => Page | string
  /** Parts that can no longer be read whole; none: it says the same. */
  spoils?: PartName
}

const isList = (path: string) => /(?:api_keys|service_accounts|projects)\?/.test(path)
const isFigures = (path: string) => /\/(?:costs|usage\/\w+)\?/.test(path)
const isKeys = (path: string) => /\/projects\/\w+\/api_keys\?/.test(path)
const isCosts = (path: string) => path.includes('/costs?')
const isCalls = (path: string) => path.includes('/usage/')
const results = (page: Page): Fields[] => page.data.flatMap(({ results }) => results as Fields[])
const change = (all: Fields[], how: (one: Fields) => void): void => {
  for (const one of all) how(one)
}
const any = <T>(all: T[], random: Random): T | undefined => all[Math.floor(random() * all.length)]
const shuffled = <T>(all: T[], random: Random): T[] =>
  all
    .map(one => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one)

const harmless: Habit[] = [
  {
    name: 'fields that nobody knows, and others left out that may be',
    change: page => {
      change(page.data, one => {
        Object.assign(one, { object: undefined, since: [1, { deep: null }], 'x-new': '<b>' })
      })
      return { ...page, object: undefined, first_id: 7, total: '12' }
    },
  },
  {
    name: 'no word of the last of a page, and none of whether there is more on the last page',
    change: (page, { path }) => {
      if (!isList(path)) return page
      return { data: page.data, ...(page.has_more === true && { has_more: true }) }
    },
  },
  {
    name: 'no word at all of whether there is more',
    change: (page, { path }) => (isList(path) ? { data: page.data } : { ...page, has_more: undefined }),
  },
  {
    name: 'amounts as text',
    change: (page, { path }) => {
      if (isCosts(path))
        change(results(page), one => {
          const amount = one.amount as Fields
          amount.value = String(amount.value)
        })
      return page
    },
  },
  {
    name: 'days in any order',
    change: (page, { path, random }) =>
      isFigures(path) ? { ...page, data: shuffled(page.data, random) } : page,
  },
  {
    name: 'days without anything left out',
    change: (page, { path }) =>
      isFigures(path)
        ? { ...page, data: page.data.filter(({ results }) => (results as Fields[]).length > 0) }
        : page,
  },
  {
    name: 'results apart that belong together',
    change: (page, { path }) => {
      if (isCosts(path))
        for (const bucket of page.data)
          bucket.results = (bucket.results as Fields[]).flatMap(one => {
            const { value } = one.amount as { value: number }
            return [
              { ...one, amount: { value: value / 4 } },
              { ...one, amount: { value: value - value / 4 } },
            ]
          })
      return page
    },
  },
  {
    name: 'calls that were none',
    change: (page, { path }) => {
      if (isCalls(path))
        for (const bucket of page.data)
          (bucket.results as Fields[]).push({
            num_model_requests: 0,
            api_key_id: 'key_ghost',
            model: 'gpt-5',
          })
      return page
    },
  },
]

const harmful: Habit[] = [
  {
    name: 'keys without an end to know them by',
    spoils: 'keys',
    change: (page, { path, random }) => {
      const one = isKeys(path) && any(page.data, random)
      if (one) one.redacted_value = any([undefined, null, 7, {}], random)
      return page
    },
  },
  {
    name: 'keys whose id is none',
    spoils: 'keys',
    change: (page, { path, random }) => {
      const one = isKeys(path) && page.data.length > 1 && page.data[0]
      if (one) one.id = any([undefined, '', '../x', 'a b', '__proto__', 7, 'k'.repeat(300)], random)
      return page
    },
  },
  {
    name: 'entries that are no keys',
    spoils: 'keys',
    change: (page, { path, random }) =>
      isKeys(path) ? { ...page, data: [...page.data, any([null, 7, 'key_1', []], random) as never] } : page,
  },
  {
    name: 'more to come, and no way to it',
    spoils: 'keys',
    change: (page, { path }) =>
      isKeys(path) && page.has_more === false ? { data: [], has_more: true, last_id: null } : page,
  },
  {
    name: 'lists that lead back to where they were',
    spoils: 'keys',
    change: (page, { path }) =>
      isKeys(path) ? { ...page, has_more: true, last_id: page.data.length % 2 ? 'key_1' : 'key_2' } : page,
  },
  {
    name: 'lists that never end',
    spoils: 'keys',
    change: (page, { path, random }) =>
      isKeys(path) ? { ...page, has_more: true, last_id: `key_${Math.floor(random() * 1e9)}` } : page,
  },
  {
    name: 'half of a page',
    spoils: 'keys',
    change: (page, { path }) => (isKeys(path) ? JSON.stringify(page).slice(0, -20) : page),
  },
  {
    name: 'projects that are none',
    spoils: 'projects',
    change: (page, { path }) =>
      path.startsWith('/organization/projects?') ? { ...page, data: [...page.data, null as never] } : page,
  },
  {
    name: 'amounts that are none',
    spoils: 'costs',
    change: (page, { path, random }) => {
      const one = isCosts(path) && any(results(page), random)
      if (one)
        one.amount = any(
          [undefined, null, 7, {}, { value: null }, { value: 'NaN' }, { value: true }, { value: [5] }],
          random,
        )
      return page
    },
  },
  {
    name: 'more days, and no way to them',
    spoils: 'costs',
    change: (page, { path }) => (isCosts(path) ? { ...page, has_more: true, next_page: null } : page),
  },
  {
    name: 'pages of days that lead back to where they were',
    spoils: 'costs',
    change: (page, { path }) => (isCosts(path) ? { ...page, has_more: true, next_page: 'again' } : page),
  },
  {
    name: 'pages of days that never end',
    spoils: 'costs',
    change: (page, { path, random }) =>
      isCosts(path) ? { ...page, has_more: true, next_page: `page_${random()}` } : page,
  },
  {
    name: 'days that are no days',
    spoils: 'costs',
    change: (page, { path, random }) => {
      const one = isCosts(path) && any(page.data, random)
      if (one) one.start_time = any([undefined, null, 'today', -1, 1e18, Number.NaN], random)
      return page
    },
  },
  {
    name: 'calls that are not counted in numbers',
    spoils: 'calls',
    change: (page, { path, random }) => {
      const one = isCalls(path) && any(results(page), random)
      if (one) one.num_model_requests = any([undefined, null, '3', 0.5, -1, {}, 1e300], random)
      return page
    },
  },
]

/** A page's last entries stand at the beginning of the next one too, as do its last days, of which a page holds no more than seven. */
function overlapping(): Between {
  const last = new Map<string, Fields[]>()
  return async (path, ask) => {
    if (isFigures(path) && path.includes('limit=31'))
      return { ok: false, code: 'too_long', message: 'The answer was too long.' }
    const answer = await ask()
    if (!answer.ok) return answer
    const page = JSON.parse(answer.body) as Page
    if (!Array.isArray(page.data)) return answer
    const place = path.replace(/&(?:after|page)=.*/, '')
    const repeated = last.get(place) ?? []
    last.set(place, page.data.slice(-2))
    return { ...answer, body: JSON.stringify({ ...page, data: [...repeated, ...page.data] }) }
  }
}

const asBetween =
  (habits: Habit[], random: Random): Between =>
  async (path, ask) => {
    const answer = await ask()
    if (!answer.ok) return answer
    let page = JSON.parse(answer.body) as Page
    if (!Array.isArray(page.data)) return answer
    for (const { change } of habits) {
      const next = change(page, { path, random })
      if (typeof next === 'string') return { ...answer, body: next }
      page = next
    }
    return { ...answer, body: JSON.stringify(page) }
  }

const round = (dollars: number) => Math.round(dollars * 1e6) / 1e6
const sum = (numbers: number[]) => round(numbers.reduce((all, one) => all + one, 0))
const states = ({ parts }: Organization) =>
  Object.fromEntries(partNames.map(name => [name, parts[name].state])) as Record<PartName, string>

/** The platform's own book, added up without a look at Keyway. */
const booked = ({ state }: World) => {
  const rows = state.usage.filter(({ day }) => day >= dayAgo(29))
  return {
    spent: sum(rows.map(({ dollars }) => dollars)),
    calls: sum(rows.flatMap(({ keyId, requests }) => (keyId === '' ? [] : [requests]))),
  }
}
const told = ({ spend, uses }: Organization) => ({
  spent: sum(Object.values(spend).map(({ dollars }) => dollars)),
  calls: sum(Object.values(uses).map(({ requests }) => requests)),
})

function worldOf(story: number): { world: World; random: Random } {
  const random = seeded(`odd admin api ${story}`)
  const world = organizationWorld()
  populate(world.state, {
    projects: 1 + Math.floor(random() * 6),
    keys: 20 + Math.floor(random() * 500),
  })
  return { world, random }
}
const ids = (all: { id: string }[]) => all.map(({ id }) => id).sort()

describe('an API that says the same in another way', () => {
  it.each(harmless)('$name', async habit => {
    for (let story = 0; story < runs(3); story++) {
      const { world, random } = worldOf(story)
      const found = await world.look({ between: asBetween([habit], random) })
      expect(new Set(Object.values(states(found)))).toEqual(new Set(['whole']))
      expect(ids(found.keys)).toEqual(ids(world.state.keys))
      expect(told(found)).toEqual(booked(world))
      expect(Object.keys(found.uses)).not.toContain('key_ghost')
    }
  })

  it('several of these ways at once', async () => {
    for (let story = 0; story < runs(12); story++) {
      const { world, random } = worldOf(100 + story)
      const habits = shuffled(harmless, random).slice(0, 2 + Math.floor(random() * 4))
      const found = await world.look({ between: asBetween(habits, random) })
      const names = habits.map(({ name }) => name).join(' and ')
      expect(new Set(Object.values(states(found))), names).toEqual(new Set(['whole']))
      expect(ids(found.keys), names).toEqual(ids(world.state.keys))
      expect(told(found), names).toEqual(booked(world))
    }
  })

  it('what stands on two pages counts once', async () => {
    for (let story = 0; story < runs(6); story++) {
      const { world } = worldOf(200 + story)
      const found = await world.look({ between: overlapping() })
      expect(new Set(Object.values(states(found)))).toEqual(new Set(['whole']))
      expect(ids(found.keys)).toEqual(ids(world.state.keys))
      expect(ids(found.accounts)).toHaveLength(
        world.state.keys.filter(({ kind }) => kind === 'service').length,
      )
      expect(told(found)).toEqual(booked(world))
    }
  })
})

describe('an API that hides, repeats or garbles', () => {
  it.each(harmful)('$name: $spoils is not whole, and all the rest is', async ({ spoils, ...habit }) => {
    for (let story = 0; story < runs(2); story++) {
      const { world, random } = worldOf(300 + story)
      const found = await world.look({ between: asBetween([habit], random) })
      const others = { ...states(found) }
      expect(others[spoils as PartName]).not.toBe('whole')
      delete (others as Partial<typeof others>)[spoils as PartName]
      expect(new Set(Object.values(others))).toEqual(new Set(['whole']))
      // It asks so often, and no more.
      expect(world.asked.length).toBeLessThan(400)
      // Nothing is there that the platform does not have.
      const real = new Set(world.state.keys.map(({ id }) => id))
      expect(found.keys.filter(({ id }) => !real.has(id))).toEqual([])
      const { spent, calls } = told(found)
      expect(spent).toBeLessThanOrEqual(booked(world).spent)
      expect(calls).toBeLessThanOrEqual(booked(world).calls)
    }
  })
})

it('an organization as busy as can be is read: hundreds of thousands of figures, and a page with all projects at once', {
  tags: 'slow',
}, async () => {
  const world = organizationWorld()
  populate(world.state, { projects: 2, keys: 4 })
  const many = 150_000
  const project = { object: 'organization.project', name: 'Archived', status: 'archived', created_at: 1 }
  const calls = Array.from({ length: many }, (_, index) => ({
    num_model_requests: 1,
    api_key_id: `key_${index % 5_000}`,
    model: 'gpt-5',
  }))
  const between: Between = async (path, ask) => {
    if (path.startsWith('/organization/projects?')) {
      const data = Array.from({ length: many }, (_, index) => ({ id: `proj_old${index}`, ...project }))
      return { ok: true, status: 200, body: JSON.stringify({ data, has_more: false }) }
    }
    if (!path.includes('/usage/completions')) return ask()
    const data = [{ start_time: Date.parse(dayAgo(1)) / 1000, results: calls }]
    return { ok: true, status: 200, body: JSON.stringify({ data, has_more: false }) }
  }
  const found = await world.look({ between })
  expect(found.projects).toHaveLength(many)
  expect(told(found).calls).toBeGreaterThanOrEqual(many)
})
