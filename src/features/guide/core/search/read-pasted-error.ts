/** The guide for an error that was pasted into the search: what the product's own reader makes of it. Pure. */
import { entries } from '../../../../providers/answers/cause-texts.ts'
import { readLog } from '../../../../providers/answers/read-log.ts'
import type { Cause } from '../../../../providers/verdict.ts'

/** Nothing is known of the key here, so a guide that looks for the reason comes before one that makes a new key. */
const lookFirst: ReadonlySet<Cause> = new Set([
  'invalid_key',
  'expired_key',
  'malformed_key',
  'wrong_provider',
])

/** `cause`: why the guide is begun, so that it shows the steps for this very error. */
export type ExplainedError = { guide: string; cause?: Cause }

/** @returns null where the reader does not know the text either */
export function readPastedError(pasted: string): ExplainedError | null {
  const { verdict, mistakes } = readLog(pasted)
  const [mistake] = mistakes
  if (mistake) return mistake.code === 'too_long' ? null : { guide: mistake.guide ?? 'fix-not-working' }
  if (!verdict) return null
  const { cause } = verdict
  return { guide: (lookFirst.has(cause) ? undefined : entries[cause][3]) ?? 'fix-not-working', cause }
}
