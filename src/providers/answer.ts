/** What can be asked about a key, what comes back, and what it can mean. Types and the kinds of keys, of no one provider. */

/**
 * `models`: the free request that tells whether the key is taken (each provider's own).
 * `spend`: the zero-cost request that tells whether there is money (a body that cannot be valid).
 */
export type ProbeId = 'models' | 'spend' | `scope:${string}` | 'admin' | 'usage'

export type Cause =
  | 'ok'
  | 'invalid_key'
  | 'expired_key'
  | 'malformed_key'
  | 'wrong_provider'
  | 'key_type_forbidden'
  | 'account_deactivated'
  | 'access_terminated'
  | 'no_organization'
  | 'organization_mismatch'
  | 'project_mismatch'
  | 'project_archived'
  | 'wrong_host'
  | 'ip_not_allowed'
  | 'client_certificate_required'
  | 'missing_scope'
  | 'model_unavailable'
  | 'organization_unverified'
  | 'no_credit'
  | 'billing_inactive'
  | 'spend_limit'
  | 'usage_limit'
  | 'rate_limited'
  | 'region_blocked'
  | 'cors_forbidden'
  | 'provider_trouble'
  | 'not_the_provider'
  | 'network'
  | 'timeout'
  | 'unrecognised'

export type Answer = {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  body: string
}

export const keyKinds = [
  'project',
  'user',
  'service',
  'admin',
  'legacy',
  'session',
  'oauth',
  'plain',
] as const
export type KeyKind = (typeof keyKinds)[number]
