/** The end of a guide says as a fact only what was seen, whatever a person and a page did before; `npm run soak claims` strolls longer. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guides } from '../../../src/guides/index.ts'
import { stroll, strolls, witnesses, witnessOf } from './said-at-the-end.ts'

const seed = Number(process.env.SEED ?? 20_261_122)

test('of every sentence it is written down what it stands on', () => {
  expect(Object.keys(witnesses).sort()).toEqual(guides.map(({ id }) => id).sort())
  for (const { id, receipt } of guides)
    for (const { label } of receipt) expect(witnessOf(id, label), `${id}: ${label}`).toBeDefined()
})

describe.each(guides.map(guide => [guide.id, guide] as const))('%s', (_, guide) => {
  test('says no more than was seen', () => {
    const said = new Map<string, number>()
    for (const turns of fc.sample(strolls, { numRuns: 150, seed }))
      expect(stroll(guide, turns, said)).toBeUndefined()
    // What is never said cannot be false.
    const lines = guide.receipt.map(({ label }) => `${guide.id}: ${label}`)
    expect([...said.keys()]).toEqual(expect.arrayContaining(lines))
  })
})
