/** No answer at all. The browser gives one message for no connection, no DNS, a refused redirect and a CORS refusal: no cause is claimed. */

import type { ProviderId, Verdict } from '../verdict.ts'
import { verdictOf } from './read-answer.ts'
import { scrub } from './scrub.ts'

export function readFailure(
  _provider: ProviderId,
  failure: { name: string; message: string; online: boolean },
): Verdict {
  const { name, message, online } = failure
  // The browser prints the header, key and all: none of its words are kept.
  if (
    /non ISO-8859-1|invalid (?:header )?value|invalid character|not a legal HTTP header|ByteString/i.test(
      message,
    )
  )
    return verdictOf('malformed_key')
  if (/CLIENT_AUTH_CERT|certificate required/i.test(message))
    return verdictOf('client_certificate_required', scrub(message), { key: 'unknown', use: 'unknown' })
  // What is left are the browser's words (“Failed to fetch”): screens would quote them as the provider's.
  if (!online) return verdictOf('network')
  if (name === 'TimeoutError' || name === 'AbortError' || /timed? ?out|ETIMEDOUT/i.test(message))
    return verdictOf('timeout')
  return verdictOf('network')
}
