/** Who speaks in an answer: the provider, or a program between, which signs its answers. Pure. */
import { isObject, type Provider } from '../provider.ts'
import type { AnswerRules } from './answer-rules.ts'
import type { ParsedError } from './parsed-error.ts'

/** Was it made by something between us and the provider, which speaks of its own keys? */
export function isBetween(
  provider: Provider,
  { value, messages, codes }: ParsedError,
  headers: Record<string, string>,
  rules: AnswerRules,
): boolean {
  const names = isObject(value) ? Object.keys(value) : []
  if (provider.local) return false
  if (
    names.some(name => rules.frame.test(name)) ||
    Object.entries(headers).some(header => rules.signature.test(header.join(': ')))
  )
    return true
  if (
    provider.bareFrame?.some(
      frame => frame.length === names.length && frame.every(name => names.includes(name)),
    ) === false &&
    messages.every(text => /^unauthorized\.?$/i.test(text))
  )
    return messages.length > 0
  // `{"message":"Invalid API key"}`: unless it sends to the provider's own site for another.
  return (
    provider.wrapsErrors === true &&
    names.length > 0 &&
    messages.length > 0 &&
    !messages.join().includes(new URL(provider.console).host) &&
    !codes.some(code => /[a-z]/i.test(code)) &&
    !names.some(name => /^(?:errors?|details?|title|result)$/i.test(name))
  )
}
