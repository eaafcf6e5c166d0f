/**
 * What each cause means for the key itself and for its work: the one table. It must not know any provider.
 * Only what a provider says about the key (or the account it belongs to) makes it rejected.
 */
import type { Cause, Verdict } from '../verdict.ts'

type Outcome = Pick<Verdict, 'key' | 'use'>

/** The provider says that this key (or the account behind it) is switched off. */
const rejected: Outcome = { key: 'rejected', use: 'blocked' }
/** The provider knew the key and refused the request for another reason. */
const blocked: Outcome = { key: 'accepted', use: 'blocked' }
const limited: Outcome = { key: 'accepted', use: 'limited' }
/** Nothing was learned about the key: the place, the network or the provider stood in the way. */
const unknown: Outcome = { key: 'unknown', use: 'unknown' }

/** Most telling first: the first of several verdicts names the cause. */
export const outcomes: Record<Cause, Outcome> = {
  invalid_key: rejected,
  expired_key: rejected,
  wrong_provider: rejected,
  account_deactivated: rejected,
  access_terminated: rejected,
  region_blocked: unknown,
  // The text never reached a judgement: nothing was sent, or nothing that could be a key.
  malformed_key: { key: 'unknown', use: 'blocked' },
  wrong_host: blocked,
  ip_not_allowed: blocked,
  client_certificate_required: blocked,
  key_type_forbidden: blocked,
  no_organization: blocked,
  organization_mismatch: blocked,
  project_archived: blocked,
  project_mismatch: blocked,
  billing_inactive: blocked,
  no_credit: blocked,
  spend_limit: blocked,
  usage_limit: blocked,
  missing_scope: limited,
  organization_unverified: limited,
  model_unavailable: limited,
  rate_limited: { key: 'accepted', use: 'ready' },
  unrecognised: unknown,
  // The list of models alone: the key is taken; whether there is money, nobody has asked yet.
  ok: { key: 'accepted', use: 'unknown' },
  cors_forbidden: unknown,
  provider_trouble: unknown,
  not_the_provider: unknown,
  timeout: unknown,
  network: unknown,
}

const telling = Object.keys(outcomes)

const noNews = [
  'network',
  'timeout',
  'provider_trouble',
  'not_the_provider',
  'region_blocked',
  'cors_forbidden',
]

/** Causes that are no news about the key: they never change the last known verdict, they only age it. */
export const tellsNothing = (cause: Cause): boolean => noNews.includes(cause)

/** Causes that only money or a raised limit of spending can end. A limit of requests a minute is none of them. */
export const isAboutMoney = (cause: Cause): boolean =>
  cause === 'no_credit' || cause === 'billing_inactive' || cause === 'spend_limit' || cause === 'usage_limit'

/**
 * May this be what is wrong, at such a status? A server in trouble, or one that sends on to another place, has looked at neither key nor
 * rights nor model, whatever its body says; and what is refused for money or for too many requests was not refused for its rights.
 */
export function canSay(cause: Cause, status: number): boolean {
  if (status === 402 || status === 429) return outcomes[cause].use !== 'limited'
  if ((status >= 200 && status < 300) || (status >= 400 && status < 500)) return true
  return outcomes[cause].key === 'unknown' || cause === 'rate_limited' || isAboutMoney(cause)
}

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
