/** What is known about a key after asking its provider. Types only; the readers are in this folder's other files. */
import type { Cause, KeyKind, ProbeId } from './answer.ts'
import type { ProviderId } from './list.ts'

export type { Answer, Cause, KeyKind, ProbeId } from './answer.ts'
export type { ProviderId } from './list.ts'

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
  | 'short'
  | 'ended'
  | 'placeholder'
  | 'not_a_key'

export type Recognised = {
  /** Whose it looks like: known by a name or by a shape that one provider alone uses, unless there is a `question`. */
  provider?: ProviderId
  kind?: KeyKind
  /** Of a key that is only kept: whose it is, by a shape that one service alone uses. */
  service?: { service: string; variable: string; webPage: string }
  /** Why the person has to be asked whose it is. Until then nothing is saved under `provider` or sent there. */
  question?: string
  /** The cleaned key: what would be sent. Absent when no key can be seen in the text. */
  key?: string
  problems: { code: ProblemCode; message: string }[]
}
