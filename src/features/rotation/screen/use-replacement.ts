/** The replacement of one key as this page knows it: read from the vault, carried on by what the vault's list shows, one act at a time. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { send } from '../../../platform/send.ts'
import type { Reply } from '../../../protocol/failure.ts'
import type { CheckView, KeyRow, PendingKey } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { goOn, type ReplacementPorts } from '../core/drive-replacement.ts'
import { stepsSeen } from '../core/notice-rows.ts'
import { type Replacement, replacementLock, type Step, stageOf, type There } from '../core/replacement.ts'
import { begin, noteStep, readBook, type Sealed } from '../core/sealed-replacements.ts'

const name = 'replacements'
export const sealed: Sealed = {
  read: () => send('screen.readSealed', { name }),
  keep: (text, noted) => send('screen.keepSealed', { name, text, ...noted }),
}

/** In this tab and in all others: two that make a key at once would make two. */
const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(replacementLock, work)

/** Figures come hours late: more often would tell nothing. */
const readEvery = 10 * 60_000

type Published = { rows: KeyRow[]; pending: PendingKey[] | undefined; checks: CheckView | undefined }
const seenIn = ({ rows, pending, checks }: Published, run: Replacement): Step[] =>
  stepsSeen(run, { rows, pending: pending ?? [], revocations: checks?.dead, now: Date.now() })

export function useReplacement(oldId: string) {
  const rows = useSavedKeys()
  const pending = useSession('pending')
  const checks = useSession('checks')
  /** Null: none was begun; undefined: not read yet. */
  const [run, setRun] = useState<Replacement | null>()
  /** What the worker publishes, by now. */
  const latest = useRef({ rows, pending, checks })
  latest.current = { rows, pending, checks }
  const note: ReplacementPorts['note'] = useCallback(
    async step => {
      const noted = await noteStep(sealed, oldId, step)
      if (noted.ok) setRun(noted.run)
      return noted
    },
    [oldId],
  )
  const [ports] = useState(
    (): ReplacementPorts => ({
      now: () => Date.now(),
      clockAhead: () => latest.current.checks?.clockAhead ?? 0,
      ask: (id, question) => send('screen.admin', { id, ...question }),
      note,
      confirmRevoked: id => send('screen.proveDead', { id }),
    }),
  )
  const load = useAction(
    () => sealed.read(),
    ({ text }) => setRun(readBook(text).find(({ old }) => old === oldId) ?? null),
  )
  const start = useAction(
    (there: There | undefined) =>
      oneAtATime(() => begin(sealed, { old: oldId, startedAt: Date.now(), ...(there && { there }) })),
    ({ run }) => setRun(run),
  )
  /** What a press does, with the run as it is by then. */
  const act = useAction((work: (ports: ReplacementPorts, run: Replacement) => Promise<Reply>) =>
    oneAtATime(async () => {
      const kept = await sealed.read()
      if (!kept.ok) return kept
      const now = readBook(kept.text).find(({ old }) => old === oldId)
      return now ? work(ports, now) : { ok: true as const }
    }),
  )
  const lookOn = async (): Promise<Reply> => {
    const kept = await sealed.read()
    if (!kept.ok) return kept
    const now = readBook(kept.text).find(({ old }) => old === oldId)
    return now ? goOn(ports, now, latest.current.checks?.dead?.[oldId] !== undefined) : { ok: true as const }
  }
  const more = useAction(() =>
    oneAtATime(async () => {
      const went = await lookOn()
      // The worker was ended amid it. What goes on by itself only asks, so it is asked again.
      return !went.ok && went.code === 'no_answer' ? lookOn() : went
    }),
  )
  useEffect(() => void load.run(), [load.run])

  const { run: carryOn } = more
  const stage = run ? stageOf(run) : undefined
  const isPaused = run?.isPaused === true
  useEffect(() => {
    if (stage === undefined || isPaused) return
    void carryOn()
    if (stage !== 'wait' && stage !== 'delete') return
    const timer = setInterval(carryOn, readEvery)
    return () => clearInterval(timer)
  }, [stage, isPaused, carryOn])
  useEffect(() => {
    if (!run) return
    const [step] = seenIn({ rows, pending, checks }, run)
    // One at a time: what it changes is looked at anew.
    if (step) void oneAtATime(() => note(step))
  }, [run, rows, pending, checks, note])

  return {
    run,
    stage,
    /** What the vault's list shows by now to be done. */
    seen: (run: Replacement) => seenIn(latest.current, run),
    rows,
    pending: pending ?? [],
    load,
    start,
    act,
    more,
    /** What goes on by itself keeps no press waiting but for its turn. */
    isBusy: act.busy,
    failure: act.failure ?? more.failure ?? start.failure ?? load.failure,
  }
}
export type UseReplacement = ReturnType<typeof useReplacement>
