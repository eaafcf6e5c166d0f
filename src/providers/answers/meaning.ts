/**
 * What codes and sentences mean by the rules of answer-rules.ts: codes first, then types, then the stable parts of sentences; asked last
 * of all, of refusals alone, what a sentence speaks of. That never makes a key rejected: whoever reads a sentence this loosely may be
 * mistaken, but nobody loses a key by it.
 */
import { findEntry } from '../../i18n/find-entry.ts'
import type { Phrase, Provider } from '../provider.ts'
import type { Cause } from '../verdict.ts'
import type { AnswerRules } from './answer-rules.ts'
import { canSay } from './causes.ts'
import { hide } from './scrub.ts'

/** Letters and digits only, lower case: `APIKeyInvalid`, `api_key_invalid` and `API-KEY-INVALID` are one. */
export const letters = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Said of the provider, not of the key; asked last, after the sentences. */
export const troubleCodes: ReadonlySet<string> = new Set(
  'server_error internal_server_error internal_error service_unavailable_error service_unavailable server_is_overloaded overloaded_error overloaded engine_overloaded api_error unavailable internal deadline_exceeded bad_gateway gateway_timeout timeout_error upstream_error'
    .split(' ')
    .map(letters),
)

/** `Unknown key "foo"` is about a field of the body. */
const aField = /\b(?:key|token)\s*['"`]/i

const sentences = (text: string): string[] =>
  text.split(/(?<=[.!?]|;(?! it\b))\s+|(?<=\[hidden\])\s+(?=[A-Z])|\n/)

/** What a code says, as a sentence: `user_keys_disabled`, `ModelNotFound`. */
const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-./:]+/g, ' ')

/** A code that is a sentence, or a status's name, is often the same for everything. */
const isVague = (code: string): boolean => /\s|^permission.denied$/i.test(code)

/** Links and the echo of what was sent are no statements; and ways to say the same are made one. */
const plain = (message: string, { alike }: AnswerRules): string =>
  alike.reduce(
    (text, [words, one]) => text.replace(words, one),
    hide(
      message
        .slice(0, 4000)
        .replace(/https?:\/\/(?![\w-]+\.api\.)\S+|\bwww\.\S+/gi, ' ')
        .replace(/\b(?:ai|platform|console|docs|help)\.[\w./-]+/gi, ' ')
        .replace(/\?(?=\s|$)/g, ' ?')
        .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,}\b/gi, ' your ip '),
    ),
  )

/** Is it said without "if" and "may"? */
export const flatly = (message: string, rules: AnswerRules, test: (sentence: string) => boolean): boolean =>
  sentences(plain(message, rules)).some(sentence => !rules.notFlat.test(sentence) && test(sentence))

export function meaningOfSentence(
  message: string,
  phrases: readonly Phrase[],
  status: number,
  rules: AnswerRules,
): Cause | undefined {
  const text = plain(message, rules)
  const refused = status === 401 || status === 403
  for (const [pattern, cause, only] of phrases)
    if ((only === undefined || only === status) && pattern.test(text)) return cause
  for (const [pattern, cause] of rules.phrases) if (pattern.test(text)) return cause
  if (rules.elsewhere.test(text)) return undefined
  // What is quoted, or follows “the tool failed:”, was said by somebody else.
  const own = plain(message.replace(rules.quoted, ' '), rules)
  const lead = rules.lead.exec(own)
  for (const sentence of sentences(lead ? own.slice(0, lead.index + lead[0].length) : own)) {
    if (rules.notFlat.test(sentence)) continue
    if (rules.terminated.test(sentence)) return 'access_terminated'
    if (rules.deactivated.test(sentence)) return 'account_deactivated'
    if (rules.expired.test(sentence) || (refused && rules.bareExpired.test(sentence))) return 'expired_key'
    if (
      rules.invalid.test(sentence) ||
      (refused && rules.bareInvalid.test(sentence) && !aField.test(message))
    )
      return 'invalid_key'
  }
  // "Missing, invalid, or expired" names no one of them.
  if (rules.missing.test(text) && !/missing, /i.test(text)) return 'malformed_key'
  return undefined
}

/** Of the listed codes, and of those whose words say it as well: `key_was_revoked`, `ip_address_not_whitelisted`. */
export function meaningOfCode(
  code: string,
  status: number,
  { codes = {}, phrases = [] }: Pick<Provider, 'codes' | 'phrases'>,
  rules: AnswerRules,
): Cause | undefined {
  const name = letters(code)
  // What refuses a request's form names its fields: an `invalid_key` is the API key only where the request itself is refused.
  if (status !== 401 && status !== 403 && /^(?!.*api).*key(?!type)/.test(name)) return undefined
  if (/^model_/.test(code)) return 'model_unavailable'
  const listed = findEntry(codes, name) ?? findEntry(rules.codes, name)
  if (listed || isVague(code)) return listed
  return meaningOfSentence(words(code), phrases, status, rules)
}

/** @param status only of a refusal: what a request lacked is said in the same words, at 400 and 422 */
export function meaningByTopic(
  { messages, codes }: Record<'messages' | 'codes', readonly string[]>,
  status: number,
  rules: AnswerRules,
): Cause | undefined {
  if (![401, 402, 403, 404, 421, 429].includes(status)) return undefined
  const text = plain([...messages, ...codes.map(words)].join('. '), rules)
  if (
    status !== 429 &&
    /temporarily|maintenance|维护|migrat|not responding|our (?:side|end)|problems/i.test(text)
  )
    return 'provider_trouble'
  // A refusal that names the provider's host for another region, in whatever words, sends there.
  if (/\b(?:[a-z]{2}(?:-\w+)*\.api|api\.[a-z]{2}(?:-\w+)*)\.\w+\.\w/i.test(text)) return 'wrong_host'
  const topicOf = (sentence: string) =>
    rules.topics.find(([topic, cause]) => canSay(cause, status) && topic.test(sentence))?.[1]
  for (const sentence of sentences(text)) {
    const cause =
      rules.isAdvice.test(sentence) || !rules.isWrong.test(sentence) ? undefined : topicOf(sentence)
    if (cause) return cause
  }
  return undefined
}
