/** A verdict in a sentence, and the guide that mends it. */
import type { VerdictSeen } from '../extension/state.ts'
import type { Cause, Verdict } from '../providers/verdict.ts'
import { clock } from './time.ts'

const guides: Partial<Record<Cause, string>> = {
  invalid_key: 'fix-not-working',
  expired_key: 'rotate-key',
  missing_scope: 'fix-permission-denied',
  model_unavailable: 'fix-permission-denied',
  organization_unverified: 'verify-organization',
  no_credit: 'fix-billing',
  billing_inactive: 'fix-billing',
  spend_limit: 'limit-spending',
  usage_limit: 'fix-billing',
  rate_limited: 'fix-rate-limit',
}

export const mendGuide = (verdict: Verdict): string | undefined => guides[verdict.cause]

export function sentence(verdict: Verdict | VerdictSeen): string {
  if ('retryAt' in verdict && verdict.retryAt !== undefined)
    return `Not active yet, asking again at ${clock(verdict.retryAt)}. New keys can take some minutes.`
  return verdict.says
}
