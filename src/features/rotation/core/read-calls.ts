/** Calls of the key that is replaced, as the page or the worker reads them. */
import { t } from '../../../i18n/t.ts'
import { fail, type Reply } from '../../../protocol/failure.ts'
import type { Replies } from '../../../protocol/messages.ts'
import {
  type CallHour,
  type CallsSeen,
  callHoursPath,
  callKinds,
  judgeCalls,
  readCallHours,
} from './call-hours.ts'
import type { Replacement } from './replacement.ts'

const mostPages = 20

/**
 * Of every kind, by the hours of this computer's clock, by which the new key was put in place.
 * @param ask by the admin key that tells of this key
 * @param clockAhead how far this computer's clock is ahead of the platform's, in ms
 */
export async function callsOf(
  ask: (path: string) => Promise<Replies['screen.admin']>,
  { there, placedAt }: Replacement,
  now: number,
  clockAhead: number,
): Promise<Reply<{ calls: CallsSeen }>> {
  const rows: CallHour[] = []
  for (const kind of callKinds) {
    let page: string | null = null
    for (let count = 0; count < mostPages; count++) {
      const answer = await ask(callHoursPath(kind, there?.key ?? '', now - clockAhead, page))
      if (!answer.ok) return answer
      const read = readCallHours(answer.body)
      // Without all of them a key that is used would look unused.
      if (!read || read.unread.length > 0)
        return fail('unrecognised', t('The answer is none of the Admin API’s.'))
      for (const { hour, requests } of read.rows) rows.push({ hour: hour + clockAhead, requests })
      page = read.next
      if (page === null) break
    }
    if (page !== null) return fail('too_long', t('The answer was too long.'))
  }
  return { ok: true, calls: judgeCalls(rows, Math.min(placedAt ?? now, now), now) }
}
