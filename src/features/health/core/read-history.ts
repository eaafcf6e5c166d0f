/** What screens tell of a history. Apart from how it is kept, which the worker loads. Pure. */
import { type Change, entriesOf, isGood } from './history.ts'

/** The provider's words for a change, where they are about the key; older histories hold others too. */
export const quoteOf = (change: Change): string => (isGood(change) ? '' : change.says)

/** Share of the checks that could be made in which the key worked, 0 to 1; undefined when there were none. */
export function uptime(stored: readonly unknown[]): number | undefined {
  const days = entriesOf(stored).filter(entry => entry.kind === 'day')
  const good = days.reduce((sum, day) => sum + day.good, 0)
  const known = good + days.reduce((sum, day) => sum + day.bad, 0)
  return known === 0 ? undefined : good / known
}
