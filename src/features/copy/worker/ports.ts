/** What the copy service needs of the browser and of other services. A test hands in its own and needs no browser. */
import type { Failure } from '../../../protocol/failure.ts'
import type { Items, LocalItems, SessionItems } from '../../../protocol/storage-keys.ts'
import type { VaultRecord } from '../../../vault/record.ts'

/** What a person gives to show that it is they. */
export type CopyProof = { passphrase: string } | { passkey: { credentialId: string; prf: string } }

export type CopyPorts = {
  now(): number
  random(bytes: number): Uint8Array
  newId(): string
  /** Resolves after so many milliseconds. */
  after(milliseconds: number): Promise<void>
  session: Items<SessionItems>
  local: Items<LocalItems>
  vault: {
    /** Whole, or why not: locked, unknown. */
    read(id: string): Promise<VaultRecord | Failure>
    proves(proof: CopyProof): Promise<boolean>
    /** Never throws: a note that could not be written must not lose the countdown. */
    noteCopied(id: string, copy: { at: number; salt: string; digest: string }): Promise<void>
    lastCopy(id: string): Promise<{ salt: string; digest: string } | undefined>
  }
  offscreen: { open(): Promise<void>; close(): Promise<void> }
  alarm: { set(name: string, at: number): Promise<void>; clear(name: string): Promise<void> }
  /** Counts down to that time on the toolbar button; null: no more. */
  badge(until: number | null): void
  canReadClipboard(): Promise<boolean>
  clearAfterSeconds(): Promise<number>
}
