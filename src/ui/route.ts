/** The page's address after the #, as React sees it: `#keys/KEY_ID/history` -> ['keys', 'KEY_ID', 'history']. */
import { useMemo, useSyncExternalStore } from 'react'

function subscribe(listener: () => void) {
  const done = new AbortController()
  addEventListener('hashchange', listener, { signal: done.signal })
  return () => done.abort()
}

export function useRoute(): string[] {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => {
    const parts = hash.slice(1).split('/').filter(Boolean).map(decodeURIComponent)
    return parts.length > 0 ? parts : ['keys']
  }, [hash])
}

export function go(...parts: string[]) {
  location.hash = parts.map(encodeURIComponent).join('/')
}
