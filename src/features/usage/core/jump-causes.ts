/** Which key or project a sudden jump of costs came from, where the figures of that day tell it. Pure. */
import { dayOf } from './admin-pages.ts'
import { type DailyCosts, median, sumsOf } from './cost-alarms.ts'
import type { Jump } from './series.ts'

/** `key` is empty where only the project is sure. Ids of the platform. */
export type JumpCause = { day: string; project: string; key: string; dollars: number }

const dayLength = 86_400_000
/** As many days before it as tell what is usual. */
export const daysCompared = 7
/** Of what was above the usual: what makes up less is not what it came from. */
const most = 0.8
/** Figures of one day that differ by more than this were not read of the same thing. */
const agree = 0.01

/** @param days by project and key: the day itself and those before it; undefined where the figures name nothing that explains it */
export function causeOf({ day, dollars, usual }: Jump, days: DailyCosts): JumpCause | undefined {
  const sums = sumsOf(days[day])
  const from = Date.parse(day)
  const before = Array.from({ length: daysCompared }, (_, index) =>
    sumsOf(days[dayOf(from - (index + 1) * dayLength)]),
  )
  // What could not be read may be what it came from.
  if ([sums, ...before].some(one => one.has('?'))) return undefined
  if (Math.abs((sums.get('') ?? 0) - dollars) > agree * dollars) return undefined
  const explaining = [...sums].filter(
    ([part, amount]) => amount - median(before.map(one => one.get(part) ?? 0)) >= most * (dollars - usual),
  )
  // Two of them: something else was paid back on that day, and neither is the one.
  const only = (parts: typeof explaining) => (parts.length === 1 ? parts[0] : undefined)
  const found =
    only(explaining.filter(([part]) => !/^$|\/$/.test(part))) ??
    only(explaining.filter(([part]) => part.endsWith('/')))
  const [project = '', key = ''] = found?.[0].split('/') ?? []
  return found && { day, project, key, dollars: found[1] }
}
