/** The page's address after the #, as React sees it: `#keys/KEY_ID/history` -> ['keys', 'KEY_ID', 'history']. */
import { useMemo, useSyncExternalStore } from 'react'

function subscribe(listener: () => void) {
  const done = new AbortController()
  addEventListener('hashchange', listener, { signal: done.signal })
  return () => done.abort()
}

/** Anybody may type an address: a part that is no valid encoding is taken as it stands, and then names nothing. */
export function partsOf(hash: string): string[] {
  const parts = hash.slice(1).split('/').filter(Boolean).map(decoded)
  return parts.length > 0 ? parts : ['keys']
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function useRoute(): string[] {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => partsOf(hash), [hash])
}

/** Notes where the person is, without a step in the history: the page begins there when it is loaded anew. */
export function noteAt(...parts: string[]) {
  history.replaceState(null, '', `#${parts.map(encodeURIComponent).join('/')}`)
}

export function go(...parts: string[]) {
  location.hash = parts.map(encodeURIComponent).join('/')
}
