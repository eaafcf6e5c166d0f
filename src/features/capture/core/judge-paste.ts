/** What a pasted text is good for: a key with its provider, or the reason why not. Pure. */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { fail, isFailure } from '../../../protocol/failure.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import { isSendable } from '../../../providers/request.ts'
import type { KeyKind, ProviderId, Recognised } from '../../../providers/verdict.ts'

export type Pasted = { key: string; provider: ProviderId; kind?: KeyKind; baseUrl?: string }
type Given = { text: string; provider?: ProviderId | undefined; baseUrl?: string | undefined }

/**
 * @param given `provider`: the person's word on whose key it is, for a shape that does not tell; `baseUrl`: the address, where
 *   it is another one than the provider's usual
 */
export function readPasted(recognise: (text: string) => Recognised, given: Given): Pasted | Failure {
  const key = given.provider && providers[given.provider].local ? anyKey(given) : readKey(recognise, given)
  if (isFailure(key) || !given.baseUrl) return key
  const baseUrl = baseUrlOf({ provider: key.provider, baseUrl: given.baseUrl })
  return baseUrl === null ? notItsAddress : { ...key, baseUrl }
}

/** A server on this computer: any text that a header carries, and none where it asks for none. */
function anyKey({ text, provider = 'ollama' }: Given): Pasted | Failure {
  // Programs insist on some key all the same.
  const key = text.trim() || 'none'
  return isSendable(key) ? { key, provider } : fail('not_a_key', t('No request can carry this key.'))
}

function readKey(recognise: (text: string) => Recognised, given: Given): Pasted | Failure {
  const seen = recognise(given.text)
  const [problem] = seen.problems
  // Beside a key of a known provider `not_a_key` means a sign-in token; without a provider it means "can't tell".
  const bad = seen.problems.find(
    ({ code }) =>
      code === 'masked' || code === 'truncated' || (code === 'not_a_key' && seen.provider !== undefined),
  )
  if (bad) return fail(bad.code, bad.message)
  if (seen.key === undefined)
    return fail(problem?.code ?? 'not_a_key', problem?.message ?? t('Keyway sees no API key in this text.'))
  const provider = given.provider ?? seen.provider
  if (!provider)
    return fail('whose', t('This may be a key, but its shape does not tell whose. Choose the provider.'))
  return { key: seen.key, provider, ...(seen.kind && { kind: seen.kind }) }
}

/** Where data can go is a fixed list. */
export const notItsAddress = fail(
  'not_its_address',
  t('Keys go to their own provider only, and to servers on this computer: {numbers} or {name}.', {
    numbers: 'http://127.0.0.1',
    name: 'http://localhost',
  }),
)
