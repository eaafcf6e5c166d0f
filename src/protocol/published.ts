/** What the worker publishes for screens to follow, through session storage. Types only; nothing here is a secret. */

import type { RevocationCheck } from '../features/health/core/health-state.ts'
import type { KeyKind, ProviderId } from '../providers/verdict.ts'
import type { RecordAbout, SlotView } from '../vault/record.ts'
import type { FailureCode } from './failure.ts'

export type VaultStatus = {
  status: 'none' | 'locked' | 'unlocked' | 'damaged' | 'too_new'
  /** The person's answer when the vault was made: do checks go on after the lock? */
  watchesWhileLocked?: boolean
  /** And before the first unlock too? */
  watchesFromStart?: boolean
  /** Nothing has been watched since then (ms since the epoch). */
  notWatchingSince?: number
  /** The ways to unlock that this vault has; nothing here is secret. */
  slots?: SlotView[]
  /** Sealed keys that wait in the inbox. */
  inboxCount: number
  lastBackupAt?: number
  /** Whole sentences for the person: what was repaired, what is lost. */
  notices?: string[]
}

export type { VerdictSeen } from '../providers/verdict.ts'

export type KeyRow = RecordAbout

/** What remains of a vault that does not open: how much each store holds, and what can be tried. */
export type DamageView = {
  /** Copies of what unlocks it, in browser storage and in the mirror. */
  heads: { browser: number; mirror: number }
  /** Sealed keys that are stored, whole or not. */
  keys: { browser: number; mirror: number }
  /** Keys that wait in the inbox. */
  waiting: number
  /** Ways to unlock that look whole. */
  ways: SlotView['kind'][]
  /** Vaults that were set aside by starting over: when (ms since the epoch), and how many keys they hold. Newest first. */
  aside: { at: number; keys: number }[]
}

export type PendingKey = {
  id: string
  provider: ProviderId
  kind?: KeyKind
  /** Prefix, dots and last four. */
  mask: string
  name?: string
  project?: string
  expiresAt?: number
  capturedAt: number
  /** `page`: offered by a press in a page, so perhaps by the page itself; `pull`: taken from it by a press in a screen of ours. */
  from: 'page' | 'pull' | 'paste'
  /** Offered by this document (the browser's id of it). */
  document?: string
  /** The address that the person typed for a key that was pasted while no vault was open. */
  baseUrl?: string
  /** `memory`: no vault yet, or `unsealed`; a crash would lose it. */
  kept: 'inbox' | 'memory'
  /** There is a vault, but it did not take the key: the vault's own code and sentence. */
  unsealed?: { code: FailureCode; message: string }
}

export type CheckView = {
  /** Keys that are being asked about right now. */
  running: string[]
  /** How many are due and wait for their turn. */
  waiting?: number
  /** Providers that are not asked until the person presses Test: since when. The place is not served. */
  stopped?: Partial<Record<ProviderId, number>>
  /** A request that must not be able to succeed did: money is not asked about any more. */
  spendStopped?: number
  /** This computer's clock is ahead of the provider's by so many ms: expiry times are off by as much. */
  clockAhead?: number
  /** Checks that a revocation took effect: key id -> how far they are. */
  dead?: Record<string, RevocationCheck>
}
