/** What a pasted text is good for: a key with its provider, or the reason why not. Pure. */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { fail, isFailure } from '../../../protocol/failure.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import type { Provider } from '../../../providers/provider.ts'
import { readKeyText } from '../../../providers/recognition/key-text.ts'
import { knownProvider, whoseKey } from '../../../providers/recognition/whose.ts'
import { isSendable } from '../../../providers/request.ts'
import type { KeyKind, ProviderId, Recognised } from '../../../providers/verdict.ts'

export type Pasted = { key: string; provider: ProviderId; kind?: KeyKind; baseUrl?: string }
type Given = { text: string; provider?: ProviderId | undefined; baseUrl?: string | undefined }

type Recognise = (text: string, provider?: ProviderId) => Recognised

/**
 * The worker's reading of a text: by shape, and by whose it was said to be. The screen that takes a paste has read every name in
 * it and asked the person where that left it open (src/providers/recognition/recognise.ts).
 */
export const recogniseBare: Recognise = (text, provider) =>
  readKeyText(text, {
    whose(key) {
      const { isCertain, named: _, ...whose } = whoseKey(key, provider)
      return isCertain ? whose : { ...whose, question: whoseIsOpen.message }
    },
    isExample: () => false,
    isRandom: () => provider !== undefined,
  })

/**
 * @param given `provider`: the person's word on whose key it is, for a shape that does not tell; `baseUrl`: the address, where
 *   it is another one than the provider's usual
 */
export function readPasted(recognise: Recognise, given: Given): Pasted | Failure {
  const key =
    given.provider && isAnyTaken(providers[given.provider]) ? anyKey(given) : readKey(recognise, given)
  if (isFailure(key) || !given.baseUrl) return key
  const baseUrl = baseUrlOf({ provider: key.provider, baseUrl: given.baseUrl })
  return baseUrl === null ? notItsAddress : { ...key, baseUrl }
}

const isAnyTaken = ({ local, isKeptOnly }: Provider) => local || isKeptOnly

/** Of another service any text that a header carries, of a server on this computer also none where it asks for none. */
function anyKey({ text, provider = 'ollama' }: Given): Pasted | Failure {
  // Programs insist on some key all the same.
  const key = text.trim() || (providers[provider].local ? 'none' : '')
  return key !== '' && isSendable(key)
    ? { key, provider }
    : fail('not_a_key', t('No request can carry this key.'))
}

function readKey(recognise: Recognise, given: Given): Pasted | Failure {
  const seen = recognise(given.text, given.provider)
  const [problem] = seen.problems
  // Beside a key of a known provider `not_a_key` means a sign-in token; without a provider it means "can't tell".
  const bad = seen.problems.find(
    ({ code }) =>
      code === 'masked' || code === 'truncated' || (code === 'not_a_key' && seen.provider !== undefined),
  )
  // What exactly is wrong the screen has said before it sent anything (src/providers/recognition/recognise.ts).
  if (bad || seen.key === undefined)
    return fail(bad?.code ?? problem?.code ?? 'not_a_key', t('Keyway sees no whole API key in this text.'))
  const provider = knownProvider(seen)
  if (!provider && given.provider) return notTheirs
  if (!provider) return whoseIsOpen
  return { key: seen.key, provider, ...(seen.kind && { kind: seen.kind }) }
}

/** A shape that is another provider's alone is not for anybody to say. */
export const notTheirs = fail(
  'not_theirs',
  t('A key has the shape of another provider’s than the one chosen for it. Nothing was saved.'),
)

export const whoseIsOpen = fail(
  'whose',
  t('Nothing was sent: Keyway does not know whose key this is. Choose the provider.'),
)

/** Where data can go is a fixed list. */
export const notItsAddress = fail(
  'not_its_address',
  t('Keys go to their own provider only, and to servers on this computer: {numbers} or {name}.', {
    numbers: 'http://127.0.0.1',
    name: 'http://localhost',
  }),
)
