/** Follows one attempt to join: looks at the board again and again until it is over, and shows each stage. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { type Failure, fail, isFailure } from '../../../protocol/failure.ts'
import { reportBug } from '../../../ui/report-bug.ts'

type Attempt<S> = { step(): Promise<S | Failure>; cancel(): Promise<unknown> }

const pause = 1_500
const bug = fail('bug', t('Keyway made a mistake. Begin again on both computers.'))

/**
 * @param begin called once
 * @param isOver after this stage nothing more is looked for
 */
export function useSteps<S, A extends Attempt<S>>(
  begin: () => Promise<A | Failure>,
  first: S,
  isOver: (stage: S) => boolean,
) {
  const [stage, setStage] = useState<S>(first)
  const [failure, setFailure] = useState<Failure | null>(null)
  const attempt = useRef<A | null>(null)
  const given = useRef({ begin, isOver })
  /** What a step or a press came to. */
  const take = useCallback((next: S | Failure) => (isFailure(next) ? setFailure(next) : setStage(next)), [])
  useEffect(() => {
    let isEnded = false
    let timer: ReturnType<typeof setTimeout>
    const { begin, isOver } = given.current
    const look = async (): Promise<void> => {
      const next = await attempt.current?.step()
      if (isEnded || next === undefined) return
      take(next)
      if (!isFailure(next) && !isOver(next)) timer = setTimeout(() => void look().catch(stop), pause)
    }
    const stop = (thrown: unknown) => {
      reportBug(thrown)
      if (!isEnded) setFailure(bug)
    }
    const start = async () => {
      const begun = await begin()
      if (isEnded) return isFailure(begun) ? undefined : void begun.cancel()
      if (isFailure(begun)) return setFailure(begun)
      attempt.current = begun
      await look()
    }
    void start().catch(stop)
    return () => {
      isEnded = true
      clearTimeout(timer)
      void attempt.current?.cancel()
    }
  }, [take])
  return { stage, failure, attempt, take }
}
