/** What is known about a key after asking its provider. Types only; the readers are in this folder's other files. */

export type ProviderId =
  | 'openai'
  | 'anthropic'
  | 'gemini'
  | 'mistral'
  | 'groq'
  | 'openrouter'
  | 'deepseek'
  | 'xai'
  | 'together'
  | 'ollama'
  | 'lmstudio'
  | 'llamacpp'

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

export type Verdict = {
  /** Does the provider take it as a key that exists and is switched on? */
  key: 'accepted' | 'rejected' | 'unknown'
  /** Can it do its work now? `limited`: some of it. */
  use: 'ready' | 'limited' | 'blocked' | 'unknown'
  cause: Cause
  /** The provider's own words, with anything key-like scrubbed. */
  says: string
  requestId?: string
  retryAfterSeconds?: number
  detail?: { host?: string; scopes?: string[]; model?: string }
}

/** One verdict as it is kept and shown. */
export type VerdictSeen = Verdict & {
  /** When it was given, ms since the epoch. */
  at: number
  /** Since when this has been the case. */
  since: number
  /** "Not active yet, asking again": a fresh key that is refused. When the next try is. */
  retryAt?: number
  /** The last time it was known good, when it is not good now or could not be asked. */
  lastGoodAt?: number
  /** It was good before: a second look comes then, and nobody is alarmed until it agrees. */
  confirmAt?: number
  /** The latest try told nothing (network, place, provider's trouble); the verdict above is the last known one. */
  trouble?: { cause: Cause; at: number; says: string }
  /** Why it says so. */
  evidence?: Evidence[]
}

/** One question and what came of it. */
export type Evidence = Verdict & {
  probe: ProbeId
  at: number
  /** Absent when no answer came. */
  status?: number
  milliseconds: number
}

export type Answer = {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  body: string
}

export type ProblemCode =
  | 'empty'
  | 'blank_inside'
  | 'line_break'
  | 'invisible_character'
  | 'curly_quote'
  | 'not_ascii'
  | 'wrapped'
  | 'url'
  | 'prose'
  | 'masked'
  | 'truncated'
  | 'placeholder'
  | 'not_a_key'

export type KeyKind = 'project' | 'user' | 'service' | 'admin' | 'legacy' | 'session' | 'oauth' | 'plain'

export type Recognised = {
  /** Whose it looks like: known by a name or by a shape that one provider alone uses, unless there is a `question`. */
  provider?: ProviderId
  kind?: KeyKind
  /** Why the person has to be asked whose it is. Until then nothing is saved under `provider` or sent there. */
  question?: string
  /** The cleaned key: what would be sent. Absent when no key can be seen in the text. */
  key?: string
  problems: { code: ProblemCode; message: string }[]
}
