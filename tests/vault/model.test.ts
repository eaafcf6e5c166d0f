import fc from 'fast-check'
import { test } from 'vitest'
import { play, story } from './model.ts'

test('whatever one store does, nothing that was acknowledged is lost: 500 stories', async () => {
  await fc.assert(fc.asyncProperty(story, play), { numRuns: 500, seed: 20261121 })
}, 300_000)
