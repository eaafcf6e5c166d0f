/** Rows of days as what a chart shows: every day there, the largest parts apart, the rest together, and sudden jumps. Pure. */
import { type CostRow, dayOf } from './admin-pages.ts'
import { median } from './cost-alarms.ts'

const dayLength = 86_400_000

export type Line = {
  /** null: the small ones together. */ of: string | null
  total: number
  values: number[]
}

export type Series = {
  /** YYYY-MM-DD, oldest first, none left out. */
  days: string[]
  /** Largest first; values in the order of the days. */
  lines: Line[]
  byDay: number[]
  total: number
}

/** The last so many days, today with them. */
export function daysUntil(now: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => dayOf(now - (count - 1 - index) * dayLength))
}

/** @param most lines that stand for themselves */
export function series(rows: CostRow[], days: string[], most = 5): Series {
  const place = new Map(days.map((day, index) => [day, index]))
  const values = new Map<string, number[]>()
  const empty = () => days.map(() => 0)
  for (const { day, of, dollars } of rows) {
    const index = place.get(day)
    if (index === undefined) continue
    const line = values.get(of ?? '') ?? empty()
    line[index] = (line[index] ?? 0) + dollars
    values.set(of ?? '', line)
  }
  const all = [...values]
    .map(([of, line]) => ({ of, total: sum(line), values: line }))
    .toSorted((a, b) => b.total - a.total || a.of.localeCompare(b.of))
  const small = all.slice(most)
  const rest: Line[] =
    small.length === 0
      ? []
      : [
          {
            of: null,
            total: sum(small.map(line => line.total)),
            values: days.map((_, index) => sum(small.map(line => line.values[index] ?? 0))),
          },
        ]
  const byDay = days.map((_, index) => sum(all.map(line => line.values[index] ?? 0)))
  return { days, lines: [...all.slice(0, most), ...rest], byDay, total: sum(byDay) }
}

export type Jump = { day: string; dollars: number; usual: number }

/**
 * Days that cost at least three times what the week before was used to, and a dollar more: what a leaked key or a loop
 * looks like. The first week has nothing to be compared with.
 */
export function jumps({ days, byDay }: Pick<Series, 'days' | 'byDay'>): Jump[] {
  return days.flatMap((day, index) => {
    if (index < 7) return []
    const dollars = byDay[index] ?? 0
    const usual = median(byDay.slice(index - 7, index))
    return dollars >= usual * 3 && dollars >= usual + 1 ? [{ day, dollars, usual }] : []
  })
}

/** What this month comes to if it goes on like its days so far; today, which is not over, is not among them. */
export function monthAhead({ days, byDay }: Pick<Series, 'days' | 'byDay'>, now: number): number | null {
  const month = dayOf(now).slice(0, 7)
  const spent = byDay.filter((_, index) => days[index]?.startsWith(month))
  const over = spent.slice(0, -1)
  if (over.length < 3 || days[0] === undefined || days[0] > `${month}-01`) return null
  return (sum(over) / over.length) * daysOfMonth(now)
}

/** By how much it may miss, eight times of ten: as days of this month differ, so will those to come. Null as above. */
export function monthError(made: Pick<Series, 'days' | 'byDay'>, now: number): number | null {
  if (monthAhead(made, now) === null) return null
  const month = dayOf(now).slice(0, 7)
  const over = made.byDay.filter((_, index) => made.days[index]?.startsWith(month)).slice(0, -1)
  const mean = sum(over) / over.length
  const variance = sum(over.map(dollars => (dollars - mean) ** 2)) / (over.length - 1)
  const ahead = daysOfMonth(now) - over.length
  // The days to come differ, and the mean itself is known from few.
  return 1.28 * Math.sqrt(variance * (ahead + ahead ** 2 / over.length))
}

/** A day's even share of what a month may cost. */
export const aDay = (month: number, now: number): number => month / daysOfMonth(now)

function daysOfMonth(now: number): number {
  const [year = 0, number = 1] = dayOf(now).split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
