/** Is there room for the inspector beside the table? */
import { useSyncExternalStore } from 'react'

const wide = matchMedia('(min-width: 1440px)')

function subscribe(listener: () => void) {
  const done = new AbortController()
  wide.addEventListener('change', listener, { signal: done.signal })
  return () => done.abort()
}

export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches)
