/**
 * Protects a key that is shown only once. A step with `lost` guards it: while the key is shown and not saved, that step comes before all
 * others. And a step that ends elsewhere than on the page is never passed because of what the page reports. Pure.
 */
import type { Step } from '../../../guides/guide.ts'
import { holds, type Known, questionsOf } from './conditions.ts'
import type { Running } from './tour.ts'

/** The step that saves what can be lost now; undefined when nothing can be lost, or when the person chose not to save it. */
export const guardedNow = (steps: Step[], known: Known): Step | undefined =>
  known.progress.waiver
    ? undefined
    : steps.find(
        ({ lost, when, done }) =>
          lost !== undefined &&
          when !== undefined &&
          holds(when, known) === true &&
          holds(done, known) !== true,
      )

/** The person’s choice not to save a key counts for the key that is shown now, not for the next one. */
export function withoutLapsedWaiver(steps: Step[], known: Known): Running {
  const { waiver, ...rest } = known.progress
  const isOver = steps.every(({ lost, when }) => lost === undefined || (when && holds(when, known) === false))
  return waiver && isOver ? rest : known.progress
}

/** Is one of these steps unfinished that no page can end, but only the worker or the person? */
export const isBarred = (steps: Step[], known: Known): boolean =>
  steps.some(
    step =>
      !isEndedByPage(step) && !known.progress.finished.includes(step.id) && holds(step.done, known) !== true,
  )

/** Does the step happen on the platform’s pages? Then what the page shows can end it. */
export const isEndedByPage = ({ done, target, page, lost }: Step): boolean =>
  lost === undefined &&
  questionsOf(done).some(({ question }) =>
    'said' in question ? (target ?? page) : !ofWorker.some(kind => kind in question),
  )

/** Conditions that the worker answers, and not the page. */
const ofWorker = ['vault', 'key', 'cause', 'chosen']
