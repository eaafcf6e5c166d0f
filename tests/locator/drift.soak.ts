/** Pages that time went over, by the thousand: made-up ones and the practice pages. The tables by kind of drift are printed. */

import { runDrift } from './drift-run.ts'
import { practicePages } from './practice-pages.ts'

const PAGES = 2400

export async function run({ seed }: { seed: number }): Promise<string> {
  const practice = await practicePages()
  const seeds = Array.from({ length: PAGES }, (_, i) => seed + i)
  const said: string[] = []
  for (const [name, pages] of [
    ['made-up', []],
    ['practice', practice],
  ] as const) {
    const { table, recorded, hand, misses } = await runDrift(seeds, pages)
    console.log(`${name} pages\n${table}`)
    const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
    for (const [way, all] of [
      ['recorded', recorded],
      ['hand-written', hand],
    ] as const) {
      said.push(
        `${name}, ${way}: found ${share(all.found, all.here)}, wrong ${share(all.wrong, all.here)}, false ${share(all.false, all.gone)}`,
      )
      if (all.wrong / all.here > 0.005 || all.found / all.here < 0.95 || all.false / all.gone > 0.01)
        throw new Error(
          `${said.join('; ')}\n${misses
            .slice(0, 40)
            .map(miss => JSON.stringify(miss))
            .join('\n')}`,
        )
    }
  }
  return `${PAGES} drifted pages and ${PAGES} of ${practice.length} practice pages; ${said.join('; ')}`
}
