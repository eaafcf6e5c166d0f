/** What the vault service needs of the browser and of other services. A test hands in its own and needs no browser. */
import type { Tell } from '../../../platform/worker-events.ts'
import type { Items, LocalItems, SessionItems } from '../../../protocol/storage-keys.ts'
import type { VaultOptions } from '../../../vault/index.ts'
import type { Store } from '../../../vault/record.ts'
import type { PolicyReader } from '../../policy/core/policy.ts'

export type VaultPorts = {
  now(): number
  /** `storage.local`; the mirror in IndexedDB is among the options. */
  store: Store
  options: VaultOptions
  session: Items<SessionItems>
  local: Items<LocalItems>
  /** "There was a vault here", kept apart from both of its copies. */
  marker: { set(): Promise<void>; has(): Promise<boolean>; clear(): Promise<void> }
  /** These keys are gone for good. */
  purged(ids: string[]): void
  /** Resolves after so many milliseconds. */
  after(milliseconds: number): Promise<void>
  tell: Tell
  policy: PolicyReader
  /** What is checked before the first unlock: sealed, with the key for it. `drop` leaves nothing of it on the disk. */
  sealedWatch: {
    get(names: string | null): Promise<Record<string, unknown>>
    set(items: Record<string, unknown>): Promise<void>
    drop(): Promise<void>
  }
  alarm: { set(name: string, at: number): Promise<void>; clear(name: string): Promise<void> }
}

/** How long (ms) a lock waits for what was under way. */
export const patience = 5_000

export type Turn = <T>(work: () => Promise<T>) => Promise<T>
export const atOnce: Turn = work => work()
