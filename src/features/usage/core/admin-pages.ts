/**
 * What the Admin API tells of costs and usage: the questions as paths, and its pages as rows of one day each. Pure. Days
 * are UTC, as the platform's are; amounts are US dollars.
 */
import { plainLine } from '../../../i18n/plain-text.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'

export type Group = 'project' | 'key' | 'item'

export type CostRow = {
  /** YYYY-MM-DD, UTC. */
  day: string
  dollars: number
  /** The id of the project or key, or the line item's name; null: not told. */
  of: string | null
}

export type UsageRow = {
  day: string
  of: string | null
  requests: number
  input: number
  cachedInput: number
  output: number
}

/** `unread`: results that hold no amount that can be read, each with its day: sums without them are too low. */
export type PageOf<T> = { rows: T[]; next: string | null; unread: Fields[] }

/** What of a day could not be read. `of`: as in a row; empty: nobody's; null: it is not told whose. */
export type Unread = { about: 'costs' | 'usage'; day: string; of: string | null }

/** Which field of a result names what it is about. */
export const groupFields: Record<Group, { costs: string; usage: string }> = {
  project: { costs: 'project_id', usage: 'project_id' },
  key: { costs: 'api_key_id', usage: 'api_key_id' },
  // Costs know line items ("gpt-5, input"), usage knows models.
  item: { costs: 'line_item', usage: 'model' },
}
/** Most days that one page holds. */
const most = { costs: 180, usage: 31 }

/** @param from first day, YYYY-MM-DD; `limit` days of one page, where it is not the most */
export function questionPath(
  about: 'costs' | 'usage',
  { from, by, page, limit }: { from: string; by: Group; page?: string | null; limit?: number | undefined },
): string {
  const query = new URLSearchParams({
    start_time: String(Date.parse(from) / 1000),
    bucket_width: '1d',
    limit: String(limit ?? most[about]),
    'group_by[]': groupFields[by][about],
    ...(page && { page }),
  })
  return `/organization/${about === 'costs' ? 'costs' : 'usage/completions'}?${query}`
}

/** @returns null when this is no such page: a portal's, or a shape that is not known. */
export function readCosts(body: string, by: Group): PageOf<CostRow> | null {
  return readBuckets(body, (day, result) => {
    const dollars = dollarsIn(result.amount)
    return dollars === null ? undefined : { day, dollars, of: name(result[groupFields[by].costs]) }
  })
}

export function readUsage(body: string, by: Group): PageOf<UsageRow> | null {
  return readBuckets(body, (day, result) => {
    const { num_model_requests: requests, input_tokens: input, output_tokens: output } = result
    const cachedInput = result.input_cached_tokens ?? 0
    return isCount(requests) && isCount(input) && isCount(cachedInput) && isCount(output)
      ? { day, of: name(result[groupFields[by].usage]), requests, input, cachedInput, output }
      : undefined
  })
}

/**
 * A page of days, or of hours. What `read` answers null for is left out; undefined: it could not be read.
 * @param read gets the day (UTC), the result, and when the bucket begins (ms since the epoch)
 * @returns null when this is no such page
 */
export function readBuckets<T>(
  body: string,
  read: (day: string, result: Fields, start: number) => T | null | undefined,
): PageOf<T> | null {
  const value = parseJson(body)
  if (!isObject(value) || !Array.isArray(value.data)) return null
  const rows: T[] = []
  const unread: Fields[] = []
  for (const bucket of value.data) {
    if (!isObject(bucket) || !isTime(bucket.start_time) || !Array.isArray(bucket.results)) return null
    const day = dayOf(bucket.start_time * 1000)
    for (const result of bucket.results) {
      const fields = isObject(result) ? result : {}
      const row = read(day, fields, bucket.start_time * 1000)
      if (row) rows.push(row)
      else if (row === undefined) unread.push({ ...fields, day })
    }
  }
  const next = name(value.next_page)
  // More that nobody can ask for: these days would be taken for all.
  if (value.has_more === true && next === null) return null
  return { rows, unread, next: value.has_more === false ? null : next }
}

/** Seconds of a day that is written with four digits for its year. */
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < 253_402_300_800

/** More than anybody has, and few enough to be written out. */
const mostDollars = 1e12
export const isAmount = (value: number): boolean => Math.abs(value) <= mostDollars
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 1e15

/** Left out, or as always: another currency or month would be read as something else than it is. */
export const isUsual = (value: unknown, usual: string): boolean =>
  value === undefined || (typeof value === 'string' && value.toLowerCase() === usual)

/** The platform writes it as a number or as a text; a credit is below zero. */
export function dollarsIn(amount: unknown): number | null {
  const { value, currency } = isObject(amount) ? amount : {}
  if (!isUsual(currency, 'usd')) return null
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return null
  return isAmount(Number(value)) ? Number(value) : null
}

export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

type Fields = Record<string, unknown>

export function name(value: unknown): string | null {
  return typeof value === 'string' ? plainLine(value.slice(0, 400)).slice(0, 200) || null : null
}
