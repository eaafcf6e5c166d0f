/** Every storage key and what lies under it. Nothing else in the project names one. */
import type { ActivityEntry } from '../features/activity/core/activity.ts'
import type { Format } from '../features/copy/core/formats.ts'
import type { Claims, PageFacts, TourProgress, TourView } from '../features/guide/core/tour.ts'
import type { Capability } from '../features/health/core/capabilities.ts'
import type { HealthLocal, HealthState } from '../features/health/core/health-state.ts'
import type { PolicyReading } from '../features/policy/core/policies.ts'
import type { Description } from '../locator/description.ts'
import type { InboxKey } from '../vault/inbox.ts'
import type { NewRecord, VaultRecord } from '../vault/record.ts'
import type { CheckView, KeyRow, PendingKey, VaultStatus } from './published.ts'
import type { RowPatch } from './row-patch.ts'

/** A store of named items, each with its type; what a service is handed in place of the browser's own. */
export type Items<T> = {
  get<K extends keyof T>(key: K): Promise<T[K] | undefined>
  set<K extends keyof T>(key: K, value: T[K]): Promise<void>
  remove(...keys: (keyof T)[]): Promise<void>
}

/** `storage.session`: memory only, trusted contexts only, gone with the browser. Screens follow these. */
export type SessionItems = {
  /** Is there a vault, is it open, do checks go on while it is locked? */
  vault: VaultStatus
  /** The list as screens show it: no secrets. Removed at lock. */
  rows: KeyRow[]
  /** What has changed in a long list since it was written; `getSession('rows')` has it in it. */
  rowNews: RowPatch
  /** The open vault's key (base64). Only the vault service reads and writes it. */
  vaultKey: string
  /** Until when it may be used (ms since the epoch): an item of its own, so that moving it cannot bring back a key. */
  vaultUntil: number
  /** Since when it may be used. A time before that means that the clock was set back. */
  vaultFrom: number
  /** What the vault's header says, as it was proven when the vault was open last; absent: the usual ones. */
  protectedSettings: ProtectedSettings
  /** The public key that captured keys are sealed to while the vault is locked, as the vault told when it was open last. Not secret. */
  inboxKey: InboxKey
  /** The organization's policy, as it was read last; absent: there is none. */
  policy: PolicyReading
  /** The vault’s notices to the person since the browser was started, as sentences. */
  vaultNotices: string[]
  /** The whole vault has been looked through since the browser started. */
  vaultVerified: boolean
  /** A fresh proof was given; good until then. */
  provenUntil: number
  /**
   * What is checked after the lock, when its owner chose so: whole records, gone with the browser. The secret of a key whose revocation
   * is proven is empty. Only the vault service writes it.
   */
  watched: VaultRecord[]
  /** The watched keys were unsealed at the browser’s start and no vault was open since, so they were not compared with it yet. */
  watchedIsUnproven: true
  /** Captured or pasted keys that wait for the person's word: masked. Emptied at lock. */
  pending: PendingKey[]
  /** The masks of keys that the page shows, when it shows several or one that may be an example: the person chooses. */
  shownKeys: string[]
  /** A copy whose countdown runs. */
  copy: { keyId: string; until: number; canCompare: boolean } | null
  /** What the worker must know to clear that copy after it died: no secret, a salted digest. */
  copyJob: CopyJob | null
  /** Until when a fresh proof for a key is good: key id -> ms since the epoch. */
  copyProofs: Record<string, number>
  /** Something about the clipboard that the person should hear. */
  clipboardNote: { text: string } | null
  /** Records that wait for a vault to be made (`PendingKey.kept === 'memory'`). The only secrets here beside the vault's own. */
  pendingRecords: (NewRecord & { id: string })[]
  /** So that a key that is offered twice waits once: salted digest -> pending id. */
  pendingSeen: { salt: string; ids: Record<string, string> }
  /** Discarded while locked: dropped from the inbox at the next unlock. */
  pendingDiscarded: string[]
  /** The running guide as panel and popup mirror it. */
  tour: TourView | null
  /** The document a guide runs in, and what it said last. */
  tourPage: { tabId: number; facts: PageFacts } | null
  /** How the key ends that was captured while the guide runs: tells it from another that the page shows. Gone with the guide. */
  tourKey: { id: string; lastFour: string } | null
  /** What the worker has seen of the running guide’s keys, because a locked vault tells nothing and the progress on the disk is not trusted. */
  tourClaims: Claims
  /** The endings of keys that pages have reported in rows. After too many different ones, rows with new endings are ignored. */
  tourTails: string[]
  /** The same for the keys that pages said they show. */
  tourKeyTails: string[]
  /**
   * What a page asked for that would last; it does once the person says so in a screen of ours. `remember`: the target `name`
   * ('guide/target') looks like `description`. `not-again`: offer no guide by the pill.
   */
  pageAsks: { what: 'remember' | 'not-again'; name: string; look?: string; description?: Description }[]
  /** When a report on the page was asked for on its card (ms since the epoch). */
  reportAsked: number
  /** When pages had tabs opened (ms since the epoch). */
  pageTabs: number[]
  /** The same of questions to a provider. */
  pageChecks: number[]
  /** Checks under way and since when not watching. */
  checks: CheckView
  /** What a key answered when it was asked what it may do: scope -> answer; `note`: why there is none. Gone at lock. */
  rights: { id: string; answers: Record<string, Capability['answer']>; note?: string }
  /** What was done while the vault was locked: goes into its activity at the next unlock. Nothing secret. */
  activityWaiting: ActivityEntry[]
  /** The queue of checks and what goes with it. Only the health service writes it. */
  health: HealthState
}

/**
 * `storage.local` beside the vault's own items (which begin with `vault.`): nothing secret, and nothing that protects. `dataVersion` is
 * written with each of them: the number of their form. Who changes a form raises it, and has local-items.ts read the earlier one.
 */
export const dataVersion = 1

export type LocalItems = {
  /** Says that there should be a vault, and what is shown about it. Nothing secret. */
  vaultChoices: VaultChoices
  tour: TourProgress
  /** What the person pointed out by *Show me*: 'guide/target' -> description. No text of tables, no key, mail or id. */
  shown: Record<string, Description>
  settings: PlainSettings
  /** Guides that reached their receipt: guide id -> when last (ms since the epoch). */
  guidesDone: Record<string, number>
  /** Where checks have been stopped, and which reminders were given. */
  health: HealthLocal
  /** The person has answered “Keep checking while locked?” once; the answer itself is in the vault's header. */
  watchingAnswered: true
  /** A copy whose clearing is still due: found again when the browser was closed before the time. Its digest is in the vault. */
  copyLeft: {
    until: number
    keyId: string
    /** What this copy's digest was made with: tells it from an earlier one. Absent in what was written before 2026-11-23. */
    salt?: string
  }
}

export type CopyJob = {
  copy: string
  keyId: string
  format: Format
  /** When the clipboard is to be cleared; 0 until the offscreen document has pulled. */
  clearAt: number
  stage: 'waiting' | 'pulled' | 'copied'
  canCompare: boolean
  salt: string
  /** Absent until the text was made, and when nothing is known of what the clipboard holds. */
  digest?: string
}

export type VaultChoices = {
  createdAt: number
  lastBackupAt?: number
  /** Nothing has been watched since then (ms since the epoch). */
  notWatchingSince?: number
}

/** The vault's header keeps them, signed: who could change them could weaken what protects keys. */
export type ProtectedSettings = {
  /** Minutes without use after which the vault locks. */
  lockAfterMinutes: number
  /** Seconds until a copied key is cleared from the clipboard, 10 to 120. */
  clearAfterSeconds: number
  /** Minutes between checks of a key that has no interval of its own; 0 = never. */
  checkEveryMinutes: number
  /** Checks go on after the lock, with the watched keys in session memory. */
  watchWhileLocked: boolean
  /** And before the first unlock, with the watched keys sealed for this browser. Absent: no. Never without `watchWhileLocked`. */
  watchFromStart?: boolean
}

export const plainDefaults = {
  /** The person said "not again" to the pill that offers a guide. */
  offerDeclined: false as boolean,
  /** The person switched Keyway's drawing off on the platform's pages. */
  siteOff: false as boolean,
}

export type PlainSettings = typeof plainDefaults

export type Settings = PlainSettings & Omit<ProtectedSettings, 'watchWhileLocked' | 'watchFromStart'>

export const defaultSettings: Settings = {
  lockAfterMinutes: 15,
  clearAfterSeconds: 30,
  checkEveryMinutes: 360,
  ...plainDefaults,
}
