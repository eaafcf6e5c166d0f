/**
 * Stories of two stores that fail, made up by chance.
 *
 * @module-tag slow
 */
import fc from 'fast-check'
import { test } from 'vitest'
import { runs } from '../runs.ts'
import { play, type Story, story } from './model.ts'

/** `npm run soak model` plays 20,000. */
const numRuns = runs(150)

test(`whatever one store does, nothing that was acknowledged is lost: ${numRuns} stories`, async () => {
  await fc.assert(fc.asyncProperty(story, play), { numRuns, seed: 20261121 })
}, 300_000)

/** What the long runs found, made as short as it goes. */
const found: Record<string, Story> = {
  'rot that the primary could not be mended of does not spread to the mirror': {
    weak: 'primary',
    operations: [
      { do: 'capture', open: false },
      { do: 'faults', primary: ['fails'], mirror: [] },
      { do: 'rot', pick: 1386917720, how: 0 },
      { do: 'verify' },
    ],
    seed: 0,
  },
  'a lost part is not replaced by what an earlier key of the same record said': {
    weak: 'primary',
    operations: [
      { do: 'put', record: 4 },
      { do: 'faults', primary: ['works', 'fails late'], mirror: [] },
      { do: 'put', record: 4 },
      { do: 'reopen' },
      { do: 'rot', pick: 354906453, how: 0 },
    ],
    seed: 0,
  },
  'a captured key that could not be moved with a new vault key is moved later, and is there meanwhile': {
    weak: 'primary',
    operations: [
      { do: 'capture', open: false },
      { do: 'faults', primary: ['works', 'works', 'works', 'works', 'fails'], mirror: [] },
      { do: 'rotate' },
      { do: 'put', record: 0 },
      { do: 'put', record: 0 },
    ],
    seed: 0,
  },
}
test.each(Object.entries(found))('%s', (_, one) => play(one))
