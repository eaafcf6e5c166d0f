/** What the health service needs of the browser and of other services. A test hands in its own and needs no browser. */
import type { Tell } from '../../../platform/worker-events.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { Items, LocalItems, SessionItems, Settings } from '../../../protocol/storage-keys.ts'
import type { RecordAbout, VaultRecord } from '../../../vault/record.ts'
import type { AskPorts } from '../core/ask.ts'
import type { Notice } from '../core/health-state.ts'
import type { HealthNote } from './health-note.ts'

export type HealthPorts = AskPorts & {
  /** From 0 to 1. */
  random(): number
  after(milliseconds: number, work: () => unknown): void
  session: Items<SessionItems>
  local: Items<LocalItems>
  settings(): Promise<Settings>
  alarm: { set(name: string, at: number): Promise<void>; clear(name: string): Promise<void> }
  /** Has the person let us ask this host? */
  permitted(origin: string): Promise<boolean>
  vault: {
    isOpen(): Promise<boolean>
    /** What may be asked about now: every key while open, the watched ones while locked, else none. */
    abouts(): Promise<RecordAbout[]>
    read(id: string): Promise<VaultRecord | Failure>
    /** Writes what is known of a key, with its history in the same step, and shows it. */
    save(
      id: string,
      patch: Partial<RecordAbout>,
      history: (stored: unknown[]) => unknown[],
    ): Promise<RecordAbout | Failure>
    /** Works while locked. */
    sealNote(note: HealthNote): Promise<unknown>
    /** What came in while locked, oldest first; gone when `work` is done. */
    notes(work: (notes: HealthNote[]) => Promise<void>): Promise<unknown>
  }
  /** Ready to tell at once. */
  teller(): Promise<(notices: Notice[]) => Promise<void>>
  attention(count: number): void
  tell: Tell
}
