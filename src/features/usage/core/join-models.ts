/** Cost lines and models are named differently: “gpt-5, input” and “gpt-5, output” are both of the model gpt-5. Pure. */
import type { CostRow, UsageRow } from './admin-pages.ts'

/** Costs under the model that usage names; a line of no such model (“web search, calls”) keeps its own name. */
export function withModels(costs: readonly CostRow[], usage: readonly UsageRow[]): CostRow[] {
  const models = new Map(usage.flatMap(({ of }) => (of === null ? [] : [[plain(of), of] as const])))
  return costs.map(row => {
    const [start = ''] = (row.of ?? '').split(', ')
    const model = models.get(plain(start))
    return model === undefined ? row : { ...row, of: model }
  })
}

/** Lines are written for people: “GPT-5 mini, input”. */
const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, '-')
