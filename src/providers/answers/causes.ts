/**
 * What each cause means for the key itself and for its work: the one table. It must not know any provider.
 * Only what a provider says about the key (or the account it belongs to) makes it rejected.
 */
import type { Cause, Verdict } from '../verdict.ts'

type Outcome = Pick<Verdict, 'key' | 'use'>

export const outcomes: Record<Cause, Outcome> = {
  // The provider says that this key (or the account behind it) is switched off.
  invalid_key: { key: 'rejected', use: 'blocked' },
  expired_key: { key: 'rejected', use: 'blocked' },
  wrong_provider: { key: 'rejected', use: 'blocked' },
  account_deactivated: { key: 'rejected', use: 'blocked' },
  access_terminated: { key: 'rejected', use: 'blocked' },
  // The text never reached a judgement: nothing was sent, or nothing that could be a key.
  malformed_key: { key: 'unknown', use: 'blocked' },
  // The provider knew the key and refused the request for another reason.
  key_type_forbidden: { key: 'accepted', use: 'blocked' },
  no_organization: { key: 'accepted', use: 'blocked' },
  organization_mismatch: { key: 'accepted', use: 'blocked' },
  project_mismatch: { key: 'accepted', use: 'blocked' },
  project_archived: { key: 'accepted', use: 'blocked' },
  wrong_host: { key: 'accepted', use: 'blocked' },
  ip_not_allowed: { key: 'accepted', use: 'blocked' },
  client_certificate_required: { key: 'accepted', use: 'blocked' },
  no_credit: { key: 'accepted', use: 'blocked' },
  billing_inactive: { key: 'accepted', use: 'blocked' },
  spend_limit: { key: 'accepted', use: 'blocked' },
  usage_limit: { key: 'accepted', use: 'blocked' },
  missing_scope: { key: 'accepted', use: 'limited' },
  model_unavailable: { key: 'accepted', use: 'limited' },
  organization_unverified: { key: 'accepted', use: 'limited' },
  rate_limited: { key: 'accepted', use: 'ready' },
  /** The list of models alone: the key is taken; whether there is money, nobody has asked yet. */
  ok: { key: 'accepted', use: 'unknown' },
  // Nothing was learned about the key: the place, the network or the provider stood in the way.
  region_blocked: { key: 'unknown', use: 'unknown' },
  cors_forbidden: { key: 'unknown', use: 'unknown' },
  provider_trouble: { key: 'unknown', use: 'unknown' },
  not_the_provider: { key: 'unknown', use: 'unknown' },
  network: { key: 'unknown', use: 'unknown' },
  timeout: { key: 'unknown', use: 'unknown' },
  unrecognised: { key: 'unknown', use: 'unknown' },
}

/** Causes that are no news about the key: they never change the last known verdict, they only age it. */
export const tellsNothing = (cause: Cause): boolean =>
  cause === 'network' ||
  cause === 'timeout' ||
  cause === 'provider_trouble' ||
  cause === 'not_the_provider' ||
  cause === 'region_blocked' ||
  cause === 'cors_forbidden'

/** Causes that only money or a raised limit of spending can end. A limit of requests a minute is none of them. */
export const isAboutMoney = (cause: Cause): boolean =>
  cause === 'no_credit' || cause === 'billing_inactive' || cause === 'spend_limit' || cause === 'usage_limit'

/** Most telling first: which of several verdicts names the cause. */
const telling: readonly Cause[] = [
  'invalid_key',
  'expired_key',
  'wrong_provider',
  'account_deactivated',
  'access_terminated',
  'region_blocked',
  'malformed_key',
  'wrong_host',
  'ip_not_allowed',
  'client_certificate_required',
  'key_type_forbidden',
  'no_organization',
  'organization_mismatch',
  'project_archived',
  'project_mismatch',
  'billing_inactive',
  'no_credit',
  'spend_limit',
  'usage_limit',
  'missing_scope',
  'organization_unverified',
  'model_unavailable',
  'rate_limited',
  'unrecognised',
  'ok',
  'cors_forbidden',
  'provider_trouble',
  'not_the_provider',
  'timeout',
  'network',
]

const keyRank = ['rejected', 'accepted'] as const
const useRank = ['blocked', 'limited', 'ready'] as const

/** The probes of one check, made one. What is known wins over what could not be asked; the worst known use wins. */
export function combine(verdicts: Verdict[]): Verdict {
  // `ready` was earned by a probe for money; then an answer nobody understands is no reason for doubt.
  const weight = (v: Verdict) =>
    v.cause === 'ok' && v.use === 'ready' ? telling.indexOf('unrecognised') - 0.5 : telling.indexOf(v.cause)
  const first = [...verdicts].sort((a, b) => weight(a) - weight(b))[0]
  if (!first) return { ...outcomes.unrecognised, cause: 'unrecognised', says: '' }
  const combined: Verdict = {
    ...first,
    key: keyRank.find(key => verdicts.some(v => v.key === key)) ?? 'unknown',
    use: useRank.find(use => verdicts.some(v => v.use === use)) ?? 'unknown',
  }
  const wait = Math.max(0, ...verdicts.map(v => v.retryAfterSeconds ?? 0))
  if (wait > 0) combined.retryAfterSeconds = wait
  const scopes = [...new Set(verdicts.flatMap(v => v.detail?.scopes ?? []))]
  if (scopes.length > 0) combined.detail = { ...combined.detail, scopes }
  return combined
}
