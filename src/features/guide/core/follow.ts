/** Follows the person: from where they are and what is so now to where they are now. Pure: (guide, progress, known) -> progress. */
import type { Guide, Step } from '../../../guides/guide.ts'
import type { Cause } from '../../../providers/verdict.ts'
import { holds, isInTheWay, isThere, type Known, questionsOf, type Truth } from './conditions.ts'
import {
  isFilledIn,
  isInFormOf,
  isInside,
  isJoined,
  isSent,
  isStillOpen,
  isWhole,
  withEvidence,
} from './form.ts'
import {
  enter,
  finish,
  goAhead,
  goOn,
  goTo,
  goToGuard,
  isPassedUnseen,
  isTaken,
  without,
} from './go-to-step.ts'
import { guardedNow, isBarred, withoutLapsedWaiver } from './guard.ts'
import { type PageFacts, type Running, rowPlace, type World } from './tour.ts'
import {
  isAbsence,
  isCredible,
  isSaidOnly,
  noteUnverified,
  wentByPress,
  withoutUnverified,
} from './unverified.ts'

/** A page that is slow tells where the person was after they have gone on. In milliseconds. */
const echoFor = 900

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

/** The steps that apply to this person; what is not known yet does not apply yet. */
export function stepsFor(guide: Guide, known: Known): Step[] {
  return guide.steps.filter(step => step.only === undefined || holds(step.only, known) === true)
}

/** Is this the place and the state of the page in which the step can be done? */
function isHere(step: Step, known: Known): Truth {
  const page = step.page === undefined ? true : holds({ page: step.page }, known)
  if (page !== true || step.when === undefined) return page
  return holds(step.when, known)
}

/** The unanswered question that stands before everything else. */
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
  // What was sent was answered by something that comes in the way: it has to be sent once more.
  const isRefused = evident.form?.sent && guide.detours.some(one => isInTheWay(one, at(evident)))
  const progress = isRefused ? without(evident, 'form') : evident
  let current = markSeen(guide, at(progress))
  // Every turn moves to another step; twice round is more than any guide needs.
  for (let turn = 0; turn < guide.steps.length * 2; turn++) {
    const next = move(guide, at(current), now)
    if (next === current) break
    current = markSeen(guide, at(next))
  }
  return noteFocus(guide, withoutTakenBack(guide, at(current), before.form?.sent), facts)
}

/** The target the person is in: only going into another one counts as going ahead or back. */
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
  // What is shown again, or anew, is not lost.
  if (progress.lost !== undefined && known.facts?.keyShown === true) return without(progress, 'lost')
  if (progress.ended || progress.lost !== undefined) return progress
  const steps = stepsFor(guide, known)
  const current = withoutLapsedWaiver(steps, known)
  if (current !== progress) return current
  const index = steps.findIndex(step => step.id === progress.step)
  const guard = guardedNow(steps, known)
  // What can be lost now comes before everything else, wherever the person is.
  if (guard?.id === progress.step) return progress.held ? without(progress, 'held') : progress
  if (guard) return goToGuard(guide, known, steps, index, steps.indexOf(guard), now)
  if (openChoice(guide, known)) return progress
  const step = steps[index]
  if (step === undefined) return goOn(progress, now, steps, 0)

  const done = isDone(guide, step, known)
  const inIt = known.facts?.elements[step.target ?? '']?.focused === true
  // A press may go into the target and finish the step at once: being in it then is no visit later.
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
    } else if (at === index - 1 && now - progress.stepSince < echoFor) return moved
    else if (visited) return { ...enter(moved, visited.id, now), held: 'visit' }
  }

  if (isJoined(guide, step, known)) return finish(progress, now, steps, index, [step.id])
  if (isHere(step, known) !== false) return progress
  const last = progress.form?.sent ? steps.findLastIndex(other => isInside(other, progress.form)) : -1
  // The form was sent: whatever was left to do in it is over, but for what its last step waits for.
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
      // What a person says is done, though nothing showed it, is not asked of them again, unless it is seen to be still open.
      (!progress.unverified?.includes(other.id) || isStillOpen(guide, other, known)) &&
      !(progress.finished.includes(other.id) && (other.look || isSaidOnly(other))) &&
      // It was done once; is it still?
      holds(other.done, { ...known, progress: { ...progress, step: '' } }) !== true,
  )
  return back >= 0 ? goTo(progress, steps, index, back, now) : progress
}

/** The person said it while the page might still have said that it failed. */
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

/** A step worth a look is not done by being right already: the person says so, or goes on. */
function isDone(guide: Guide, step: Step, known: Known): Truth {
  if (known.progress.finished.includes(step.id) || isSent(guide, step, known) || isTaken(guide, step, known))
    return true
  if (step.optional && step.target !== undefined && known.facts?.settled) {
    const absent = known.facts.elements[step.target]?.status === 'missing'
    // In a form of other words what is not found may be there all the same: then the person says.
    const { form } = known.progress
    const isKnownForm =
      !form || form.sent || (known.facts.dialogs.includes(form.of) && isWhole(guide, step, known))
    // On a page of which no word is known, neither: what the guide is for is not passed over there.
    const isKnownPage = !step.assures || Object.values(known.facts.elements).some(isThere)
    if (absent && isKnownForm && isKnownPage && isHere(step, known) === true) return true
  }
  // What only went away has to have been there, and not have been given up: the question may be asked in a way that nobody knows.
  if (step.assures && step.when && isAbsence(step.done) && !wentByPress(guide, step, known)) return false
  return step.look ? false : holds(step.done, { ...known, progress: { ...known.progress, step: step.id } })
}

/** What was seen while the step lasts: its target, its place, the press on its target. */
function markSeen(guide: Guide, known: Known): Running {
  const { facts, progress } = known
  const step = guide.steps.find(({ id }) => id === progress.step)
  if (facts === null || facts.unseen || progress.ended || !step) return progress
  const fact = facts.elements[step.target ?? '']
  const isShown = step.lost !== undefined && facts.keyShown === true
  const seen = {
    ...((isThere(fact) || isShown) && { targetSeen: true as const }),
    ...(isHere(step, known) === true && { wasHere: true as const }),
    // A press on what is greyed out is none; while the page works at one it may be greyed out, and then it is gone.
    ...(step.target && facts.pressed === step.target && !fact?.disabled && { pressed: true as const }),
    ...(fact?.filled && isFilledIn(step) && { wasFilled: true as const }),
    ...(typeof known.world.subjectRow === 'string' && { rowSeen: rowPlace(facts, 1) }),
  }
  const isNews = (Object.keys(seen) as (keyof typeof seen)[]).some(name => progress[name] !== seen[name])
  return isNews ? { ...progress, ...seen } : progress
}

/**
 * What the end stands on can be taken back: a switch counts as it was when it was last in sight, and a form that came to nothing after
 * it was sent, or is there again though nobody opened it, was not sent.
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
