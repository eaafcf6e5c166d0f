/** Costs by day, key and project: the question as a path, and its pages as what the cost watch keeps. Pure. */
import { readBuckets } from './admin-pages.ts'
import { type DailyCosts, dayBefore } from './cost-alarms.ts'

/** Today and so many days before it, on which nothing is known to be spent: the platform leaves those out. */
export const emptyDays = (now: number, before: number): DailyCosts =>
  Object.fromEntries(Array.from({ length: before + 1 }, (_, ago) => [dayBefore(now, ago), {}]))

/** @param from first day, YYYY-MM-DD */
export function dailyCostsPath(from: string, page: string | null): string {
  return `/organization/costs?start_time=${Date.parse(from) / 1000}&bucket_width=1d&limit=31&group_by%5B%5D=api_key_id&group_by%5B%5D=project_id${page ? `&page=${page}` : ''}`
}

/** Adds a page to these days. @returns the next page, null after the last, undefined when this is no such page */
export function addDailyCosts(days: DailyCosts, body: string): string | null | undefined {
  const page = readBuckets(body, (day, { amount, api_key_id: key, project_id: project }) => {
    const dollars = Number((amount as { value?: unknown } | null)?.value)
    const costs = days[day] ?? {}
    days[day] = costs
    if (Number.isFinite(dollars)) {
      const of = `${project ?? ''}/${key ?? ''}`
      costs[of] = (costs[of] ?? 0) + dollars
    }
    return null
  })
  return page ? page.next : undefined
}
