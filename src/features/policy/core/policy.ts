/**
 * What an organization may ask of Keyway on its computers, and what that does. A policy only tightens: beside the person's own
 * setting the stricter of the two holds, and nothing here can loosen anything. docs/policy.md says it for administrators.
 */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import { providers } from '../../../providers/list.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import type { RecordAbout } from '../../../vault/record.ts'
import type { Policy } from './policies.ts'

export type { Policy } from './policies.ts'

/** The policy as the worker's services ask for it. */
export type PolicyReader = {
  /** As far as it was read: for what follows later, when it comes. */
  known(): Policy
  /** Waits for the browser, which takes seconds at its start: for what cannot be taken back. */
  read(): Promise<Policy>
}

type Limited = {
  lockAfterMinutes?: number
  clearAfterSeconds?: number
  watchWhileLocked?: boolean
  watchFromStart?: boolean
}

/** The stricter of the person's settings and the organization's limits, each. */
export function tighten<S extends Limited>(settings: S, policy: Policy): S {
  const limited: Limited = { ...settings }
  for (const [name, most] of [
    ['lockAfterMinutes', policy.lockAfterMinutesAtMost],
    ['clearAfterSeconds', policy.clearClipboardSecondsAtMost],
  ] as const)
    if (most !== undefined && (limited[name] ?? 0) > most) limited[name] = most
  if (policy.checksWhileLocked === false)
    for (const name of ['watchWhileLocked', 'watchFromStart'] as const)
      if (limited[name]) limited[name] = false
  return limited as S
}

/** The same for what is said about a key. A server on this computer has no key that grows old. */
export function tightenKey<K extends Pick<RecordAbout, 'provider' | 'createdAt' | 'copyFreely' | 'rotateBy'>>(
  key: K,
  { copyFreely, keyAgeDaysAtMost }: Policy,
): K {
  const limited = { ...key }
  if (copyFreely === false) delete limited.copyFreely
  if (keyAgeDaysAtMost !== undefined && !providers[key.provider].local)
    limited.rotateBy = Math.min(key.rotateBy ?? Infinity, key.createdAt + keyAgeDaysAtMost * 86_400_000)
  return limited
}

export const isAllowed = (provider: ProviderId, { providers: allowed, localServers }: Policy): boolean =>
  allowed?.includes(provider) !== false && !(localServers === false && providers[provider].local)

/** @param reason why the browser says that Keyway was installed */
export const opensWelcome = (reason: string, { welcomePage }: Policy): boolean =>
  reason === 'install' && welcomePage !== false

export const forbidden = fail('forbidden', t('Your organization does not allow this.'))

/** Why such a setting may not be asked for. */
export const refuseLooser = (patch: Limited, policy: Policy): Failure | undefined =>
  JSON.stringify(tighten(patch, policy)) === JSON.stringify(patch) ? undefined : forbidden

/** Why nothing may be asked with this key. */
export const refuseProvider = (
  { provider }: Pick<RecordAbout, 'provider'>,
  policy: Policy,
): Failure | undefined =>
  isAllowed(provider, policy)
    ? undefined
    : fail(
        'forbidden',
        t('Your organization does not allow keys of {name}.', { name: providers[provider].name }),
      )

/** Why this key may not be saved as it is. */
export const refuseKey = (
  key: Pick<RecordAbout, 'provider' | 'expiresAt'>,
  policy: Policy,
): Failure | undefined =>
  refuseProvider(key, policy) ??
  (policy.expiryRequired && key.expiresAt == null && !providers[key.provider].local
    ? fail('forbidden', t('Your organization wants an expiry date for each key.'))
    : undefined)

/** Kinds of file that Keyway writes into a project. */
export const fileKinds = ['env', 'encrypted'] as const
export type FileKind = (typeof fileKinds)[number]

/** Why a key may not be written into such a file. */
export const refuseFile = (kind: FileKind, { projectFiles }: Policy): Failure | undefined =>
  projectFiles?.includes(kind) === false ? forbidden : undefined

/** What can carry keys to the person's other devices: a folder, or the browser's own sync. */
export const syncKinds = ['folder', 'browser'] as const
export type SyncCarrier = (typeof syncKinds)[number]

export const allowedCarriers = ({ syncCarriers }: Policy): SyncCarrier[] =>
  syncKinds.filter(kind => syncCarriers?.includes(kind) ?? true)

/** Why nothing is synced, or not by this carrier. */
export const refuseSync = (policy: Policy, by?: SyncCarrier): Failure | undefined =>
  allowedCarriers(policy).some(kind => kind === (by ?? kind)) ? undefined : forbidden
