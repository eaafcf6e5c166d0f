/** Says to a screen reader what tests found, wherever on the screen their results are drawn: of many at once one sentence, when they are over. */
import { useEffect, useRef, useState } from 'react'
import { plural } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { presentStatus, unanswered } from '../core/present-status.ts'

/** When a test last told anything of it, be it that there was no answer. */
const timeOf = ({ verdict }: KeyRow) => verdict && Math.max(verdict.at, verdict.trouble?.at ?? 0)

const statusOf = (row: KeyRow): string => unanswered(row)?.short ?? presentStatus(row.verdict, row).short

function wordsOf(rows: readonly KeyRow[]): string {
  const [only, ...others] = rows
  if (only && others.length === 0) return `${only.label}: ${statusOf(only)}`
  const counts = new Map<string, number>()
  for (const status of rows.map(statusOf)) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [
    plural({ one: 'One key was tested.', other: '{count} keys were tested.' }, rows.length),
    ...[...counts].map(([status, count]) => `${status}: ${count}.`),
  ].join(' ')
}

export function SpokenResults() {
  const checks = useSession('checks')
  const rows = useSavedKeys()
  /** Keys under test, or just after it: the time of what was known of each before. */
  const asked = useRef(new Map<string, number | undefined>())
  /** Those of which there is a result, while others of the same press are still under test. */
  const over = useRef(new Set<string>())
  const [words, setWords] = useState('')
  useEffect(() => {
    const now = new Set(checks?.running)
    if (now.size === 0 && asked.current.size === 0 && over.current.size === 0) return
    for (const row of rows) {
      const before = asked.current.get(row.id)
      // The end of a test and its result are heard of one after the other: only a new status is said.
      if (asked.current.has(row.id) && !now.has(row.id) && timeOf(row) !== before) {
        asked.current.delete(row.id)
        over.current.add(row.id)
      } else if (now.has(row.id) && !asked.current.has(row.id)) asked.current.set(row.id, timeOf(row))
    }
    if (over.current.size === 0 || now.size > 0 || checks?.waiting) return
    const found = wordsOf(rows.filter(({ id }) => over.current.has(id)))
    over.current.clear()
    // The same words again are heard only when they are not quite the same.
    setWords(was => (was === found ? `${found}\u00a0` : found))
  }, [checks, rows])
  return (
    <p className="visually-hidden" role="status" data-keyway="spoken">
      {words}
    </p>
  )
}
