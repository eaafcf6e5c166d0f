/** What a pasted text is good for: a key with its provider, or the reason why not. Pure. */

import type { Failure } from '../extension/messages.ts'
import { t } from '../extension/texts.ts'
import type { KeyKind, ProviderId, Recognised } from '../providers/verdict.ts'
import { fail } from './copy-effects.ts'

type Pasted = { key: string; provider: ProviderId; kind?: KeyKind }

/** @param said the person's word on whose key it is, for a shape that does not tell */
export function readPasted(seen: Recognised, said: ProviderId | undefined): Pasted | Failure {
  const [problem] = seen.problems
  // Beside a key of a known provider `not_a_key` means a sign-in token; without a provider it means "can't tell".
  const bad = seen.problems.find(
    ({ code }) =>
      code === 'masked' || code === 'truncated' || (code === 'not_a_key' && seen.provider !== undefined),
  )
  if (bad) return fail(bad.code, bad.message)
  if (seen.key === undefined)
    return fail(problem?.code ?? 'not_a_key', problem?.message ?? t('Keyway sees no API key in this text.'))
  const provider = said ?? seen.provider
  if (!provider)
    return fail('whose', t('This may be a key, but its shape does not tell whose. Choose the provider.'))
  return { key: seen.key, provider, ...(seen.kind && { kind: seen.kind }) }
}
