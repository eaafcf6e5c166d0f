/** What the worker publishes for screens to follow, through session storage. Types only; nothing here is a secret. */
import type { KeyKind, ProviderId, Verdict } from '../providers/verdict.ts'
import type { RecordAbout } from '../vault/record.ts'

export type VaultStatus = {
  status: 'none' | 'locked' | 'unlocked' | 'damaged' | 'too_new'
  /** Milliseconds since the epoch; the vault locks then unless used. */
  locksAt?: number
  /** The person's answer when the vault was made: do checks go on after the lock? */
  watchesWhileLocked?: boolean
  /** Nothing has been watched since then (ms since the epoch). */
  notWatchingSince?: number
  /** Sealed keys that wait in the inbox. */
  inboxCount: number
  lastBackupAt?: number
  /** Whole sentences for the person: what was repaired, what is lost. */
  notices?: string[]
}

/** One verdict as it is kept and shown. */
export type VerdictSeen = Verdict & {
  /** When it was given, ms since the epoch. */
  at: number
  /** Since when this has been the case. */
  since: number
  /** "Not active yet, asking again": a fresh key that is refused. When the next try is. */
  retryAt?: number
  /** The last time it was known good, when it is not good now or could not be asked. */
  lastGoodAt?: number
}

export type KeyRow = RecordAbout & { verdict?: VerdictSeen }

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
  from: 'page' | 'paste' | 'import'
  /** `memory`: no vault yet; a crash would lose it. */
  kept: 'inbox' | 'memory'
}

export type CheckView = { running: string[] }
