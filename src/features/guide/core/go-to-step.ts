/** Moves a running guide to another step and notes for each step that is passed whether it is done, still to be done, or unverified. Pure. */
import type { Guide, Step } from '../../../guides/guide.ts'
import type { Known } from './conditions.ts'
import { dialogsIn } from './form.ts'
import { isEndedByPage } from './guard.ts'
import { isPassedUnseen, isWitnessed, joined, noteUnverified, withoutUnverified } from './is-done.ts'
import type { Running } from './tour.ts'

export function finish(
  progress: Running,
  now: number,
  steps: Step[],
  index: number,
  unverified: string[] = [],
): Running {
  const step = steps[index]
  if (step === undefined) return progress
  // The person called it done while its target was not on the page. If the target appears, the step counts as not done.
  const isUnseen = unverified.length > 0 && step.target !== undefined && !progress.targetSeen
  const finished = joined(progress.finished, isUnseen ? [] : [step.id])
  const noted =
    unverified.length > 0 || progress.finished.includes(step.id)
      ? noteUnverified(progress, unverified)
      : withoutUnverified(progress, step.id)
  return goOn({ ...noted, finished }, now, steps, index + 1)
}

const idsOf = (steps: Step[]): string[] => steps.map(({ id }) => id)

/** To the first step from here that is not finished; the end when there is none. */
export function goOn(progress: Running, now: number, steps: Step[], from: number): Running {
  const next = steps.slice(from).find(step => !progress.finished.includes(step.id))
  return next === undefined ? { ...progress, ended: true } : enter(progress, next.id, now)
}

/** Of the steps that are passed at once, those of which nothing shows that they are done. A field that a form only offers may stay as it is. */
function passedUnseen(guide: Guide, known: Known, steps: Step[], from: number, to: number): string[] {
  const { progress, facts } = known
  const elsewhere = without(progress, 'pressed', 'wasHere', 'targetSeen', 'wasFilled')
  const forms = [
    ...(facts?.dialogs ?? []),
    progress.form?.of,
    ...dialogsIn(guide.steps.find(({ id }) => id === progress.step)?.when),
  ]
  const passed = steps.slice(Math.max(from, 0), to).filter(step => {
    const seen = { ...known, progress: step.id === progress.step ? progress : elsewhere }
    const own = dialogsIn(step.when)
    const isOffered = own.length === 0 || own.some(name => forms.includes(name))
    if (isOffered) return isPassedUnseen(guide, step, seen)
    return !progress.finished.includes(step.id) && !isWitnessed(guide, step, seen)
  })
  return idsOf(passed)
}

/** The person is further on than the guide. The steps between count as done; those that were not seen done are noted as unverified. */
export function goAhead(
  guide: Guide,
  progress: Running,
  known: Known,
  steps: Step[],
  from: number,
  to: number,
  now: number,
): Running {
  const noted = noteUnverified(progress, passedUnseen(guide, known, steps, from, to))
  return goTo(noted, steps, from, to, now)
}

export function goTo(progress: Running, steps: Step[], from: number, to: number, now: number): Running {
  const target = steps[to]
  if (target === undefined) return progress
  const passed = steps.slice(from, to)
  // A step in a dialog that is closed again has to be done again.
  const undone = steps.slice(to, from + 1).filter(step => step.when)
  const assuring = passed.filter(step => step.assures && !progress.finished.includes(step.id))
  const noted = noteUnverified(progress, idsOf(assuring))
  const finished = joined(progress.finished, idsOf(passed)).filter(
    id => ![target.id, ...idsOf(undone)].includes(id),
  )
  return enter({ ...noted, finished }, target.id, now)
}

/** Goes to the step that guards a key which is shown once. The steps after it start again; steps before it that no page can show to be done stay to be done. */
export function goToGuard(
  guide: Guide,
  known: Known,
  steps: Step[],
  from: number,
  to: number,
  now: number,
): Running {
  const { world, progress } = known
  const restarted = idsOf(steps.slice(to))
  const start = from < 0 ? to : from
  const passed = idsOf(steps.slice(start, to).filter(isEndedByPage))
  const finished = joined(progress.finished, passed).filter(id => !restarted.includes(id))
  const unseen = passedUnseen(guide, known, steps, start, to)
  const { madeId: _, madeSaved: __, ...withoutMade } = progress
  const noted = noteUnverified(
    world.shownKey === 'other' ? withoutMade : progress,
    unseen.filter(id => passed.includes(id)),
  )
  return enter({ ...noted, finished }, steps[to]?.id ?? progress.step, now)
}

export const enter = (progress: Running, step: string, now: number): Running => ({
  ...without(progress, 'held', 'targetSeen', 'lost', 'wasHere', 'pressed', 'wasFilled', 'passes'),
  step,
  stepSince: now,
})

type Passing = 'held' | 'targetSeen' | 'lost' | 'wasHere' | 'pressed' | 'wasFilled' | 'passes' | 'form'

export function without(progress: Running, ...keys: Passing[]): Running {
  const rest = { ...progress }
  for (const key of keys) delete rest[key]
  return rest
}
