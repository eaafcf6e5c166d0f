/**
 * Which of a step’s texts the card shows while it is folded: what to do, what it can cost, and what the person sees afterwards. The reason
 * and the details are behind “More”. Pure.
 */
import type { Words } from '../../../../guides/guide.ts'
import type { TargetState } from '../tour.ts'

/** Nothing can be pressed in these states, so the warning before a press is left out. */
const cannotPress: readonly TargetState[] = [
  'wrong-page',
  'unknown-page',
  'missing',
  'hidden',
  'ambiguous',
  'disabled',
]

/** @param note what the card says about the page; then what would be seen afterwards is left out, for first something else is to be done */
export function shownWords({ see, before, ...words }: Words, state: TargetState, note?: string): Words {
  const isStopped = note !== undefined && cannotPress.includes(state)
  return {
    ...words,
    ...(before && !isStopped && { before }),
    ...(see && !note && { see }),
  }
}
