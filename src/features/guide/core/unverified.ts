/**
 * What a guide has not seen. A step can always be left by a word; the end may then not claim what the step was for, and says so
 * instead. Pure.
 */
import type { Condition, Guide, Step } from '../../../guides/guide.ts'
import { asksKey, holds, type Known, questionsOf } from './conditions.ts'
import { isPressed as isButton } from './form.ts'
import type { Running } from './tour.ts'

/** Is a word all that can end it? What happens elsewhere, and what is only looked at, no page shows. */
export const isSaidOnly = ({ done }: Step): boolean =>
  questionsOf(done).every(({ question }) => 'said' in question)

/** Did anything but a word show that the step is done? What only went away has to have been there. */
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
 * What is gone now was there, and was not given up: the person stood before it, or it took the key's row along. Where nothing else proves
 * what the guide is for, its own button has to have been pressed, or Enter in a field, and the form to have gone by that: a page that was
 * left or loaded anew, or a form that shows its next part, is without it, too. And the page was quiet for some seconds after that.
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

/** The same for a step that the person says is done. */
export const isCredible = (guide: Guide, step: Step, known: Known): boolean =>
  isWitnessed(guide, step, known) ||
  (isSaidOnly(step) || step.look
    ? step.target === undefined || step.elsewhere !== undefined
      ? step.page === undefined || known.progress.wasHere === true
      : known.progress.targetSeen === true
    : false)

/** Is it done when something is not there, or when the person says so? */
export const isAbsence = (done: Condition): boolean =>
  questionsOf(done).every(
    ({ question, isWanted }) =>
      !isWanted ||
      'said' in question ||
      'noDialog' in question ||
      'gone' in question ||
      ('keyShown' in question && !question.keyShown),
  )

/** Each once. */
export const joined = (some: string[] | undefined, more: string[]): string[] => [
  ...new Set([...(some ?? []), ...more]),
]

export const noteUnverified = (progress: Running, ids: string[]): Running =>
  ids.length === 0 ? progress : { ...progress, unverified: joined(progress.unverified, ids) }

/** A step that is begun anew, or seen done, is none of them. */
export const withoutUnverified = (progress: Running, id: string): Running =>
  progress.unverified
    ? { ...progress, unverified: progress.unverified.filter(other => other !== id) }
    : progress

/** What the guide is for is known to be so; by what the worker knows of a key whatever was not seen on the way. */
export const isAchieved = ({ achieved }: Guide, known: Known): boolean =>
  (!known.progress.unverified?.[0] || asksKey(achieved)) &&
  (achieved === undefined || holds(achieved, known) === true)
