/**
 * The plain stored items as React sees them: read before the first render, then followed. What is drawn from one of them later would
 * move what stands below it away from under the pointer.
 */
import { followLocal } from '../platform/screen/watch-items.ts'
import { getLocalItems } from '../platform/storage.ts'
import type { LocalItems } from '../protocol/storage-keys.ts'
import { outside } from './pieces/outside.ts'

/** All that screens draw anything from. */
const names = ['settings', 'guidesDone', 'watchingAnswered', 'shown', 'tour'] as const
type Name = (typeof names)[number]

const seen: Partial<LocalItems> = {}
const all = outside()

/** Reads them in one round trip and follows them from then on. Call before the first render. */
export async function followLocalItems(): Promise<void> {
  for (const name of names) followLocal(name, value => take({ [name]: value }))
  take(await getLocalItems(names))
}

function take(items: Partial<LocalItems>): void {
  Object.assign(seen, items)
  all.tell()
}

/** Undefined when there is none. */
export function useLocal<K extends Name>(name: K): LocalItems[K] | undefined {
  return all.use(() => seen[name])
}
