/** Is this computer connected at all? */
import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void) {
  const done = new AbortController()
  addEventListener('online', listener, { signal: done.signal })
  addEventListener('offline', listener, { signal: done.signal })
  return () => done.abort()
}

export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
