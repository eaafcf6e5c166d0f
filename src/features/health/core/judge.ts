/** From what was known and what was just learned to what is shown: nothing that says nothing of the key changes it. Pure. */
import { tellsNothing } from '../../../providers/answers/causes.ts'
import type { Verdict, VerdictSeen } from '../../../providers/verdict.ts'
import type { Checked } from './check.ts'
import { freshWait, isFresh, secondLookAfter } from './schedule.ts'

const isGood = (verdict: Pick<Verdict, 'key' | 'use'>): boolean =>
  verdict.key === 'accepted' && verdict.use !== 'blocked'

/** Known to be in need of the person: the provider said so, and a second look agreed. */
export const needsPerson = (seen: VerdictSeen | undefined): boolean =>
  seen !== undefined &&
  seen.retryAt === undefined &&
  seen.confirmAt === undefined &&
  (seen.key === 'rejected' || seen.use === 'blocked' || seen.cause === 'malformed_key')

export type Judged = {
  seen: VerdictSeen
  /** It is another verdict than before. */
  changed: boolean
  /** Tell the person: it turned bad (and was looked at twice), or good again. */
  tell?: 'bad' | 'good'
  /** Ask again after so many milliseconds, and why. */
  again?: { why: 'fresh' | 'confirm'; wait: number }
}

/**
 * @param madeAt when it was made under our eyes: a key from elsewhere may be as old as it likes
 * @param tries how often a fresh key was asked already
 * @param confirming this was the second look
 */
export function judge(
  before: VerdictSeen | undefined,
  checked: Pick<Checked, 'verdict' | 'evidence'>,
  about: { madeAt?: number; now: number; tries: number; confirming: boolean },
): Judged {
  const { verdict, evidence } = checked
  const { now } = about
  if (tellsNothing(verdict.cause) && verdict.key === 'unknown') return onlyOlder(before, checked, now)

  const same =
    before !== undefined &&
    before.cause === verdict.cause &&
    before.key === verdict.key &&
    before.use === verdict.use
  const wasGood = before !== undefined && isGood(before)
  const good = isGood(verdict)
  const lastGoodAt = good ? undefined : wasGood ? before.at : before?.lastGoodAt
  const seen: VerdictSeen = {
    ...verdict,
    at: now,
    since: same ? before.since : now,
    evidence: evidence.slice(0, 6),
    ...(lastGoodAt !== undefined && { lastGoodAt }),
  }

  const wait = freshWait(about.tries)
  // "Not active yet": only for what a key that does not exist yet is answered with.
  if (
    verdict.cause === 'invalid_key' &&
    about.madeAt !== undefined &&
    isFresh(about.madeAt, now) &&
    wait !== undefined &&
    !wasEverGood(before)
  ) {
    seen.retryAt = now + wait
    return { seen, changed: !same, again: { why: 'fresh', wait } }
  }
  if (good)
    return {
      seen,
      changed: !same,
      ...(before?.confirmAt === undefined && badAndTold(before) && { tell: 'good' as const }),
    }
  if (verdict.key === 'unknown' && verdict.use === 'unknown') return { seen, changed: !same }
  if (about.confirming) return { seen, changed: !same, tell: 'bad' }
  if (wasGood || before?.confirmAt !== undefined) {
    seen.confirmAt = now + secondLookAfter
    return { seen, changed: !same, again: { why: 'confirm', wait: secondLookAfter } }
  }
  return { seen, changed: !same }
}

const wasEverGood = (seen: VerdictSeen | undefined): boolean =>
  seen !== undefined && (isGood(seen) || seen.lastGoodAt !== undefined)

const badAndTold = (before: VerdictSeen | undefined): boolean =>
  before !== undefined && !isGood(before) && before.key !== 'unknown' && before.retryAt === undefined

/** The last known verdict stays; it only has become older. */
function onlyOlder(
  before: VerdictSeen | undefined,
  { verdict, evidence }: Pick<Checked, 'verdict' | 'evidence'>,
  now: number,
): Judged {
  const trouble = { cause: verdict.cause, at: now, says: verdict.says }
  if (before && before.key !== 'unknown') return { seen: { ...before, trouble }, changed: false }
  const same = before?.cause === verdict.cause
  const seen: VerdictSeen = {
    ...verdict,
    at: now,
    since: same && before ? before.since : now,
    evidence,
    trouble,
  }
  if (before?.lastGoodAt !== undefined) seen.lastGoodAt = before.lastGoodAt
  return { seen, changed: !same }
}
