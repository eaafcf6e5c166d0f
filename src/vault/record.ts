/** The shapes that go into and come out of the vault. Types only. */
import type { KeyKind, ProviderId, VerdictSeen } from '../providers/verdict.ts'

/** Plain JSON values under string keys: `chrome.storage.local` as the vault sees it. */
export type Store = {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: string | string[]): Promise<void>
  /** All names, where that costs less than reading everything. */
  names?(): Promise<string[]>
}

/** Everything about a key but the key itself. Times are milliseconds since the epoch. */
export type RecordAbout = {
  id: string
  provider: ProviderId
  kind?: KeyKind
  label: string
  /** The last four characters of the secret, so that a list can be searched without opening it. */
  lastFour: string
  project?: string
  organization?: string
  environment?: string
  purpose?: string
  notes?: string
  tags?: string[]
  usedIn?: string[]
  /** The record id of the key that this one is kept ready for, of the same provider. */
  standbyFor?: string
  /** The platform's own id of the key (`key_…`). */
  trackingId?: string
  /** Of a key that is only kept: whose it is, the page where it is made and revoked (https), the variable that programs read. */
  service?: string
  webPage?: string
  variable?: string
  /** Host other than the provider's usual one: a regional host, or a server on loopback. */
  baseUrl?: string
  createdAt: number
  /** It was taken from the page that made it, or made by Keyway: `createdAt` is when it was made. */
  madeHere?: boolean
  /** Its name, its shape or the person says that it is `provider`'s; until then it is sent nowhere. */
  providerConfirmed?: boolean
  expiresAt?: number
  rotateBy?: number
  lastCopiedAt?: number
  copies?: number
  /** What is left of the last copy: enough to tell whether the clipboard still holds it. */
  lastCopy?: { salt: string; digest: string }
  /** The person said that later copies need no fresh proof. */
  copyFreely?: boolean
  /** Minutes between checks; 0 = never; absent = the default. */
  checkEveryMinutes?: number
  /** Models of the key's own list that are going away: name and day. */
  leaving?: { id: string; shutdownDate?: string }[]
  /** An admin key that has told what keys of this vault cost: the figures are in its history. */
  tellsCosts?: boolean
  /** Models that answered it in the 30 days before `at`, as the organization's usage told. */
  modelsUsed?: { at: number; ids: string[] }
  /** The last verdict, so that a list shows it without opening the history. */
  verdict?: VerdictSeen
}

export type VaultRecord = RecordAbout & { secret: string }

/** What a caller gives: id, createdAt and lastFour are filled in when absent. */
export type NewRecord = Omit<VaultRecord, 'id' | 'createdAt' | 'lastFour'> &
  Partial<Pick<VaultRecord, 'id' | 'createdAt' | 'lastFour'>>

/** What a screen may know of a way to unlock. `credentialId` and `prfSalt` (base64) only for passkeys. */
export type SlotView = {
  id: string
  kind: 'passphrase' | 'passkey' | 'recovery'
  createdAt: number
  credentialId?: string
  prfSalt?: string
}
