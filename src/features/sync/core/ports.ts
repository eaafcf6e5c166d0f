/** What a sync run needs of the browser and of other services. Tests hand in their own, to try thousands of schedules of several devices. Types only. */
import type { Failure } from '../../../protocol/failure.ts'
import type { LocalVault } from '../../../vault/sync/local-changes.ts'
import type { SyncState, Value } from '../../../vault/sync/state.ts'
import type { VaultChanges } from '../../../vault/sync/vault-changes.ts'
import type { SyncCarrier } from '../../policy/core/policy.ts'

/** What the vault says of one key, without its secret. The stamps change with each change of what they stand for. */
export type LookedKey = { fields: Map<string, Value>; about: string; secret: string }
export type Look = Pick<LocalVault, 'unsure' | 'deleted'> & { keys: Map<string, LookedKey> }

/**
 * `handled`: deletions that are remembered, so that the vault need not name them again. `from`: names of the computers of which something new
 * was read.
 */
export type ApplyContext = { look: Look; sealed: Map<string, string>; handled: string[]; from: string[] }

/** One other device's file as it was found. */
export type Found =
  | { is: 'state'; device: string; name: string; sequence: number; at: number; state: SyncState }
  /** `garbage`: cut off, changed or not ours. `foreign`: of another sync space. `newer`: made by a newer Keyway. */
  | { is: 'garbage' | 'foreign' | 'newer'; file: string }
  /** Not read: there are too many files, or this one is too large. */
  | { is: 'skipped'; file: string; bytes: number }

/** A device's own part of the board. `at`: when it was written, ms since the epoch. */
export type OwnFile = { sequence: number; at: number; state: SyncState }
export type Board = {
  found: Found[]
  /** The number of this device's own file; undefined when it is not there as it was written. */
  own: number | undefined
  /**
   * This device's own file, where it opens and may not be what the device remembers: after its disk was restored from an older time, what
   * it has said since then stands there alone. Its number is gone on from.
   */
  former?: Pick<OwnFile, 'sequence' | 'state'> | undefined
  /** This device has a sync code or a name that stands on no carrier yet: the file that brings it has a number of its own. */
  hasNews?: boolean
  /** Is what this device wrote there what it would write for this state now? Left out: what it writes depends on the state alone. */
  isUpToDate?(state: SyncState): boolean
}
export type Carrier = {
  kind: SyncCarrier
  /**
   * All other devices' files, and what is there of this device's own.
   * @param given the latest number that this device remembers to have given its file
   */
  read(given: number): Promise<Board | Failure>
  /** `later`: it was written so short a time ago that this has to wait for a later run. */
  write(file: OwnFile): Promise<Failure | 'later' | undefined>
}

export type Heard = { name: string; sequence: number; at: number }
/** Something that a run did, for the list of what came from where. Times in ms since the epoch. */
export type SyncEvent = {
  at: number
  from: string[]
  added: number
  changed: number
  removed: number
  /** Keys that became one with another of the same secret. Absent in events of older versions. */
  merged?: number
}

/** What a device remembers between two runs. */
export type SyncMemory = {
  state: SyncState
  /** The tag of each key's secret, and the stamp that it was computed under. */
  tags: Map<string, { stamp: string; tag: string }>
  /** Deletions that are in the state already, though the vault may still name them. */
  handled: Set<string>
  heard: Map<string, Heard>
  /** Of this device's own file: counts its writes; what was in it; when it was written. */
  sequence: number
  pushed: string
  pushedAt: number
  events: SyncEvent[]
}

export type SyncPorts = {
  now(): number
  device: string
  memory: { read(): Promise<SyncMemory>; write(memory: SyncMemory): Promise<void> }
  vault: {
    look(): Promise<Look | Failure>
    /** Tag and sealed text of each of these keys' secrets. Those that cannot be read are left out. */
    sealSecrets(ids: string[]): Promise<Map<string, { tag: string; sealed: string }> | Failure>
    /** Of each tag the first text that opens as its secret; those of which none does are left out. */
    openTexts(offered: ReadonlyMap<string, string[]>): Promise<Map<string, string> | Failure>
    /** Does what it can; answers the ids of keys that were left as they are. */
    apply(changes: VaultChanges, context: ApplyContext): Promise<Set<string> | Failure>
  }
  /** Those that can be reached now. A run goes on with one while another fails. */
  carriers: Carrier[]
}
