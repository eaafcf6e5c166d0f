/** The receipt at the end of a guide: what was reached, and which steps Keyway did not see done (“Not verified”). Pure. */
import type { Guide } from '../../../guides/guide.ts'
import { fillIn } from '../../../i18n/text-key.ts'
import type { CardWords } from './card-words.ts'
import { holds, type Known, wants } from './conditions.ts'
import { fill, fillOrNothing } from './fill-words.ts'
import { isAchieved } from './is-done.ts'

export function receiptOf(
  guide: Guide,
  known: Known & { says: CardWords },
  values: Record<string, string | undefined>,
) {
  const { progress, says } = known
  const achieved = isAchieved(guide, known)
  const unseen = guide.steps.filter(({ id }) => progress.unverified?.includes(id))
  const isOpen = unseen.length > 0 && !(achieved && guide.achieved !== undefined)
  const lines = guide.receipt
    .filter(line => line.only === undefined || holds(line.only, known) === true)
    // With steps that were not seen done, only lines stay that the worker itself knows of a key.
    .filter(({ only }) => !isOpen || wants(only, question => 'key' in question))
    .map(line => ({ label: line.label, text: fillOrNothing(line.text, values) }))
    .filter((line): line is { label: string; text: string } => line.text !== undefined)
  const notSeen = {
    label: says.notVerified,
    text: fillIn(says.notSeen, { steps: unseen.map(({ title }) => `“${fill(title, values)}”`).join(', ') }),
  }
  return {
    kind: 'receipt' as const,
    step: 'receipt',
    title: isOpen ? says.endNotVerified : says.done,
    words: { do: achieved && !progress.skips ? fill(guide.summary, values) : says.atTheEnd },
    state: 'words-only' as const,
    receipt: isOpen ? [notSeen, ...lines] : lines,
  }
}
