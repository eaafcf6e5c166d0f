/** What was paid for and what was asked for come together by model, though the two are named differently; and how far a forecast may miss. */
import { expect, it } from 'vitest'
import { costLines } from '../../../src/features/usage/core/cost-lines.ts'
import { withModels } from '../../../src/features/usage/core/join-models.ts'
import { daysUntil, monthAhead, monthError } from '../../../src/features/usage/core/series.ts'
import { fetchUsage } from '../../../src/features/usage/screen/read-usage.ts'
import { dayAgo, organizationWorld } from '../organization/organization-world.ts'

const day = '2026-11-20'
const cost = (of: string | null, dollars = 1) => ({ day, of, dollars })
const used = (of: string | null) => ({ day, of, requests: 2, input: 10, cachedInput: 0, output: 5 })

it.each([
  ['gpt-5, input', 'gpt-5'],
  ['gpt-5, cached input', 'gpt-5'],
  ['GPT-5 mini, output', 'gpt-5-mini'],
  ['gpt-5-2026-01-01, input', 'gpt-5-2026-01-01'],
  // Not a part of another model’s name, and no model at all.
  ['gpt-5-nano, input', 'gpt-5-nano, input'],
  ['web search, calls', 'web search, calls'],
  [null, null],
])('%s is of %s', (line, model) => {
  const usage = [used('gpt-5'), used('gpt-5-mini'), used('gpt-5-2026-01-01'), used(null)]
  expect(withModels([cost(line)], usage).map(({ of }) => of)).toEqual([model])
})

it('the practice API names lines as the real one does, and each model has one line with its tokens and an independent sum', async () => {
  const world = organizationWorld()
  for (const [model, dollars] of [
    ['gpt-5', 4],
    ['gpt-5-mini', 1],
  ] as const)
    world.state.usage.push({
      day: dayAgo(2),
      keyId: 'key_a',
      project: 'proj_a',
      model,
      requests: 7,
      inputTokens: 1_000,
      outputTokens: 50,
      dollars,
    })
  const read = await fetchUsage(question => world.answer({ id: 'a', ...question }), 30, 'item', Date.now())
  if (!read.ok) throw new Error(read.message)
  expect(read.costs.map(({ of }) => of)).toContain('gpt-5, input')
  const lines = costLines({ ...read, costs: withModels(read.costs, read.usage) }, [])
  expect(lines.map(({ of, cost, requests, input }) => [of, cost, requests, input])).toEqual([
    ['gpt-5', 4, 7, 1_000],
    ['gpt-5-mini', 1, 7, 1_000],
  ])
})

it('a forecast says how far it may miss: nothing where every day is the same, more with fewer days', () => {
  const at = (date: number) => Date.UTC(2026, 10, date, 9)
  const month = (date: number, byDay: (index: number) => number) => ({
    days: daysUntil(at(date), date),
    byDay: Array.from({ length: date }, (_, index) => byDay(index)),
  })
  expect(
    monthError(
      month(11, () => 2),
      at(11),
    ),
  ).toBe(0)
  const uneven = (index: number) => (index % 2) * 4
  const [few, many] = [monthError(month(5, uneven), at(5)), monthError(month(25, uneven), at(25))]
  expect(few).toBeGreaterThan((many ?? 0) * 4)
  expect(monthError(month(3, uneven), at(3))).toBeNull()
  // Of many months made by chance, about eight of ten end within it.
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  let within = 0
  for (let count = 0; count < 1_000; count++) {
    const all = Array.from({ length: 30 }, () => 10 * random())
    const known = month(16, index => all[index] ?? 0)
    const total = all.reduce((sum, dollars) => sum + dollars, 0)
    const miss = Math.abs((monthAhead(known, at(16)) ?? 0) - total)
    if (miss <= (monthError(known, at(16)) ?? 0)) within++
  }
  expect(within).toBeGreaterThan(740)
  expect(within).toBeLessThan(860)
})
