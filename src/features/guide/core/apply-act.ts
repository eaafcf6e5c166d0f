/** What a person says while a guide runs: done, skipped, back, chosen, once more. Pure: (guide, progress, word, known) -> progress. */
import type { Guide, Step } from '../../../guides/guide.ts'
import { detourNow, holds, isThere, type Known } from './conditions.ts'
import { begin, follow, type Now, openChoice, stepsFor } from './follow.ts'
import { dialogsIn, isOnItsWay, withEvidence } from './form.ts'
import { enter, finish, goTo, without } from './go-to-step.ts'
import { guardedNow, isEndedByPage } from './guard.ts'
import type { Running, TourAct } from './tour.ts'
import { isCredible } from './unverified.ts'

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
  // A proof is given by what is so, and by nobody's word.
  if (!step || (step.proof && !isSkip) || (openChoice(guide, known) && !guard)) return progress
  if (isSkip && !guard && detourNow(guide, step, known)) return { ...progress, passes: true }
  // Whether it failed the page may still say: until then the word waits.
  if (!isSkip && !guard && isOnItsWay(step, known)) return { ...progress, held: 'said' }
  const isSeen = !isSkip && isCredible(guide, step, known)
  const said = finish(without(progress, 'held'), at.now, steps, index, isSeen ? [] : [step.id])
  const next = isSkip ? said : withRestOfForm(said, step, steps, known)
  const how = {
    ...(step.lost && { waiver: true as const }),
    ...(isSkip && { skips: true as const }),
  }
  return follow(guide, { ...next, ...how }, at)
}

/**
 * The form was sent and is gone: what the person says of one of its steps, which can be done no more, holds for those of forms that
 * follow at once. The same where they say that the form is not needed: “I have one”.
 */
function withRestOfForm(before: Running, said: Step, steps: Step[], known: Known): Running {
  const { facts } = known
  const isSent = facts?.form === 'sent' && isOver(said, known)
  const isNotNeeded =
    said.button !== undefined &&
    !facts?.anyDialog &&
    facts?.form !== 'open' &&
    dialogsIn(said.done).length > 0
  let progress = before
  while (facts?.settled && (isSent || isNotNeeded) && !progress.ended) {
    const at = steps.findIndex(({ id }) => id === progress.step)
    const step = steps[at]
    if (!step || !isOver(step, known) || (!isSent && step.assures)) break
    progress = finish(progress, progress.stepSince, steps, at, [step.id])
  }
  return progress
}

/** It is done in a form, and neither that form nor its own thing is there. */
const isOver = (step: Step | undefined, known: Known): boolean =>
  step?.when !== undefined &&
  holds(step.when, known) === false &&
  !isThere(known.facts?.elements[step.target ?? '']) &&
  isEndedByPage(step)

/** The key that the page still shows is the one that was captured, also for the guide that begins anew. */
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
