/** How a day of checks went, as screens draw it, and 30 days of them in order. Pure. */
import type { Day } from './history.ts'
import { type DayCounts, dayBefore, monthDays } from './month.ts'

export type DayResult = 'good' | 'mixed' | 'bad' | 'unknown'

export function dayResult({ good, bad }: Pick<Day, 'good' | 'bad'>): DayResult {
  if (good > 0) return bad > 0 ? 'mixed' : 'good'
  return bad > 0 ? 'bad' : 'unknown'
}

/** One for each of the last 30 days, oldest first; `none`: no check on that day. */
export function monthResults(month: readonly DayCounts[], now: number): (DayResult | 'none')[] {
  const byDay = new Map(month.map(([day, good, bad]) => [day, dayResult({ good, bad })]))
  return Array.from({ length: monthDays }, (_, i) => byDay.get(dayBefore(now, monthDays - 1 - i)) ?? 'none')
}

export type MonthSummary = {
  /** Days with checks. */
  checked: number
  /** Days on which the key failed at least once. */
  failed: number
  /** The last of these (YYYY-MM-DD). */
  lastFailed?: string
  /** Days on which nothing but unknown came of it. */
  unknown: number
}

export function summarizeMonth(month: readonly DayCounts[]): MonthSummary {
  const failed = month.filter(([, , bad]) => bad > 0).map(([day]) => day)
  const last = failed.toSorted().at(-1)
  return {
    checked: month.length,
    failed: failed.length,
    ...(last !== undefined && { lastFailed: last }),
    unknown: month.filter(([, good, bad]) => good === 0 && bad === 0).length,
  }
}
