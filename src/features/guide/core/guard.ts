/**
 * What must not be lost on the way. A step with `lost` guards something that is shown once: while it is shown and not yet
 * kept, that step comes before all others. And no step whose end the page cannot show is passed on the page's word. Pure.
 */
import type { Step } from '../../../guides/guide.ts'
import { holds, type Known, questionsOf } from './conditions.ts'
import type { Running } from './tour.ts'

/** The step that keeps what can be lost now; undefined when nothing can, or when the person chose not to keep it. */
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

/** The person's word not to keep it counts for what is shown now, not for the next. */
export function withoutLapsedWaiver(steps: Step[], known: Known): Running {
  const { waiver, ...rest } = known.progress
  const isOver = steps.every(({ lost, when }) => lost === undefined || (when && holds(when, known) === false))
  return waiver && isOver ? rest : known.progress
}

/** Is there one among these that only the worker's knowledge, or the person's word, can end, and that has not ended? */
export const isBarred = (steps: Step[], known: Known): boolean =>
  steps.some(
    step =>
      !isEndedByPage(step) && !known.progress.finished.includes(step.id) && holds(step.done, known) !== true,
  )

/** Does it happen on the platform's pages? Then what the page shows may say that it is over. */
export const isEndedByPage = ({ done, target, page, lost }: Step): boolean =>
  lost === undefined &&
  questionsOf(done).some(({ question }) =>
    'said' in question ? (target ?? page) : !ofWorker.some(kind => kind in question),
  )

const ofWorker = ['vault', 'key', 'cause', 'chosen']
