/** Proof that a key is dead: two answers, some seconds apart, that refuse it for the same reason. One may be a slip. Pure. */
import type { VerdictSeen } from '../verdict.ts'

/** The wait (ms) from the first refusal to the second. */
export const secondRefusalAfter = 5_000
const apart = 3_000

/** Another provider's key may well be alive there, and a new one that is refused is most often not active yet. */
export const isRevocationProven = (seen: VerdictSeen | undefined): boolean =>
  seen?.key === 'rejected' &&
  seen.cause !== 'wrong_provider' &&
  seen.retryAt === undefined &&
  seen.at - seen.since >= apart
