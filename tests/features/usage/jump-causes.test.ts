/** Which key or project a day that jumped came from: named when that is how the day was made up, and never when it was not. */
import { describe, expect, it } from 'vitest'
import type { DailyCosts } from '../../../src/features/usage/core/cost-alarms.ts'
import { causeOf } from '../../../src/features/usage/core/jump-causes.ts'
import { daysUntil, jumps } from '../../../src/features/usage/core/series.ts'
import { seeded } from '../../providers/random-keys.ts'
import { runs } from '../../runs.ts'

const now = Date.UTC(2026, 10, 20, 15)
const days = daysUntil(now, 12)
const odd = days[9] ?? ''
const sum = (costs: Record<string, number> = {}) => Object.values(costs).reduce((all, one) => all + one, 0)
/** Asked as the page does: from the sums of each day it is told what jumped. What jumps by chance on other days is not asked. */
function causes(costs: DailyCosts, shown = costs) {
  const jump = jumps({ days, byDay: days.map(day => sum(shown[day])) }).find(({ day }) => day === odd)
  return jump ? causeOf(jump, costs) : 'no jump'
}

/** What is added on the odd day, as parts of so many dollars; what has to be named then. */
type Incident = {
  name: string
  add: (places: string[], dollars: number) => Record<string, number>
  named: (places: string[]) => { project: string; key: string } | undefined
}
const split = (place = '') => {
  const [project = '', key = ''] = place.split('/')
  return { project, key }
}
const incidents: Incident[] = [
  { name: 'one key', add: ([one = ''], dollars) => ({ [one]: dollars }), named: ([one]) => split(one) },
  {
    name: 'a key that was never there before',
    add: (_, dollars) => ({ 'proj_0/stranger': dollars }),
    named: () => ({ project: 'proj_0', key: 'stranger' }),
  },
  {
    name: 'a key of a project that is not told',
    add: (_, dollars) => ({ '/lonely': dollars }),
    named: () => ({ project: '', key: 'lonely' }),
  },
  {
    name: 'three keys of one project alike',
    add: (_, dollars) => ({ 'proj_0/a': dollars / 3, 'proj_0/b': dollars / 3, 'proj_0/c': dollars / 3 }),
    named: () => ({ project: 'proj_0', key: '' }),
  },
  {
    name: 'a project without a key',
    add: (_, dollars) => ({ 'proj_0/': dollars }),
    named: () => ({ project: 'proj_0', key: '' }),
  },
  {
    name: 'three projects alike',
    add: (_, dollars) => ({ 'proj_x/a': dollars / 3, 'proj_y/b': dollars / 3, 'proj_z/c': dollars / 3 }),
    named: () => undefined,
  },
  { name: 'nothing that is told', add: (_, dollars) => ({ '/': dollars }), named: () => undefined },
  {
    name: 'two projects, and as much paid back to a third',
    add: (_, dollars) => ({ 'proj_x/a': dollars, 'proj_y/b': dollars, 'proj_z/c': -dollars }),
    named: () => undefined,
  },
]

describe.each(incidents)('$name', ({ add, named }) => {
  it('in any organization', () => {
    const count = runs(200)
    for (let round = 0; round < count; round++) {
      const random = seeded(`jump ${round}`)
      const places = Array.from(
        { length: 1 + Math.floor(random() * 12) },
        (_, index) => `proj_${Math.floor(random() * 4)}/key_${index}`,
      )
      const costs: DailyCosts = {}
      for (const day of days)
        costs[day] = Object.fromEntries(
          places.flatMap(place => (random() < 0.8 ? [[place, 0.5 + random()]] : [])),
        )
      const usual = Math.max(...days.map(day => sum(costs[day])))
      const more = add(places, usual * (8 + random() * 90))
      for (const [place, dollars] of Object.entries(more)) {
        const of = costs[odd] ?? {}
        of[place] = (of[place] ?? 0) + dollars
      }
      const expected = named(places)
      expect(causes(costs), JSON.stringify({ round, of: costs[odd] })).toEqual(
        expected && {
          day: odd,
          ...expected,
          dollars: expect.closeTo(
            sum(
              Object.fromEntries(
                Object.entries(costs[odd] ?? {}).filter(([place]) =>
                  expected.key
                    ? place === `${expected.project}/${expected.key}`
                    : place.startsWith(`${expected.project}/`),
                ),
              ),
            ),
          ),
        },
      )
    }
  })
})

it('figures that do not come to what the day cost name nobody', () => {
  const costs: DailyCosts = Object.fromEntries(
    days.map(day => [day, { 'proj_a/key_a': day === odd ? 90 : 1 }]),
  )
  const twice = Object.fromEntries(days.map(day => [day, { '': sum(costs[day]) * (day === odd ? 2 : 1) }]))
  expect(causes(costs)).toMatchObject({ key: 'key_a' })
  expect(causes(costs, twice)).toBeUndefined()
})
