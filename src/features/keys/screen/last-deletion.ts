/** Remembers the last deletion, so that it can be undone from whichever page is opened next. */

import { outside } from '../../../ui/pieces/outside.ts'
import type { Removed } from './undo.tsx'

let removed: Removed | null = null
const last = outside()

export function noteDeletion(what: Removed | null) {
  removed = what
  last.tell()
}

export function useLastDeletion(): Removed | null {
  return last.use(() => removed)
}
