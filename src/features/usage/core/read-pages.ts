/** Days of costs or usage, page by page, put together. The network comes in as an argument. */
import { t } from '../../../i18n/t.ts'
import { fail, type Reply } from '../../../protocol/failure.ts'
import type { Replies } from '../../../protocol/messages.ts'
import type { PageOf } from './admin-pages.ts'

type Answer = Replies['screen.admin']
type Ports<T> = {
  ask(page: string | null): Promise<Answer>
  read(body: string): PageOf<T> | null
  /** What of its day a row is about: what two pages say of the same is not added up. */
  partOf(row: T): string
  /** More pages than there can be: an API that never ends is left. */
  most: number
  unknown(answer: { status: number; body: string }): Reply<never>
}

const endless = fail('unrecognised', t('The answer is none of the Admin API’s.'))

/** All of them or none: half of the days would be sums that are too low. */
export async function readPages<T extends { day: string }>({
  ask,
  read,
  partOf,
  most,
  unknown,
}: Ports<T>): Promise<Reply<{ rows: T[]; unread: PageOf<T>['unread'] }>> {
  let rows: T[] = []
  const unread: PageOf<T>['unread'] = []
  const days = new Set<string>()
  const asked = new Set<string>()
  let page: string | null = null
  for (let count = 0; count < most; count++) {
    const answer: Answer = await ask(page)
    if (!answer.ok) return answer
    const got: PageOf<T> | null = read(answer.body)
    if (!got) return unknown(answer)
    const place = (row: T) => `${row.day} ${partOf(row)}`
    const isAgain = got.rows.some(({ day }) => days.has(day))
    const again = new Set(isAgain ? got.rows.map(place) : [])
    if (isAgain) rows = rows.filter(row => !again.has(place(row)))
    for (const row of got.rows) {
      rows.push(row)
      days.add(row.day)
    }
    unread.push(...got.unread)
    page = got.next
    if (page === null) return { ok: true, rows, unread }
    if (asked.has(page)) break
    asked.add(page)
  }
  return endless
}
