/** One request at a time with its waiting and its failure, for a button or a form. */

import { useCallback, useRef, useState } from 'react'
import { t } from '../i18n/t.ts'
import type { Failure } from '../protocol/failure.ts'
import { noteAnswer } from './focus/unsaved-text.ts'
import { reportBug } from './report-bug.ts'

export type Action<A extends unknown[]> = {
  run: (...args: A) => Promise<boolean>
  busy: boolean
  failure: Failure | null
  clear: () => void
}

/**
 * `work` answers like every request of ours. A second press while one runs is ignored. What throws is a mistake of
 * Keyway's (a part of the program that could not be loaded, an answer that cannot be read): it is said like a failure.
 */
export function useAction<A extends unknown[], R extends { ok: true } | Failure>(
  work: (...args: A) => Promise<R>,
  then?: (reply: Extract<R, { ok: true }>) => void,
): Action<A> {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const running = useRef(false)
  const latest = useRef({ work, then })
  latest.current = { work, then }
  const run = useCallback(async (...args: A) => {
    if (running.current) return false
    running.current = true
    setBusy(true)
    setFailure(null)
    try {
      const reply = await latest.current.work(...args)
      noteAnswer(reply.ok)
      if (reply.ok) latest.current.then?.(reply as Extract<R, { ok: true }>)
      else setFailure(reply)
      return reply.ok
    } catch (thrown) {
      reportBug(thrown)
      setFailure({
        ok: false,
        code: 'bug',
        message: t(
          'Keyway made a mistake and cannot say whether this was done. Look before you try again. If it happens again, reload this page.',
        ),
      })
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  const clear = useCallback(() => setFailure(null), [])
  return { run, busy, failure, clear }
}
