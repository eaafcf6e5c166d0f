/**
 * The worker's published state as React sees it. One read before the first paint, then it follows the changes.
 * Knows nothing of what the values mean.
 */
import { followSession } from '../platform/screen/watch-items.ts'
import { getSessionItems } from '../platform/session.ts'
import type { KeyRow } from '../protocol/published.ts'
import { withNews } from '../protocol/row-patch.ts'
import type { SessionItems } from '../protocol/storage-keys.ts'
import { outside } from './pieces/outside.ts'

export type Seen = Partial<SessionItems>
type Name = keyof SessionItems

const seen: Seen = {}
const all = outside()
let onLock: (() => void) | undefined

/** The vault was open when this page last heard of it, and is no longer. Called before anything of it is drawn. */
export function whenLocked(then: () => void): void {
  onLock = then
}

/** Reads the named items in one round trip and follows them from then on. Call before the first render. */
export async function followItems(names: Name[]): Promise<void> {
  for (const name of names) followSession(name, value => take(name, value))
  // Heard after a new list itself, so news never end up in an older one.
  if (names.includes('rows'))
    followSession('rowNews', news => seen.rows && news && take('rows', withNews(seen.rows, news)))
  Object.assign(seen, await getSessionItems(names))
}

function take<K extends Name>(name: K, value: SessionItems[K] | undefined) {
  const wasOpen = name === 'vault' && seen.vault?.status === 'unlocked'
  if (value === undefined) delete seen[name]
  else seen[name] = value as Seen[K]
  if (wasOpen && seen.vault?.status !== 'unlocked' && onLock) return onLock()
  all.tell()
}

export function useSession<K extends Name>(name: K): Seen[K] {
  return all.use(() => seen[name])
}

const none: KeyRow[] = []

/** The keys of the open vault; none while it is locked. */
export const useSavedKeys = (): KeyRow[] => useSession('rows') ?? none
