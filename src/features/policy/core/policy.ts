/**
 * What an organization may ask of Keyway on its computers, and what that does. A policy only tightens: beside the person's own
 * setting the stricter of the two holds, and nothing here can loosen anything. docs/policy.md says it for administrators.
 */
import * as v from 'valibot'
import { t } from '../../../i18n/t.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import { providers } from '../../../providers/list.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import type { RecordAbout } from '../../../vault/record.ts'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const yesOrNo = v.boolean()
const names = v.array(v.string())
const short = v.pipe(v.string(), v.maxLength(200))

/**
 * Every policy with what it may be; the browser's schema is made of this by the build. A switch works in one direction only: what
 * the other value says is so anyway.
 */
export const policies = {
  /** Different words of three letters or more that a new passphrase has to have. */
  passphraseWordsAtLeast: whole(2, 12),
  lockAfterMinutesAtMost: whole(1, 1440),
  /** `true`: as it always is. */
  lockWithSystem: yesOrNo,
  clearClipboardSecondsAtMost: whole(10, 120),
  /** `false`: each later copy of a key asks for a proof. */
  copyFreely: yesOrNo,
  /** Whose keys may be saved and asked about: ids as in docs/policy.md. */
  providers: names,
  /** `false`: no key of a server on this computer. */
  localServers: yesOrNo,
  /** `false`: keys leave in encrypted files only. */
  plaintextExport: yesOrNo,
  /** The kinds of file in a project that a key may be written into: `env`, or none. */
  projectFiles: names,
  /** `false`: nothing is checked while the vault is locked. */
  checksWhileLocked: yesOrNo,
  /** Days after which a key has to be replaced. */
  keyAgeDaysAtMost: whole(1, 3650),
  /** `true`: a key is saved with its expiry date only. */
  expiryRequired: yesOrNo,
  /** `false`: no page is opened when Keyway is installed. */
  welcomePage: yesOrNo,
  /** Whom to ask; `address`, where there is one, is an e-mail address or begins with https://. */
  help: v.object({
    name: short,
    address: v.optional(v.pipe(short, v.regex(/^(https:\/\/\S+|[^\s@:/]+@[^\s@]+)$/))),
  }),
}

export type PolicyName = keyof typeof policies
export type Policy = { [N in PolicyName]?: v.InferOutput<(typeof policies)[N]> }
export const policyNames = Object.keys(policies) as PolicyName[]

/** The policy as the worker's services ask for it. */
export type PolicyReader = {
  /** As far as it was read: for what follows later, when it comes. */
  known(): Policy
  /** Waits for the browser, which takes seconds at its start: for what cannot be taken back. */
  read(): Promise<Policy>
}

/** What is not as it should be is not used, and named. */
export function readPolicy(managed: Readonly<Record<string, unknown>>): {
  policy: Policy
  notUnderstood: PolicyName[]
} {
  const policy: Record<string, unknown> = {}
  const notUnderstood: PolicyName[] = []
  for (const name of policyNames) {
    if (managed[name] === undefined) continue
    const { success, output } = v.safeParse(policies[name], managed[name])
    if (success) policy[name] = output
    else notUnderstood.push(name)
  }
  return { policy, notUnderstood }
}

type Limited = { lockAfterMinutes?: number; clearAfterSeconds?: number; watchWhileLocked?: boolean }

/** The stricter of the person's settings and the organization's limits, each. */
export function tighten<S extends Limited>(settings: S, policy: Policy): S {
  const limited: Limited = { ...settings }
  for (const [name, most] of [
    ['lockAfterMinutes', policy.lockAfterMinutesAtMost],
    ['clearAfterSeconds', policy.clearClipboardSecondsAtMost],
  ] as const)
    if (most !== undefined && (limited[name] ?? 0) > most) limited[name] = most
  if (limited.watchWhileLocked && policy.checksWhileLocked === false) limited.watchWhileLocked = false
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
export const fileKinds = ['env'] as const
