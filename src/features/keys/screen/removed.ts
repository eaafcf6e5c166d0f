/** The last deletion, so that it can be taken back from whichever page comes next. */
import { useSyncExternalStore } from 'react'
import type { Removed } from './undo.tsx'

let removed: Removed | null = null
const listeners = new Set<() => void>()

export function noteRemoved(what: Removed | null) {
  removed = what
  for (const listener of listeners) listener()
}

export function useRemoved(): Removed | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => removed,
  )
}
