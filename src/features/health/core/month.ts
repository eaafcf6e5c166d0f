/** The last 30 days of a key's checks in short, for a list of many keys. Pure. Days are UTC, as the history's are. */
import { entriesOf } from './history.ts'

/** A day that had checks (YYYY-MM-DD): how often the key worked, failed, and could not be told. */
export type DayCounts = [day: string, good: number, bad: number, unknown: number]

export const monthDays = 30

export function monthOf(stored: readonly unknown[], now: number): DayCounts[] {
  const first = dayBefore(now, monthDays - 1)
  return entriesOf(stored).flatMap(entry =>
    entry.kind === 'day' && entry.day >= first
      ? [[entry.day, entry.good, entry.bad, entry.unknown] satisfies DayCounts]
      : [],
  )
}

/** YYYY-MM-DD, so many days before `now` (ms since the epoch). */
export const dayBefore = (now: number, days: number): string =>
  new Date(now - days * 86_400_000).toISOString().slice(0, 10)
