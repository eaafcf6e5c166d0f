/** Finds the step that the person is at, from the step they were at and what the page and the worker report now. Pure: (guide, progress, known) -> progress. */
import type { Guide, Step } from '../../../guides/guide.ts'
import type { Cause } from '../../../providers/verdict.ts'
import { holds, isInTheWay, isThere, type Known, questionsOf } from './conditions.ts'
import { isFilledIn, isInFormOf, isInside, isJoined, isStillOpen, withEvidence } from './form.ts'
import { enter, finish, goAhead, goOn, goTo, goToGuard, without } from './go-to-step.ts'
import { guardedNow, isBarred, withoutLapsedWaiver } from './guard.ts'
import {
  isAbsence,
  isCredible,
  isDone,
  isHere,
  isPassedUnseen,
  isSaidOnly,
  noteUnverified,
  withoutUnverified,
} from './is-done.ts'
import { type PageFacts, type Running, rowPlace, type World } from './tour.ts'

/** A slow page reports the field that the person was in only after they have left it: a report this soon after a step began is about the step before. In milliseconds. */
const lateReport = 900

export type Now = { facts: PageFacts | null; world: World; now: number }

/** @param cause the subject's cause, so that a `fix-*` guide shows only what applies. */
export function begin(
  guide: Guide,
  now: number,
  about: { subjectId?: string | undefined; cause?: Cause | undefined } = {},
): Running {
  return {
    guide: guide.id,
    step: guide.steps[0]?.id ?? '',
    finished: [],
    choices: {},
    startedAt: now,
    stepSince: now,
    ...(about.subjectId !== undefined && { subjectId: about.subjectId }),
    ...(about.cause !== undefined && { cause: about.cause }),
  }
}

/** The steps that apply to this person. A step whose condition `only` cannot be answered yet does not apply yet. */
export function stepsFor(guide: Guide, known: Known): Step[] {
  return guide.steps.filter(step => step.only === undefined || holds(step.only, known) === true)
}

/** The first question without an answer, of those that are not asked beside a step (`with`). It comes before every step but one that guards a key. */
export const openChoice = (guide: Guide, known: Known) =>
  guide.choices.find(
    choice =>
      choice.with === undefined &&
      known.progress.choices[choice.id] === undefined &&
      (choice.only === undefined || holds(choice.only, known) === true),
  )

export function follow(guide: Guide, before: Running, { facts: received, world, now }: Now): Running {
  const { progress: evident, facts } = withEvidence(guide, before, received)
  const at = (progress: Running): Known => ({ facts, world, progress })
  // After the form was sent a detour came in the way, for example a sign-in: the form has to be sent once more.
  const isRefused = evident.form?.sent && guide.detours.some(one => isInTheWay(one, at(evident)))
  const progress = isRefused ? without(evident, 'form') : evident
  let current = markSeen(guide, at(progress))
  // Each turn moves to another step. The limit ends two steps that would send the person back and forth for ever.
  for (let turn = 0; turn < guide.steps.length * 2; turn++) {
    const next = move(guide, at(current), now)
    if (next === current) break
    current = markSeen(guide, at(next))
  }
  return noteFocus(guide, withoutTakenBack(guide, at(current), before.form?.sent), facts)
}

/** The target that has the focus. Only when the focus moves to another target has the person gone ahead or back. */
const focusOf = (guide: Guide, facts: PageFacts | null): string | undefined =>
  Object.keys(guide.targets).find(name => facts?.elements[name]?.focused)

function noteFocus(guide: Guide, progress: Running, facts: PageFacts | null): Running {
  const focus = facts ? focusOf(guide, facts) : progress.focus
  if (focus === progress.focus) return progress
  const { focus: _, ...rest } = progress
  return focus === undefined ? rest : { ...rest, focus }
}

function move(guide: Guide, known: Known, now: number): Running {
  const { progress } = known
  // A key that is shown again is not lost.
  if (progress.lost !== undefined && known.facts?.keyShown === true) return without(progress, 'lost')
  if (progress.ended || progress.lost !== undefined) return progress
  const steps = stepsFor(guide, known)
  const current = withoutLapsedWaiver(steps, known)
  if (current !== progress) return current
  const index = steps.findIndex(step => step.id === progress.step)
  const guard = guardedNow(steps, known)
  // A key that is shown once comes before everything else, whichever step the person is at.
  if (guard?.id === progress.step) return progress.held ? without(progress, 'held') : progress
  if (guard) return goToGuard(guide, known, steps, index, steps.indexOf(guard), now)
  if (openChoice(guide, known)) return progress
  const step = steps[index]
  if (step === undefined) return goOn(progress, now, steps, 0)

  const done = isDone(guide, step, known)
  const inIt = known.facts?.elements[step.target ?? '']?.focused === true
  // One press can focus the target and finish the step. The focus is noted, so that it does not count later as going back to the step.
  if (progress.held === 'said') return waitForPage(guide, step, known, steps, index, now)
  if (done === true && !progress.held) {
    const seen = inIt ? noteFocus(guide, progress, known.facts) : progress
    return finish(seen, now, steps, index, isPassedUnseen(guide, step, known) ? [step.id] : [])
  }
  if (progress.held && (progress.held === 'visit' ? !inIt : done === false)) return without(progress, 'held')

  const focus = focusOf(guide, known.facts)
  if (focus !== undefined && focus !== progress.focus && focus !== step.target) {
    const at = steps.findIndex(other => other.target === focus && isHere(other, known) === true)
    const moved = { ...progress, focus }
    const visited = steps[at]
    if (at > index) {
      if (!isBarred(steps.slice(index, at), known)) return goAhead(guide, moved, known, steps, index, at, now)
    } else if (at === index - 1 && now - progress.stepSince < lateReport) return moved
    else if (visited) return { ...enter(moved, visited.id, now), held: 'visit' }
  }

  if (isJoined(guide, step, known)) return finish(progress, now, steps, index, [step.id])
  if (isHere(step, known) !== false) return progress
  const last = progress.form?.sent ? steps.findLastIndex(other => isInside(other, progress.form)) : -1
  // The form was sent: its steps are over, except what the last of them waits for.
  if (last > index && isInFormOf(index, steps, last, progress) && !isBarred(steps.slice(index, last), known))
    return goAhead(guide, progress, known, steps, index, last, now)
  if (last === index) return progress
  const ahead = steps.findIndex(
    (other, at) => at > index && other.when !== undefined && isHere(other, known) === true,
  )
  if (ahead > index && !isBarred(steps.slice(index, ahead), known))
    return goAhead(guide, progress, known, steps, index, ahead, now)
  if (step.lost !== undefined && holds(step.when ?? { all: [] }, known) === false && progress.targetSeen)
    return { ...progress, lost: step.id }
  const back = steps.findLastIndex(
    (other, at) =>
      at < index &&
      other.when !== undefined &&
      isHere(other, known) === true &&
      // A step that the person called done, though Keyway did not see it done, is not asked for again, unless the page shows that it is still open.
      (!progress.unverified?.includes(other.id) || isStillOpen(guide, other, known)) &&
      !(progress.finished.includes(other.id) && (other.look || isSaidOnly(other))) &&
      // It was done once. Only when it no longer is does the guide go back to it.
      holds(other.done, { ...known, progress: { ...progress, step: '' } }) !== true,
  )
  return back >= 0 ? goTo(progress, steps, index, back, now) : progress
}

/** The person pressed “done” while the page could still announce that the form failed: waits until that time is over. */
function waitForPage(
  guide: Guide,
  step: Step,
  known: Known,
  steps: Step[],
  index: number,
  now: number,
): Running {
  const progress = without(known.progress, 'held')
  if (known.facts?.form !== 'sent') return progress
  if (!known.facts.settled) return known.progress
  return finish(progress, now, steps, index, isCredible(guide, step, known) ? [] : [step.id])
}

/** Notes what was seen since the step began: its target, its place on the page, a press on its target. */
function markSeen(guide: Guide, known: Known): Running {
  const { facts, progress } = known
  const step = guide.steps.find(({ id }) => id === progress.step)
  if (facts === null || facts.unseen || progress.ended || !step) return progress
  const fact = facts.elements[step.target ?? '']
  const isShown = step.lost !== undefined && facts.keyShown === true
  const seen = {
    ...((isThere(fact) || isShown) && { targetSeen: true as const }),
    ...(isHere(step, known) === true && { wasHere: true as const }),
    // A press on a disabled button does nothing, so it is not counted. If the page disables the button while it works, the press counts once the button is gone.
    ...(step.target && facts.pressed === step.target && !fact?.disabled && { pressed: true as const }),
    ...(fact?.filled && isFilledIn(step) && { wasFilled: true as const }),
    ...(typeof known.world.subjectRow === 'string' && { rowSeen: rowPlace(facts, 1) }),
  }
  const isNews = (Object.keys(seen) as (keyof typeof seen)[]).some(name => progress[name] !== seen[name])
  return isNews ? { ...progress, ...seen } : progress
}

/**
 * Takes back what the guide’s end claims when the page contradicts it later: a switch counts as it was when it was last seen, and a form
 * that failed after it was sent, or that is there again though nobody opened it, counts as not sent.
 */
const withoutTakenBack = (guide: Guide, known: Known, isSent = false): Running =>
  guide.steps.reduce((progress, { id, assures, target, done, when }) => {
    const { facts } = known
    if (!assures || !facts || !progress.finished.includes(id)) return progress
    const asked = questionsOf(done).find(({ question }) => 'checked' in question || 'unchecked' in question)
    const isBack = when && holds(when, known) && (facts.pressed ?? '') !== facts.formAfter
    const isTakenBack = isAbsence(done) && (isBack || (isSent && facts.form === 'closed'))
    const isOn = asked && isThere(facts.elements[target ?? '']) ? holds(asked.question, known) : undefined
    if (isTakenBack || isOn === false) return noteUnverified(progress, [id])
    return isOn ? withoutUnverified(progress, id) : progress
  }, known.progress)
