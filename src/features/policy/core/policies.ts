/**
 * The policies that there are, and how they are read. For the worker alone: screens are told what came of it, and rules about it are in
 * policy.ts.
 */
import * as v from 'valibot'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const yesOrNo = v.boolean()
/** Nothing in it hides or turns around what stands beside it. */
const short = v.pipe(v.string(), v.maxLength(200), v.regex(/^\P{C}*$/u))
const names = v.pipe(v.array(short), v.maxLength(200))

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
  /** The kinds of file in a project that a key may be written into: `env`, `encrypted`, or none. */
  projectFiles: names,
  /** What may carry keys to the person's other devices: `folder`, or nothing. */
  syncCarriers: names,
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
/** As the worker publishes it for screens. */
export type PolicyReading = { policy: Policy; notUnderstood: PolicyName[] }

/** What is not as it should be is not used, and named. */
export function readPolicy(managed: Readonly<Record<string, unknown>>): PolicyReading {
  const policy: Record<string, unknown> = {}
  const notUnderstood: PolicyName[] = []
  for (const name of Object.keys(policies) as PolicyName[]) {
    if (managed[name] === undefined) continue
    const { success, output } = v.safeParse(policies[name], managed[name])
    if (success) policy[name] = output
    else notUnderstood.push(name)
  }
  return { policy, notUnderstood }
}
