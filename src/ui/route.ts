/** The page's address after the #, as React sees it: `#keys/KEY_ID/history` -> ['keys', 'KEY_ID', 'history'], and what follows a `?`. */
import { useMemo, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  const done = new AbortController()
  addEventListener('hashchange', listener, { signal: done.signal })
  listeners.add(listener)
  return () => {
    done.abort()
    listeners.delete(listener)
  }
}

/** Anybody may type an address: a part that is no valid encoding is taken as it stands, and then names nothing. */
export function partsOf(hash: string): string[] {
  const [path = ''] = hash.slice(1).split('?')
  const parts = path.split('/').filter(Boolean).map(decoded)
  return parts.length > 0 ? parts : ['overview']
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

/** What follows the `?` in the address. */
export function useQuery(): URLSearchParams {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => new URLSearchParams(queryOf(hash)), [hash])
}

const queryOf = (hash: string): string => (hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : '')

/** Another `?…` at the same page, without a step in the browser's history. */
export function replaceQuery(query: string): void {
  const [path = ''] = location.hash.split('?')
  history.replaceState(history.state, '', `${path || '#'}${query === '' ? '' : `?${query}`}`)
  for (const listener of listeners) listener()
}

export function go(...parts: string[]) {
  location.hash = parts.map(encodeURIComponent).join('/')
}

/** Goes on from a page whose work was done meanwhile, unless the person has left it. */
export function goOn(from: string[], ...to: string[]) {
  const at = partsOf(location.hash)
  if (from.every((part, index) => at[index] === part)) go(...to)
}
