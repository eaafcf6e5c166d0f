/** Pages that time went over, by the thousand; the table by kind of drift is printed. */

import { runDrift } from './drift-run.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const pages = 2400
  const { table, recorded, hand, misses } = await runDrift(Array.from({ length: pages }, (_, i) => seed + i))
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
  console.log(table)
  for (const [way, all] of [
    ['recorded', recorded],
    ['hand-written', hand],
  ] as const)
    if (all.wrong / all.here > 0.005 || all.found / all.here < 0.95 || all.false / all.gone > 0.01)
      throw new Error(
        `${way}: ${JSON.stringify(all)}\n${misses
          .slice(0, 20)
          .map(miss => JSON.stringify(miss))
          .join('\n')}`,
      )
  const line = (way: string, all: typeof recorded) =>
    `${way}: found ${share(all.found, all.here)}, wrong ${share(all.wrong, all.here)}, false ${share(all.false, all.gone)}`
  return `${pages} drifted pages; ${line('recorded', recorded)}; ${line('hand-written', hand)}`
}
