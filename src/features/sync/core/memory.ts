/** What a device remembers between two runs, as text; it is stored sealed. */
import { isObject } from '../../../vault/crypto/bytes.ts'
import { emptyState, readState, writeState } from '../../../vault/sync/state.ts'
import type { SyncMemory } from './ports.ts'

const freshMemory = (): SyncMemory => ({
  state: emptyState(),
  tags: new Map(),
  handled: new Set(),
  heard: new Map(),
  sequence: 0,
  pushed: '',
  pushedAt: 0,
  events: [],
})

export const writeMemory = (memory: SyncMemory): string =>
  JSON.stringify({
    ...memory,
    state: writeState(memory.state),
    tags: [...memory.tags],
    handled: [...memory.handled],
    heard: [...memory.heard],
  })

/** Sealed by this vault's own worker, so of its shape; of anything else it is as after joining anew, which loses nothing. */
export function readMemory(text: string | undefined): SyncMemory {
  if (text === undefined) return freshMemory()
  const stored: unknown = JSON.parse(text)
  const state = isObject(stored) ? readState(stored.state) : undefined
  if (!isObject(stored) || !state) return freshMemory()
  return {
    ...freshMemory(),
    ...stored,
    state,
    tags: new Map(stored.tags as []),
    handled: new Set(stored.handled as []),
    heard: new Map(stored.heard as []),
  }
}
