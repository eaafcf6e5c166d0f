/**
 * What a card says before anybody unfolds it: what to do, what it can cost, and what is seen afterwards. The reason and the
 * details are folded away. Pure.
 */
import type { Words } from '../../../../guides/guide.ts'
import type { TargetState } from '../tour.ts'

/** Nothing can be pressed there, so nothing can be lost by a press. */
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
