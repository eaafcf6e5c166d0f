/** Says to a screen reader what tests found, wherever on the screen their results are drawn. */
import { useEffect, useRef, useState } from 'react'
import { plural } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { wordsFor } from '../../../providers/answers/cause-texts.ts'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { presentStatus } from '../core/present-status.ts'

/** When a test last told anything of it, be it that there was no answer. */
const timeOf = ({ verdict }: KeyRow) => verdict && Math.max(verdict.at, verdict.trouble?.at ?? 0)

function wordsOf(row: KeyRow): string {
  const { verdict, label } = row
  const trouble = verdict?.trouble
  const { short } =
    trouble && trouble.at > verdict.at
      ? wordsFor({ key: 'unknown', use: 'unknown', cause: trouble.cause }, row)
      : presentStatus(verdict, row)
  return `${label}: ${short}`
}

export function SpokenResults() {
  const running = useSession('checks')?.running
  const rows = useSavedKeys()
  /** Keys under test, or just after it: the time of what was known of each before. */
  const asked = useRef(new Map<string, number | undefined>())
  const [words, setWords] = useState('')
  useEffect(() => {
    const now = new Set(running)
    if (now.size === 0 && asked.current.size === 0) return
    // The end of a test and its result are heard of one after the other: only a new status is said.
    const over = rows.filter(
      row => asked.current.has(row.id) && !now.has(row.id) && timeOf(row) !== asked.current.get(row.id),
    )
    for (const row of over) asked.current.delete(row.id)
    for (const row of rows)
      if (now.has(row.id) && !asked.current.has(row.id)) asked.current.set(row.id, timeOf(row))
    const [only, ...others] = over
    if (!only) return
    const found =
      others.length === 0
        ? wordsOf(only)
        : plural({ one: 'One key was tested.', other: '{count} keys were tested.' }, over.length)
    // The same words again are heard only when they are not quite the same.
    setWords(was => (was === found ? `${found}\u00a0` : found))
  }, [running, rows])
  return (
    <p className="visually-hidden" role="status" data-keyway="spoken">
      {words}
    </p>
  )
}
