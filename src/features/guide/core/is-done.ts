/**
 * Is a step done, and did Keyway see it done? The person can always leave a step; when nothing showed that it was done, it is unverified,
 * and the end of the guide says “Not verified” instead of claiming it. What a form on the page tells of its steps is in form.ts. Pure.
 */
import type { Condition, Guide, Step } from '../../../guides/guide.ts'
import { asksKey, holds, isThere, type Known, questionsOf, type Truth } from './conditions.ts'
import { isPressed as isButton, isSent, isTakenAlong, isWhole } from './form.ts'
import type { Running } from './tour.ts'

/** Is this the place and the state of the page in which the step can be done? */
export function isHere(step: Step, known: Known): Truth {
  const page = step.page === undefined ? true : holds({ page: step.page }, known)
  if (page !== true || step.when === undefined) return page
  return holds(step.when, known)
}

/** Is the step done? If it has `look`, a page that is right already does not end it: the person confirms it, or goes on by themselves. */
export function isDone(guide: Guide, step: Step, known: Known): Truth {
  if (known.progress.finished.includes(step.id) || isSent(guide, step, known) || isTaken(guide, step, known))
    return true
  if (step.optional && step.target !== undefined && known.facts?.settled) {
    const absent = known.facts.elements[step.target]?.status === 'missing'
    // In a form whose words Keyway does not know, a missing target may be there under another name: then the person says whether the step is done.
    const { form } = known.progress
    const isKnownForm =
      !form || form.sent || (known.facts.dialogs.includes(form.of) && isWhole(guide, step, known))
    // The same on a page on which Keyway knows nothing: the step that the guide is for is not skipped there.
    const isKnownPage = !step.assures || Object.values(known.facts.elements).some(isThere)
    if (absent && isKnownForm && isKnownPage && isHere(step, known) === true) return true
  }
  // A step that is done when something disappears counts only if that was there and was not cancelled: the page may ask for a confirmation in words that Keyway does not know.
  if (step.assures && step.when && isAbsence(step.done) && !wentByPress(guide, step, known)) return false
  return step.look ? false : holds(step.done, { ...known, progress: { ...known.progress, step: step.id } })
}

/** Did the step’s target disappear together with something larger? A field that was filled in goes with its part of the form; a button in the key’s row goes with the row when the page deletes it without asking. */
const isTaken = (guide: Guide, step: Step, known: Known): boolean =>
  isTakenAlong(step, known) ||
  (known.world.isRowGone === true && guide.targets[step.target ?? '']?.inRow !== undefined)

/** Is the step over although nothing showed that it was done? An optional step counts only if the guide’s end relies on it, any other only without `look`. */
export function isPassedUnseen(guide: Guide, step: Step, known: Known): boolean {
  if (
    known.progress.finished.includes(step.id) ||
    isWitnessed(guide, step, known) ||
    isTaken(guide, step, known)
  )
    return false
  return step.optional ? step.assures === true : !step.look
}

/** Can only the person’s word end the step? No page shows what happens elsewhere, or what is only to be looked at. */
export const isSaidOnly = ({ done }: Step): boolean =>
  questionsOf(done).every(({ question }) => 'said' in question)

/** Did anything but the person’s word show that the step is done? A step that is done when something disappears needs that it was there. */
export function isWitnessed(guide: Guide, step: Step, known: Known): boolean {
  const { progress } = known
  const unsaid = { ...progress, step: step.id, finished: progress.finished.filter(id => id !== step.id) }
  const isPressed = progress.pressed === true
  if (holds(step.done, { ...known, progress: unsaid }) === true)
    return (
      step.when === undefined ||
      wentByPress(guide, step, known) ||
      (!isAbsence(step.done) && (isPressed || !step.assures))
    )
  const { form, settled } = known.facts ?? {}
  return isPressed && !asksKey(step.done) && (!step.assures || (form === 'sent' && settled === true))
}

/**
 * Did the step’s dialog disappear because the person did what the step asks for, and not because they cancelled? The person was seen at it,
 * or the key’s row disappeared too. Where nothing else proves the guide’s goal, the dialog’s own button, or Enter in a field, must have been
 * pressed, the form must have gone because of that, and the page must have announced no failure for some seconds. A reload, another page or
 * the form’s next part makes the dialog disappear as well.
 */
const wentByPress = (
  guide: Guide,
  { target }: Step,
  { progress, world, facts }: Known,
): boolean | undefined => {
  const { form, pressed = '' } = facts ?? {}
  const isOwn = form
    ? form === 'sent' && facts?.settled && (progress.pressed || !isButton(guide, pressed))
    : pressed === target
  const isSure = isOwn || (form !== 'closed' && asksKey(guide.achieved))
  return (progress.wasHere && isSure) || world.isRowGone
}

/** May the person’s word that the step is done be believed? */
export const isCredible = (guide: Guide, step: Step, known: Known): boolean =>
  isWitnessed(guide, step, known) ||
  (isSaidOnly(step) || step.look
    ? step.target === undefined || step.elsewhere !== undefined
      ? step.page === undefined || known.progress.wasHere === true
      : known.progress.targetSeen === true
    : false)

/** Is the step done when something is not there, or when the person says so? */
export const isAbsence = (done: Condition): boolean =>
  questionsOf(done).every(
    ({ question, isWanted }) =>
      !isWanted ||
      'said' in question ||
      'noDialog' in question ||
      'gone' in question ||
      ('keyShown' in question && !question.keyShown),
  )

/** Both lists as one, without repeats. */
export const joined = (some: string[] | undefined, more: string[]): string[] => [
  ...new Set([...(some ?? []), ...more]),
]

export const noteUnverified = (progress: Running, ids: string[]): Running =>
  ids.length === 0 ? progress : { ...progress, unverified: joined(progress.unverified, ids) }

/** A step that starts again, or that was seen done, is no longer unverified. */
export const withoutUnverified = (progress: Running, id: string): Running =>
  progress.unverified
    ? { ...progress, unverified: progress.unverified.filter(other => other !== id) }
    : progress

/** Is the guide’s goal known to be reached? Where the worker itself knows it of a key, steps that were not seen done do not matter. */
export const isAchieved = ({ achieved }: Guide, known: Known): boolean =>
  (!known.progress.unverified?.[0] || asksKey(achieved)) &&
  (achieved === undefined || holds(achieved, known) === true)
