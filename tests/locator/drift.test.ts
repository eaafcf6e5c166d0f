/**
 * A sample of pages that time went over: it must not point wrong, and it should find what is there. All of them: `npm run soak`.
 *
 * @module-tag slow
 */

import { expect, it } from 'vitest'
import { runs } from '../runs.ts'
import { runDrift } from './drift-run.ts'
import { practicePages } from './practice-pages.ts'

const seeds = Array.from({ length: runs(104) }, (_, i) => 16_000 + i)

const samples = [
  { name: 'made-up', pages: async () => [] },
  { name: 'practice', pages: () => practicePages(23) },
]

it.each(samples)(
  'finds what was meant on drifted $name pages, and says so when it is gone',
  async one => {
    const { table, recorded, hand, misses } = await runDrift(seeds, await one.pages())
    console.log(table)
    if (process.env.MISSES) console.log(misses.map(miss => JSON.stringify(miss)).join('\n'))
    for (const all of [recorded, hand]) {
      expect(all.wrong / all.here).toBeLessThanOrEqual(0.01)
      expect(all.found / all.here).toBeGreaterThanOrEqual(0.93)
      expect(all.false / all.gone).toBeLessThanOrEqual(0.03)
    }
  },
  180_000,
)
