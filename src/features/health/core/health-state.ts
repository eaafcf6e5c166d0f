/** What the health service stores: the queue in session memory, and in local storage what must still be there after the browser was closed. No secret, no label. */
import type { KeyKind, ProviderId, VerdictSeen } from '../../../providers/verdict.ts'
import type { HealthNote } from '../worker/health-note.ts'
import { emptyQueue, type Job, type Queue } from './queue.ts'
import type { Reminder, Told } from './reminders.ts'

export type HealthState = {
  queue: Queue
  /** Verdicts that came in while locked: newer than the vault's. */
  seen: Record<string, VerdictSeen>
  /** The account that an answer about a key named last. */
  accounts: Record<string, string>
  notices: Notice[]
  /** What counts as reminded of once these notices are shown. */
  told?: Told
  /** Everything is being asked about: those not asked since then are still to come. The queue holds only the next few. */
  sweep?: Sweep
  /** Keys that could not even be asked about: left alone until then. */
  hold: Record<string, number>
  attention: number
  /** Results from while it was locked, unsealed and not yet written. */
  incoming: HealthNote[]
  /** How far this computer's clock is ahead, in ms, when it is far. */
  clockAhead?: number | undefined
  /** When that was told, by this computer's clock. */
  clockToldAt?: number
  /** Keys that should be dead, and how far the proof is. */
  dead: Record<string, RevocationCheck>
}

/** `at`: when it began (ms since the epoch). */
export type Sweep = { why: 'asked' | 'due'; at: number; askMoney: boolean }

/** `refused`: once; a second time is the proof. */
export type RevocationCheck = {
  since: number
  tries: number
  nextAt?: number
  refused?: boolean
  deadAt?: number
  gaveUpAt?: number
}

export const isUndecided = (check: RevocationCheck | undefined): check is RevocationCheck =>
  check !== undefined && !(check.deadAt ?? check.gaveUpAt)

/** Was this check made for another reason while the proof of the key’s revocation is open? Then the proof comes next and does not wait for this check’s second look. */
export const awaitsRevocationProof = (state: Pick<HealthState, 'dead'>, { id, why }: Job): boolean =>
  why !== 'dead' && isUndecided(state.dead[id])

export const emptyHealth: HealthState = {
  queue: emptyQueue,
  seen: {},
  accounts: {},
  notices: [],
  hold: {},
  attention: 0,
  incoming: [],
  dead: {},
}

export type HealthLocal = {
  /** Providers that are not asked again until the person says so (region), and since when. */
  stopped?: Partial<Record<ProviderId, number>>
  /** A request that must not be able to succeed did: nothing of the kind is asked any more. */
  spendStopped?: number
  /** Reminders that were given. */
  told?: Told
}

/** Something the person should hear. */
export type Notice = {
  keyId: string
  /** Looked up when it is told; absent while the vault is locked. */
  label?: string | undefined
  kind: 'bad' | 'good' | 'dead' | 'not_dead' | 'reminder' | 'spend_answered'
  /** What to say of it, when the verdict does not. */
  text?: string
  reminder?: Reminder
  verdict?: Pick<VerdictSeen, 'key' | 'use' | 'cause' | 'detail'>
  provider: ProviderId
  keyKind?: KeyKind
  guide?: string
}
