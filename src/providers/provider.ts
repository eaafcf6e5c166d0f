/** What a provider's file holds: mostly data. Adding a provider is one such file and one line in list.ts (docs/adding-a-provider.md). */
import type { Cause, KeyKind, ProbeId } from './answer.ts'
import type { ParsedError } from './answers/parsed-error.ts'

/** A sentence and what it means; with a status, only there. */
export type Phrase = readonly [RegExp, Cause, number?]

/** One request that asks about a key and cannot cost anything. */
export type Probe = {
  method: 'GET' | 'POST'
  /** Below the base URL, with its leading slash. */
  path: string
  /** JSON to send; unmistakably invalid for its endpoint, so that it can never become a billable request. */
  body?: Readonly<Record<string, unknown>>
  /** Name of the field that takes a model's name from the key's own list. */
  modelField?: string
}

export type Provider<Id extends string = string> = {
  id: Id
  /** As its makers write it. */
  name: string
  /** As people call it, where that is shorter. */
  shortName?: string
  /**
   * By what a variable, a heading or a note names it; `|` between names, a blank where a name may be written apart: "open ai" is
   * `OpenAI`, `OPEN_AI` and `openai`.
   */
  calledAs: string
  /** Where keys are made and revoked. */
  console: string
  /** With its version path; a record's own baseUrl replaces it. */
  baseUrl: string
  /** Any other host that a key of this provider may be sent to. */
  otherHosts?: RegExp
  /** Runs on the person's own machine: a key is optional, the base URL is on loopback. */
  local?: true
  /** Its keys are kept, and no request about them exists: there is no address, no page and no probe. */
  isKeptOnly?: true
  /** How the key travels. */
  auth: { header: string; scheme?: 'Bearer' }
  headers?: Readonly<Record<string, string>>
  /** What its keys look like, most particular first. Length is never a reason to refuse. */
  keys: readonly {
    shape: RegExp
    kind: KeyKind
    /** Other services' keys look the same: the shape alone does not tell whose it is. */
    isShared?: true
  }[]
  /** The shape of its keys that have no mark of their own: such a key counts as its only under its name or at its address. */
  unmarked?: RegExp
  /** A key of this shape by itself could be several providers'. */
  needsContext?: true
  /** The heading of an .env line, as its documentation has it. */
  variable: string
  /** The same for an admin key, where it is another one. */
  adminVariable?: string
  /** `models` asks whether the key is taken. */
  probes: Readonly<Partial<Record<ProbeId, Probe>>>
  /** For keys of this kind `models` is not the right question. */
  probeFor?: Readonly<Partial<Record<KeyKind, ProbeId>>>
  /** Its own codes on top of the common ones, letters and digits only, lower case. */
  codes?: Readonly<Record<string, Cause>>
  /** Its own sentences, tried before the common ones, after words that say the same were made one: “was” and “are” are “is” (answer-rules.ts). */
  phrases?: readonly Phrase[]
  /** Its errors lie under a name of their own: a bare message was made by something between. */
  wrapsErrors?: true
  /** The fields of its answers that say “Unauthorized” and no more, in any order: in another frame something between said it. */
  bareFrame?: readonly (readonly string[])[]
  /** Its own statuses, when nothing was said. */
  statuses?: Readonly<Record<number, Cause>>
  /** Is this JSON really the success that the probe asked for? */
  isSuccess?: (probe: ProbeId, value: unknown) => boolean
  /** What a success says beside "taken": money left, say. `undefined`: nothing. */
  reads?: (probe: ProbeId, value: unknown, said: ParsedError) => Cause | 'ready' | undefined
}

export const defineProvider = <const Id extends string>(provider: Provider<Id>): Provider<Id> => provider

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `{"object":"list","data":[…]}` and its relatives. */
export const isList = (value: unknown): boolean =>
  isObject(value) && (value.object === 'list' || Array.isArray(value.data) || Array.isArray(value.models))
