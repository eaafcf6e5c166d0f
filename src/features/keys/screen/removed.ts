/** The last deletion, so that it can be taken back from whichever page comes next. */

import { outside } from '../../../ui/pieces/outside.ts'
import type { Removed } from './undo.tsx'

let removed: Removed | null = null
const last = outside()

export function noteRemoved(what: Removed | null) {
  removed = what
  last.tell()
}

export function useRemoved(): Removed | null {
  return last.use(() => removed)
}
