/** What the copy keeper needs of the world, so that its story can be told in a test without a browser. */
import type { Failure } from '../../../protocol/messages.ts'
import type { LocalItems, SessionItems } from '../../../protocol/storage-keys.ts'
import type { VaultRecord } from '../../../vault/record.ts'

export type Items<T> = {
  get<K extends keyof T>(key: K): Promise<T[K] | undefined>
  set<K extends keyof T>(key: K, value: T[K]): Promise<void>
  remove(...keys: (keyof T)[]): Promise<void>
}

/** What a person gives to show that it is they. */
export type CopyProof = { passphrase: string } | { passkey: { credentialId: string; prf: string } }

export type CopyEffects = {
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

export function fail(code: string, message: string): Failure {
  return { ok: false, code, message }
}

/** One after the other: two presses must not make two documents. */
export function inTurn(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }
}

export type Waiting<T> = {
  wait(id: string, from: Promise<unknown>): Promise<T | undefined>
  tell(id: string, value: T): void
}

/** Who waits for the offscreen document's word; undefined five seconds after `from` without one. */
export function waitingRoom<T>(after: (milliseconds: number) => Promise<void>): Waiting<T> {
  const waiting = new Map<string, (value: T) => void>()
  return {
    wait(id, from) {
      const told = new Promise<T>(resolve => waiting.set(id, resolve))
      const tooLong = from.then(() => after(5_000)).then(() => undefined)
      return Promise.race([told, tooLong]).finally(() => waiting.delete(id))
    },
    tell(id, value) {
      waiting.get(id)?.(value)
    },
  }
}
