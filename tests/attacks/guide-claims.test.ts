/**
 * A guide says that a key is safe, or that an old one is dead, when that is not so: by any order of looking about, pressing and closing.
 *
 * @module-tag slow
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEndedByPage } from '../../src/features/guide/core/guard.ts'
import type { Guide } from '../../src/guides/guide.ts'
import { guides } from '../../src/guides/index.ts'
import { type Finding, live, unguarded, ways } from '../features/guide/claims.ts'
import { report, tries } from './outcome.ts'

const seed = Number(process.env.SEED ?? 20_261_121)
/** Where a key is made, much can be said wrongly; elsewhere little. */
const isMaking = (guide: Guide): boolean => guide.steps.some(({ lost }) => lost !== undefined)
const runsFor = (guide: Guide): number => (isMaking(guide) ? tries(10, 1_000) : tries(2, 200))

function findings(guide: Guide, runs: number): { tried: number; found: Finding[]; claims: number } {
  const seen = { claims: 0 }
  const found: Finding[] = []
  for (const one of fc.sample(ways, { numRuns: runs, seed })) {
    const finding = live(guide, one, seen)
    if (finding) found.push(finding)
  }
  return { tried: runs, found, claims: seen.claims }
}

test('no guide says that a key is safe while it is not, and none passes a key that can be lost', () => {
  const all = guides.map(guide => findings(guide, runsFor(guide)))
  const first = all.flatMap(({ found }) => found)[0]
  expect(first, JSON.stringify(first, null, 2)).toBeUndefined()
  // A claim that is never made cannot be false: some have to be made.
  expect(all.reduce((sum, { claims }) => sum + claims, 0)).toBeGreaterThan(50)
  const control = guides.filter(isMaking).map(guide => findings(unguarded(guide), 15))
  report({
    attack: 'random walks make a guide say “in your vault” of a key that is not',
    attacker: 'page',
    asset: 'the key that is shown once',
    tries: all.reduce((sum, { tried }) => sum + tried, 0),
    landed: all.reduce((sum, { found }) => sum + found.length, 0),
    control: {
      tries: control.reduce((sum, { tried }) => sum + tried, 0),
      landed: control.reduce((sum, { found }) => sum + found.length, 0),
    },
  })
}, 900_000)

test.each(guides.filter(isMaking).map(guide => [guide.id, guide] as const))(
  '%s does not ask again for a key that waits when the vault is unlocked',
  (_, guide) => {
    const turns = (['make', 'press-save', 'lock', 'unlock'] as const).map(turn => ({ turn }))
    expect(live(guide, { start: 1, withSubject: false, turns })).toBeUndefined()
  },
)

describe.each(guides.map(guide => [guide.id, guide] as const))('%s', (_, guide) => {
  test('has no step that the page may not end and that yet is passed when its target is missing', () => {
    expect(guide.steps.filter(step => step.optional && !isEndedByPage(step)).map(({ id }) => id)).toEqual([])
  })
})
