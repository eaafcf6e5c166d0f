/** One request at a time with its waiting and its failure, for a button or a form. */
import { useCallback, useRef, useState } from 'react'
import type { Failure } from '../protocol/failure.ts'

export type Action<A extends unknown[]> = {
  run: (...args: A) => Promise<boolean>
  busy: boolean
  failure: Failure | null
  clear: () => void
}

/** `work` answers like every request of ours. A second press while one runs is ignored. */
export function useAction<A extends unknown[], R extends { ok: boolean }>(
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
    const reply = await latest.current.work(...args)
    running.current = false
    setBusy(false)
    if (reply.ok) latest.current.then?.(reply as Extract<R, { ok: true }>)
    else setFailure(reply as unknown as Failure)
    return reply.ok
  }, [])
  const clear = useCallback(() => setFailure(null), [])
  return { run, busy, failure, clear }
}
