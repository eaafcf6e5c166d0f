/**
 * Guides on 40 drawn layouts, as a plain person in a hurry walks them: what must never happen. How well they do is printed;
 * `npm run soak layouts` walks more, patiently, and tells where things go wrong.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { drawnLayouts } from './generator/layouts.ts'
import { hurried } from './runner/person.ts'
import type { Walk } from './runner/record.ts'
import { runLayouts } from './runner/run-layouts.ts'
import { asTable, type Score, scoreOf } from './runner/score.ts'

const seed = 20261121

describe('guides on layouts that nobody drew by hand', () => {
  let walks: Walk[]
  let score: Score

  beforeAll(async () => {
    const layouts = drawnLayouts(seed, 40)
    walks = (await runLayouts({ layouts, name: 'sample', browsers: 2, patience: hurried })).walks
    score = scoreOf(walks)
    console.log(asTable(score))
  }, 400_000)

  test('every walk came to an end', () => {
    expect(
      walks.filter(({ end }) => end === 'failed').map(({ layout, error }) => `${layout.id}: ${error}`),
    ).toEqual([])
    expect(score.layouts).toBe(40)
  })

  test('nothing that is no key was taken for one', () => {
    expect(score['non-keys captured']).toBe(0)
  })
})
