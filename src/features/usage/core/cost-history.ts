/** The sealed history of costs, read again, and as a file. Pure. */
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import type { CostHistory } from './cost-alarms.ts'
import { toCsv } from './to-csv.ts'

/** Sealed by this vault; undefined: nothing, or nothing of this shape. */
export function readCostHistory(text: string | undefined): CostHistory | undefined {
  const kept = parseJson(text ?? '')
  return isObject(kept) && typeof kept.admin === 'string' && isObject(kept.days) && isObject(kept.noticed)
    ? (kept as unknown as CostHistory)
    : undefined
}

/** Days of which an amount could not be read. */
export const unreadDays = ({ days }: CostHistory): number =>
  Object.values(days).filter(costs => Object.keys(costs).some(of => of.startsWith('?'))).length

/** A line for each day, project and key, and one more for what of it could not be read. */
export function costHistoryAsCsv({ days, names }: CostHistory): string {
  const lines = Object.entries(days)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([day, costs]) =>
      Object.entries(costs).map(([of, dollars]) => {
        const isUnread = of.startsWith('?')
        const [project = '', key = ''] = of.slice(isUnread ? 1 : 0).split('/')
        const cost = isUnread ? 'not readable' : Number(dollars.toFixed(6))
        return [day, names[project] ?? '', project, names[key] ?? '', key, cost]
      }),
    )
  return toCsv([['day_utc', 'project', 'project_id', 'key', 'key_id', 'cost_usd'], ...lines])
}
