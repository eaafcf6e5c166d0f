/** What screens draw from and React does not hold: whoever changes it tells everything that looks at it. */
import { useSyncExternalStore } from 'react'

export function outside() {
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    tell(): void {
      for (const listener of listeners) listener()
    },
    /** @param read gives the same value until `tell` */
    use: <T>(read: () => T): T => useSyncExternalStore(subscribe, read),
  }
}
