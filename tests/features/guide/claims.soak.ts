/** Thousands of walks through every guide: no claim that is not so, no key passed that can be lost, no end that says more than was seen. `npm run soak claims` */
import fc from 'fast-check'
import { guides } from '../../../src/guides/index.ts'
import { live, ways } from './claims.ts'
import { stroll, strolls } from './said-at-the-end.ts'

const most = Number(process.env.WALKS ?? 500)

export async function run({ seed }: { seed: number }): Promise<string> {
  const seen = { claims: 0 }
  const said = new Map<string, number>()
  let walks = 0
  for (const guide of guides) {
    const runs = guide.steps.some(({ lost }) => lost) ? most : Math.ceil(most / 10)
    for (const way of fc.sample(ways, { numRuns: runs, seed })) {
      const finding = live(guide, way, seen)
      if (finding) throw new Error(`${guide.id}: ${JSON.stringify(finding, null, 2)}\n${JSON.stringify(way)}`)
      walks++
    }
    for (const turns of fc.sample(strolls, { numRuns: Math.ceil(most / 5), seed })) {
      const finding = stroll(guide, turns, said)
      if (finding) throw new Error(JSON.stringify(finding, null, 2))
      walks++
    }
  }
  const sentences = [...said.values()].reduce((sum, one) => sum + one, 0)
  return `claims: ${walks} walks through ${guides.length} guides, ${seen.claims} claims of keys and ${sentences} sentences at their ends, none false`
}
