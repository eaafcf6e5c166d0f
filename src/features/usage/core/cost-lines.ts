/** The parts that were paid for, each in one line: its share, how it changed against the time before, and the same as a file. Pure. */
import type { CostRow, Unread, UsageRow } from './admin-pages.ts'
import { series } from './series.ts'
import { toCsv } from './to-csv.ts'

export type CostLine = {
  /** The id of the project or key, or the line item's name; empty: not told. */
  of: string
  /** US dollars, of all days and of each. */
  cost: number
  values: number[]
  /** Of everything that was spent, 0 to 1. */
  share: number
  /** 0.5: half as much again as in as many days before. Null: nothing was spent then. */
  change: number | null
  /** Null: usage does not know this part. */
  requests: number | null
  input: number | null
  output: number | null
}

export const costColumns = ['name', 'cost', 'share', 'change', 'requests', 'input', 'output'] as const
export type CostColumn = (typeof costColumns)[number]
export type CostOrder = { by: CostColumn; isDescending: boolean }

/** @param days YYYY-MM-DD, oldest first; `before` as many days before them */
export function costLines(
  { costs, usage, days }: { costs: CostRow[]; usage: UsageRow[]; days: string[] },
  before: CostRow[],
): CostLine[] {
  const { lines, total } = series(costs, days, Number.POSITIVE_INFINITY)
  const used = grouped(usage, row => row.of ?? '')
  const earlier = grouped(before, row => row.of ?? '')
  return lines.map(({ of: id, total: cost, values }) => {
    const of = id ?? ''
    const rows = used.get(of)
    const sum = (field: 'requests' | 'input' | 'output') =>
      rows?.reduce((all, row) => all + row[field], 0) ?? null
    const was = earlier.get(of)?.reduce((all, row) => all + row.dollars, 0) ?? 0
    return {
      of,
      cost,
      values,
      share: total > 0 ? cost / total : 0,
      change: was > 0 ? cost / was - 1 : null,
      requests: sum('requests'),
      input: sum('input'),
      output: sum('output'),
    }
  })
}

/** What is not known stands last, whichever way round. */
export function inOrder(
  lines: CostLine[],
  { by, isDescending }: CostOrder,
  nameOf: (of: string) => string,
): CostLine[] {
  const way = isDescending ? -1 : 1
  return lines.toSorted((a, b) => {
    if (by === 'name') return way * nameOf(a.of).localeCompare(nameOf(b.of))
    const [one, other] = [a[by], b[by]]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return way * (one - other)
  })
}

/**
 * A line for each day and part on which something was spent or used, as spreadsheets and programs read it (RFC 4180); and one for each amount
 * that could not be read.
 */
export function costsAsCsv(
  {
    costs,
    usage,
    unread,
    heading,
  }: { costs: CostRow[]; usage: UsageRow[]; unread: Unread[]; heading: string },
  nameOf: (of: string) => string,
): string {
  const place = (row: { day: string; of: string | null }) => `${row.day} ${row.of ?? ''}`
  const paid = grouped(costs, place)
  const used = grouped(usage, place)
  const lines = [...new Set([...paid.keys(), ...used.keys()])].toSorted().map(key => {
    const [day, of] = [key.slice(0, 10), key.slice(11)]
    const sum = (field: 'requests' | 'input' | 'cachedInput' | 'output') =>
      used.get(key)?.reduce((all, row) => all + row[field], 0) ?? ''
    const cost = paid.get(key)?.reduce((all, row) => all + row.dollars, 0) ?? ''
    return [
      day,
      nameOf(of),
      of,
      typeof cost === 'number' ? Number(cost.toFixed(6)) : cost,
      sum('requests'),
      sum('input'),
      sum('cachedInput'),
      sum('output'),
    ]
  })
  const columns = [
    'day_utc',
    heading,
    'id',
    'cost_usd',
    'requests',
    'input_tokens',
    'cached_input_tokens',
    'output_tokens',
  ]
  const missing = unread.map(({ about, day, of }) => {
    const [cost, use] = about === 'costs' ? ['not readable', ''] : ['', 'not readable']
    return [day, nameOf(of ?? ''), of ?? '', cost, use, use, use, use]
  })
  return toCsv([columns, ...lines, ...missing])
}

function grouped<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}
