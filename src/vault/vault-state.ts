/** What an open vault holds in memory, shared by the files that change it. Types only. */
import type { Bytes, Random } from './crypto/bytes.ts'
import type { Cost, Kdf } from './crypto/kdf.ts'
import type { RecordAbout } from './record.ts'
import type { Header, VaultSettings } from './stored/header.ts'
import type { Manifest, Scope } from './stored/manifest.ts'
import type { MirroredStore } from './stored/mirrored-store.ts'
import type { Part } from './stored/names.ts'

/** What one format version makes of each part of the one before; a part that is left out stays the same. */
export type Step = Partial<Record<Part, (value: unknown) => unknown>>

export type Inner = {
  stores: MirroredStore
  scope: Scope
  header: Header
  manifest: Manifest
  vaultKey: Bytes
  random: Random
  now: () => number
  kdf: Kdf
  cost: Cost
  noticeList: Set<string>
  /** What was opened for a list, by record id, as long as its stamp is the current one. */
  listed: Map<string, { stamp: string; about: RecordAbout }>
  /** The header may be half written: nothing is acknowledged until it is whole. */
  unsettled: boolean
  steps: readonly Step[]
  firstSettings: VaultSettings
}
