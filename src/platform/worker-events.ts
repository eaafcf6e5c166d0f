/**
 * What one service of the worker lets the others know. Services are handed `tell`; src/entries/background alone says who hears of
 * what, so nothing in the worker listens to its own storage or sends itself a message.
 */
import type { KeyRow, VaultStatus } from '../protocol/published.ts'

/** Each event with what comes with it. It is told once the stored state says the same. */
export type WorkerEvents = {
  unlocked: undefined
  locked: undefined
  /** What screens may know of the vault. */
  vaultShown: VaultStatus
  /** The whole list, as screens see it. */
  keysShown: readonly KeyRow[]
  /** Locking time and the like, as the vault's header has them now. */
  protectedSettingsChanged: undefined
  /** Keys that wait for the person's word came, went or are shown otherwise. */
  waitingKeysChanged: undefined
  /** The id of a key that was taken from a page or pasted, and waits. */
  keyCaptured: string
  /** The id of a key that is in the vault now. */
  keySaved: string
  /** A key told what it may do. */
  permissionsAnswered: undefined
}

type Named = keyof WorkerEvents
export type Tell = <E extends Named>(
  ...event: WorkerEvents[E] extends undefined ? [name: E] : [name: E, value: WorkerEvents[E]]
) => Promise<unknown>

export function createWorkerEvents() {
  const listeners = new Map<Named, ((value: never) => unknown)[]>()
  const tell: Tell = (name, value?: unknown) =>
    Promise.allSettled((listeners.get(name) ?? []).map(async hear => hear(value as never)))
  return {
    /** Register in the worker's first turn. `hear` runs in the teller's turn; that it fails or waits keeps no other from hearing. */
    on<E extends Named>(names: E | readonly E[], hear: (value: WorkerEvents[E]) => unknown): void {
      for (const name of [names].flat() as E[]) listeners.set(name, [...(listeners.get(name) ?? []), hear])
    },
    /** Never throws. @returns when all have heard, for who wants to wait: never inside a queue that a listener may wait for. */
    tell,
  }
}
