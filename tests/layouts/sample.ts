/**
 * Guides on twenty-four drawn layouts in `npm test`, as a plain person in a hurry walks them: what must never happen. How well they do is
 * printed; `npm run soak layouts` walks many, patiently, and tells where things go wrong. Two files walk twelve each, so that two
 * browsers are at it at a time.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { drawnLayouts } from './generator/layouts.ts'
import { hurried } from './runner/person.ts'
import type { Walk } from './runner/record.ts'
import { runLayouts } from './runner/run-layouts.ts'
import { asTable, type Score, scoreOf } from './runner/score.ts'

const seed = 20261121
const count = 12

/** @param part which twelve of them */
export function walkSample(part: 0 | 1): void {
  describe('guides on layouts that nobody drew by hand', () => {
    let walks: Walk[]
    let score: Score

    beforeAll(async () => {
      // Each second one: what takes long is shared out.
      const layouts = drawnLayouts(seed, 2 * count).filter((_, index) => index % 2 === part)
      const how = { browsers: 1, patience: hurried, isFast: true }
      walks = (await runLayouts({ layouts, name: `sample-${part + 1}`, ...how })).walks
      score = scoreOf(walks)
      console.log(asTable(score))
    }, 400_000)

    test('every walk came to an end', () => {
      const failed = walks.filter(({ end }) => end === 'failed' || end === 'too-long')
      expect(failed.map(({ layout, end, error }) => `${layout.id}: ${error ?? end}`)).toEqual([])
      expect(score.layouts).toBe(count)
    })

    test('nothing that is no key was taken for one, and no key that was shown was missed', () => {
      expect(score['non-keys captured']).toBe(0)
      expect(score['keys missed']).toBe(0)
    })

    test('no receipt says what is not so', () => {
      expect(score['receipts that claim too much']).toBe(0)
    })
  })
}
