/** What follows when the person presses “done”, “skip”, “back”, an option of a question, or “start again”. Pure: (guide, progress, word, known) -> progress. */
import type { Guide, Step } from '../../../guides/guide.ts'
import { detourNow, holds, isThere, type Known } from './conditions.ts'
import { begin, follow, type Now, openChoice, stepsFor } from './follow.ts'
import { dialogsIn, isOnItsWay, withEvidence } from './form.ts'
import { enter, finish, goTo, without } from './go-to-step.ts'
import { guardedNow, isEndedByPage } from './guard.ts'
import { isCredible } from './is-done.ts'
import type { Running, TourAct } from './tour.ts'

export function applyAct(guide: Guide, before: Running, word: TourAct, at: Now): Running {
  const { progress, facts } = withEvidence(guide, before, at.facts)
  const known: Known = { ...at, facts, progress }
  const steps = stepsFor(guide, known)
  const index = steps.findIndex(step => step.id === progress.step)
  if (word.act === 'restart') return restart(guide, progress, at)
  if (word.act === 'choose') {
    const choice =
      openChoice(guide, known) ?? guide.choices.find(other => [other.with].flat().includes(progress.step))
    if (!choice?.options.some(option => option.id === word.option)) return progress
    return follow(guide, { ...progress, choices: { ...progress.choices, [choice.id]: word.option } }, at)
  }
  if (word.act === 'back') return goBack(guide, progress, steps, index, at.now)
  if (progress.lost !== undefined && word.act === 'done') {
    const to = steps.findIndex(step => step.id === steps[index]?.lost?.to)
    return follow(guide, to < 0 ? without(progress, 'lost') : goTo(progress, steps, index, to, at.now), at)
  }
  const step = steps[index]
  const guard = guardedNow(steps, known)
  const isSkip = word.act === 'skip'
  // A step with `proof` ends by what Keyway sees, never by the person’s word.
  if (!step || (step.proof && !isSkip) || (openChoice(guide, known) && !guard)) return progress
  if (isSkip && !guard && detourNow(guide, step, known)) return { ...progress, passes: true }
  // The page may still announce that the form failed: until that time is over the person’s word is held back.
  if (!isSkip && !guard && isOnItsWay(step, known)) return { ...progress, held: 'said' }
  const isSeen = !isSkip && isCredible(guide, step, known)
  const finished = finish(without(progress, 'held'), at.now, steps, index, isSeen ? [] : [step.id])
  const next = isSkip ? finished : withRestOfForm(finished, step, steps, known)
  const how = {
    ...(step.lost && { waiver: true as const }),
    ...(isSkip && { skips: true as const }),
  }
  return follow(guide, { ...next, ...how }, at)
}

/**
 * The form was sent and closed, so its steps can no longer be done: when the person calls one of them done, those that follow it in the form
 * end with it, as unverified. The same when the person says that the form is not needed, for example “I have one”.
 */
function withRestOfForm(before: Running, ended: Step, steps: Step[], known: Known): Running {
  const { facts } = known
  const isSent = facts?.form === 'sent' && isOver(ended, known)
  const isNotNeeded =
    ended.button !== undefined &&
    !facts?.anyDialog &&
    facts?.form !== 'open' &&
    dialogsIn(ended.done).length > 0
  let progress = before
  while (facts?.settled && (isSent || isNotNeeded) && !progress.ended) {
    const at = steps.findIndex(({ id }) => id === progress.step)
    const step = steps[at]
    if (!step || !isOver(step, known) || (!isSent && step.assures)) break
    progress = finish(progress, progress.stepSince, steps, at, [step.id])
  }
  return progress
}

/** Is the step done in a form, and is neither that form nor the step’s target there any more? */
const isOver = (step: Step | undefined, known: Known): boolean =>
  step?.when !== undefined &&
  holds(step.when, known) === false &&
  !isThere(known.facts?.elements[step.target ?? '']) &&
  isEndedByPage(step)

/** Starts the guide again. A captured key that the page still shows stays the guide’s key. */
function restart(guide: Guide, progress: Running, { world, now }: Now): Running {
  const { madeId, madeSaved } = progress
  const isShown = world.shownKey === 'made' && madeId !== undefined
  return {
    ...begin(guide, now, progress),
    ...(isShown && { madeId, ...(madeSaved !== undefined && { madeSaved }) }),
  }
}

function goBack(guide: Guide, progress: Running, steps: Step[], index: number, now: number): Running {
  const to = progress.ended ? steps.length - 1 : index - 1
  const target = steps[to]
  if (target === undefined) {
    const last = guide.choices.findLast(
      choice => choice.with === undefined && progress.choices[choice.id] !== undefined,
    )
    if (last === undefined) return progress
    const { [last.id]: _, ...choices } = progress.choices
    return { ...progress, choices }
  }
  const finished = progress.finished.filter(id => id !== target.id)
  const { ended: _, ...rest } = progress
  return { ...without(enter({ ...rest, finished }, target.id, now), 'form'), held: 'back' }
}
