/**
 * Guides on a few drawn layouts, as a plain person in a hurry walks them: what must never happen. How well they do is printed;
 * `npm run soak layouts` walks many, patiently, and tells where things go wrong. A walk takes some 7 seconds, so few are walked here,
 * and none of the guides that make and end a key, which take 25.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { drawnLayouts } from './generator/layouts.ts'
import { hurried } from './runner/person.ts'
import type { Walk } from './runner/record.ts'
import { runLayouts } from './runner/run-layouts.ts'
import { asTable, type Score, scoreOf } from './runner/score.ts'

const seed = 20261121
const count = 8
const long = ['rotate-key', 'key-compromised']

describe('guides on layouts that nobody drew by hand', () => {
  let walks: Walk[]
  let score: Score

  beforeAll(async () => {
    const layouts = drawnLayouts(seed, 2 * count)
      .filter(({ task }) => !long.includes(task))
      .slice(0, count)
    walks = (await runLayouts({ layouts, name: 'sample', browsers: 1, patience: hurried })).walks
    score = scoreOf(walks)
    console.log(asTable(score))
  }, 400_000)

  test('every walk came to an end', () => {
    expect(
      walks.filter(({ end }) => end === 'failed').map(({ layout, error }) => `${layout.id}: ${error}`),
    ).toEqual([])
    expect(score.layouts).toBe(count)
  })

  test('nothing that is no key was taken for one', () => {
    expect(score['non-keys captured']).toBe(0)
  })
})
