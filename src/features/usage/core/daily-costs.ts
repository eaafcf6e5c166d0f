/** Costs by day, key and project: the question as a path, and its pages as what the cost watch keeps. Pure. */
import { t } from '../../../i18n/t.ts'
import { fail } from '../../../protocol/failure.ts'
import type { Replies } from '../../../protocol/messages.ts'
import { dollarsIn, readBuckets } from './admin-pages.ts'
import { type DailyCosts, dayBefore } from './cost-alarms.ts'

/** Today and so many days before it, on which nothing is known to be spent: the platform leaves those out. */
export const emptyDays = (now: number, before: number): DailyCosts =>
  Object.fromEntries(Array.from({ length: before + 1 }, (_, ago) => [dayBefore(now, ago), {}]))

/** More pages than 400 days have, a week each, which is an answer short enough with 10,000 keys in it: an API that never ends is left. */
const mostPages = 60

/**
 * Adds the days since this one (YYYY-MM-DD) to these. What two pages say of the same day and part counts once.
 * @param ask by the admin key that tells of costs
 * @returns the answer that was none, or the last one: only after that the days are whole
 */
export async function readDailyCosts(
  ask: (path: string) => Promise<Replies['screen.admin']>,
  days: DailyCosts,
  from: string,
): Promise<Replies['screen.admin']> {
  const query = new URLSearchParams(
    `start_time=${Date.parse(from) / 1000}&bucket_width=1d&limit=7&group_by[]=api_key_id&group_by[]=project_id`,
  )
  for (let count = 0; count < mostPages; count++) {
    const answer = await ask(`/organization/costs?${query}`)
    if (!answer.ok) return answer
    const read: DailyCosts = {}
    const page = readBuckets(answer.body, (day, { amount, api_key_id: key, project_id: project }) => {
      const costs = read[day] ?? {}
      read[day] = costs
      const dollars = dollarsIn(amount)
      const of = `${dollars === null ? '?' : ''}${project ?? ''}/${key ?? ''}`
      costs[of] = (costs[of] ?? 0) + (dollars ?? 0)
      return null
    })
    if (!page) break
    for (const day in read) days[day] = { ...days[day], ...read[day] }
    if (page.next === null) return answer
    query.set('page', page.next)
  }
  return fail('unrecognised', t('The answer is none of the Admin API’s.'))
}
