/** Reads a pasted text as a key and its provider, or says why it is none. Pure. */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { fail, isFailure } from '../../../protocol/failure.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import type { Provider } from '../../../providers/provider.ts'
import {
  addressForm,
  candidate,
  cutForm,
  isCut,
  isPlaceholder,
  maskedForm,
  prefixOnly,
} from '../../../providers/recognition/key-forms.ts'
import { knownProvider, whoseKey } from '../../../providers/recognition/whose.ts'
import { isSendable } from '../../../providers/request.ts'
import type { KeyKind, ProblemCode, ProviderId, Recognised } from '../../../providers/verdict.ts'

export type Pasted = { key: string; provider: ProviderId; kind?: KeyKind; baseUrl?: string }
type Given = { text: string; provider?: ProviderId | undefined; baseUrl?: string | undefined }

type Recognise = (text: string, provider?: ProviderId) => Recognised

/**
 * The worker accepts only a text that is a key and nothing else. The screen that takes a paste has already cut the key out of the text around
 * it, said what is wrong with it, and asked the person whose it is where that was not clear (src/providers/recognition/recognise.ts).
 */
export const recogniseBare: Recognise = (text, provider) => {
  const key = text.trim()
  const { isCertain, named: _, ...whose } = whoseKey(key, provider)
  const problem = wrongWith(key, whose.provider ?? provider, whose.kind)
  return problem
    ? { problems: [{ code: problem, message: '' }] }
    : { key, ...whose, ...(!isCertain && { question: whoseIsOpen.message }), problems: [] }
}

/** @param owner the provider, as recognised, as the person says, or as the key’s shape suggests */
function wrongWith(key: string, owner: ProviderId | undefined, kind: KeyKind): ProblemCode | undefined {
  if (key === '') return 'empty'
  const [first] = key.match(candidate) ?? []
  if (first === key && !prefixOnly.test(key) && !/[_-]{6,}/.test(key.slice(-8))) {
    // A sign-in token is no key.
    if (owner === 'openai' && kind === 'oauth') return 'not_a_key'
    return isCut(key) ? 'truncated' : undefined
  }
  if (addressForm.test(key)) return 'url'
  if (prefixOnly.test(key) || cutForm.test(key)) return 'truncated'
  if (isPlaceholder(key)) return 'placeholder'
  if (maskedForm.test(key)) return 'masked'
  // A text of no known shape counts as a key when the person says whose it is, or when it looks like nothing else.
  const mayBe = owner !== undefined || (key.length >= 16 && /[A-Za-z]/.test(key) && /\d/.test(key))
  const isBare = (!first || first === key) && !/(?:key|token|secret|authorization)=+[^=]/i.test(key)
  return mayBe && isBare && /^[\w.~+/=-]{8,}$/.test(key) ? undefined : 'not_a_key'
}

/**
 * @param given `provider`: whose key it is, as the person says, for a shape that does not tell; `baseUrl`: the address, where
 *   it is not the provider’s usual one
 */
export function readPasted(recognise: Recognise, given: Given): Pasted | Failure {
  const key =
    given.provider && isAnyTaken(providers[given.provider]) ? anyKey(given) : readKey(recognise, given)
  if (isFailure(key) || !given.baseUrl) return key
  const baseUrl = baseUrlOf({ provider: key.provider, baseUrl: given.baseUrl })
  return baseUrl === null ? notItsAddress : { ...key, baseUrl }
}

const isAnyTaken = ({ local, isKeptOnly }: Provider) => local || isKeptOnly

/** A key of an unlisted service: any text that fits into a header. A server on this computer may have no key at all. */
function anyKey({ text, provider = 'ollama' }: Given): Pasted | Failure {
  // Client libraries insist on some key even where the server asks for none.
  const key = text.trim() || (providers[provider].local ? 'none' : '')
  return key !== '' && isSendable(key)
    ? { key, provider }
    : fail('not_a_key', t('No request can carry this key.'))
}

function readKey(recognise: Recognise, given: Given): Pasted | Failure {
  const seen = recognise(given.text, given.provider)
  // The screen has already told the person what exactly is wrong, before it sent anything.
  if (seen.key === undefined)
    return fail(seen.problems[0]?.code ?? 'not_a_key', t('Keyway sees no whole API key in this text.'))
  const provider = knownProvider(seen)
  if (!provider && given.provider) return notTheirs
  if (!provider) return whoseIsOpen
  return { key: seen.key, provider, ...(seen.kind && { kind: seen.kind }) }
}

/** A shape that only one provider uses decides whose the key is, whatever the person says. */
export const notTheirs = fail(
  'not_theirs',
  t('A key looks like another provider’s than the one you chose. Nothing was saved.'),
)

export const whoseIsOpen = fail('whose', t('Nothing was sent: choose whose key this is.'))

/** Keyway sends requests only to addresses of a fixed list. */
export const notItsAddress = fail(
  'not_its_address',
  t('Keys go to their own provider only, and to servers on this computer: {numbers} or {name}.', {
    numbers: 'http://127.0.0.1',
    name: 'http://localhost',
  }),
)
