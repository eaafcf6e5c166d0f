/** In which hours models answered a key, and until when to wait after it was replaced. Keyway’s own checks are not among these calls. Pure. */
import { type CallKind, callKinds } from '../../organization/core/key-figures.ts'
import { isCount, type PageOf, readBuckets } from '../../usage/core/admin-pages.ts'

/** Times are milliseconds since the epoch. */
export type CallsSeen = {
  at: number
  /** The beginning of the last hour of seven days in which a model answered; absent: none did. */
  last?: number
  /** Requests in hours that began after the new key was in place. */
  since: number
  /** When the old key counts as unused, if no call comes. */
  waitUntil: number
  isQuiet?: true
}

export { callKinds }

const hourLength = 3_600_000
const hoursBack = 167
/** Figures come with a delay of up to hours (the platform’s usage page, 2026-11), so the shortest wait is longer than one. */
const leastWait = 2 * hourLength

/** By the hour, seven days back: the most that one page holds (API reference, usage, 2026-11). */
export function callHoursPath(kind: CallKind, key: string, now: number, page: string | null): string {
  const query = new URLSearchParams({
    start_time: String((hourOf(now) - hoursBack * hourLength) / 1000),
    bucket_width: '1h',
    limit: String(hoursBack + 1),
    'api_key_ids[]': key,
  })
  if (page) query.set('page', page)
  return `/organization/usage/${kind}?${query}`
}

export type CallHour = { hour: number; requests: number }

export function readCallHours(body: string): PageOf<CallHour> | null {
  return readBuckets(body, (_, { num_model_requests: requests }, start) =>
    requests === 0 ? null : isCount(requests) ? { hour: hourOf(start), requests } : undefined,
  )
}

/**
 * Unused: no call for as long as the longest pause between its calls was before, and for two hours at least. An hour in which the key was
 * changed says nothing: its calls may be from before.
 */
export function judgeCalls(rows: readonly CallHour[], placedAt: number, now: number): CallsSeen {
  const hours = [...new Set(rows.map(({ hour }) => hour))].sort((a, b) => a - b)
  const from = hourOf(placedAt + hourLength - 1)
  const before = hours.filter(hour => hour < from)
  const pauses = before.slice(1).map((hour, index) => hour - (before[index] ?? hour))
  const wait = Math.max(leastWait, ...pauses.map(pause => pause + hourLength))
  const last = hours.at(-1)
  const after = rows.filter(({ hour }) => hour >= from)
  const waitUntil = Math.max(from, (last ?? 0) + hourLength) + wait
  return {
    at: now,
    ...(last !== undefined && { last }),
    since: after.reduce((sum, { requests }) => sum + requests, 0),
    waitUntil,
    ...(now >= waitUntil && { isQuiet: true as const }),
  }
}

const hourOf = (time: number): number => Math.floor(time / hourLength) * hourLength
