/**
 * What a guide has not seen done. The person can always say that a step is done; when Keyway did not see it, the end of the guide says
 * “Not verified” instead of claiming it. Pure.
 */
import type { Condition, Guide, Step } from '../../../guides/guide.ts'
import { asksKey, holds, type Known, questionsOf } from './conditions.ts'
import { isPressed as isButton } from './form.ts'
import type { Running } from './tour.ts'

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
export const wentByPress = (
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
