/** Says to a screen reader what tests found, wherever on the screen their results are drawn. */
import { useEffect, useRef, useState } from 'react'
import { plural } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { presentStatus } from '../core/present-status.ts'

export function SpokenResults() {
  const running = useSession('checks')?.running
  const rows = useSavedKeys()
  /** Keys under test, or just after it: the time of the status that each had before. */
  const asked = useRef(new Map<string, number | undefined>())
  const [words, setWords] = useState('')
  useEffect(() => {
    const now = new Set(running)
    if (now.size === 0 && asked.current.size === 0) return
    const timeOf = (row: KeyRow) => row.verdict?.at
    // The end of a test and its result are heard of one after the other: only a new status is said.
    const over = rows.filter(
      row => asked.current.has(row.id) && !now.has(row.id) && timeOf(row) !== asked.current.get(row.id),
    )
    for (const row of over) asked.current.delete(row.id)
    for (const row of rows)
      if (now.has(row.id) && !asked.current.has(row.id)) asked.current.set(row.id, timeOf(row))
    const [only, ...others] = over
    if (only && others.length === 0) setWords(`${only.label}: ${presentStatus(only.verdict, only).short}`)
    else if (only)
      setWords(plural({ one: 'One key was tested.', other: '{count} keys were tested.' }, over.length))
  }, [running, rows])
  return (
    <p className="visually-hidden" role="status" data-keyway="spoken">
      {words}
    </p>
  )
}
