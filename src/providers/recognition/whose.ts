/**
 * Whose key is it? A name (a variable, a heading, an address beside it, the person's word) outranks a shape that several
 * services share; a name that contradicts a certain shape, or that Keyway does not know, leaves it open, and the person is asked.
 * Nothing is sent anywhere before it is known. Pure.
 */
import { isKeptOnly, providers } from '../list.ts'
import type { KeyKind, ProviderId, Recognised } from '../verdict.ts'
import type { Named } from './services.ts'
import { shapes } from './shapes.ts'

export type Whose = {
  /** Whose it looks like. Only with `isCertain` may it be asked there. */
  provider?: ProviderId
  kind: KeyKind
  isCertain?: true
  /** What the names said, when that left it open. */
  named?: Named
}

const shapeOf = (key: string) => shapes.find(({ shape }) => shape.test(key))

/** Tokens of services that make no keys for models, or for others' alone: under a provider's name, too, they are not sent there. */
const strangers =
  /^(?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|[prs]k_(?:live|test)_|A[KS]IA[A-Z\d]{12}|ya29\.|csk-|sk-(?:lf|litellm)-|vck_|tvly-|jina_)/

/** The provider that alone makes keys of this shape. */
export function certainProvider(key: string): ProviderId | undefined {
  const found = shapeOf(key)
  return found && !found.isShared ? found.provider : undefined
}

/** The kind of a key whose provider is known. */
export const kindOf = (provider: ProviderId, key: string): KeyKind =>
  providers[provider].keys.find(({ shape }) => shape.test(key))?.kind ?? 'plain'

/** By its shape, and by what a person or a page said. A name that contradicts a certain shape leaves it open. */
export function whoseKey(key: string, named?: Named): Whose {
  const shape = shapeOf(key)
  const certain = certainProvider(key)
  if (named === undefined)
    return shape
      ? { provider: shape.provider, kind: shape.kind, ...(certain && { isCertain: true }) }
      : { kind: 'plain' }
  if (certain === undefined ? named === 'other' || strangers.test(key) : certain !== named)
    return { kind: 'plain', named }
  return { provider: named, kind: kindOf(named, key), isCertain: true }
}

/** The provider, when it need not be asked for. */
export const knownProvider = ({ provider, question }: Recognised): ProviderId | undefined =>
  question === undefined ? provider : undefined

/** What can be said of a stored key's provider, the latest answer included. */
export type Claimed = {
  provider: ProviderId
  secret: string
  providerConfirmed?: boolean
  verdict?: { key: string; lastGoodAt?: number }
}

/**
 * May its provider be asked about this key? Its shape is that provider's alone, or a name or the person said so, or the provider
 * has taken it before. A key with another provider's certain shape, or a token of such a service, never, whoever says so.
 */
export function isProviderKnown({ provider, secret, providerConfirmed, verdict }: Claimed): boolean {
  if (isKeptOnly({ provider })) return false
  // Of a server on this computer the key never leaves the computer, and only a person can have said that it is one.
  if (providers[provider].local) return true
  const certain = certainProvider(secret)
  if (certain !== undefined) return certain === provider
  if (strangers.test(secret)) return false
  return providerConfirmed === true || verdict?.key === 'accepted' || verdict?.lastGoodAt !== undefined
}

/** May it be kept under this provider? A key that is asked about nowhere goes nowhere, whatever its shape. */
export const mayBeKept = (key: Claimed): boolean => isKeptOnly(key) || isProviderKnown(key)
