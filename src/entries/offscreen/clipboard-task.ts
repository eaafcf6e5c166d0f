/**
 * One task of the clipboard's: copies, waits, clears, reports. It keeps no text once it has copied it, and knows nothing of keys or the
 * vault.
 */
import { matches } from '../../features/copy/core/matches-digest.ts'
import { readClipboard, writeClipboard } from '../../features/copy/core/system-clipboard.ts'
import type { Failure } from '../../protocol/failure.ts'
import type { ClipboardTask, Replies, Request } from '../../protocol/messages.ts'

type Told = 'offscreen.copied' | 'offscreen.cleared'
type Tell = <N extends Told>(name: N, payload: Request<N>) => Promise<Replies[N] | Failure>

/** @returns the timer of the clearing, for who wants to end it */
export async function carryOut(
  { copy, text, clearAt, compare }: ClipboardTask,
  tell: Tell,
): Promise<ReturnType<typeof setTimeout>> {
  if (text !== undefined) {
    const ok = writeClipboard(document, text)
    const heard = await tell('offscreen.copied', { copy, ok })
    // Nobody is there to count down for: take it back at once.
    if (!ok || !heard.ok) clearAt = 0
  }
  return setTimeout(async () => {
    const outcome = await clear(compare)
    await tell('offscreen.cleared', { copy, outcome })
  }, clearAt - Date.now())
}

async function clear(compare: ClipboardTask['compare']): Promise<Request<'offscreen.cleared'>['outcome']> {
  const held = compare && readClipboard(document)
  // Something else is there by now, and it is not ours to take away. (Unreadable: clear, as was said before the copy.)
  if (compare && held !== undefined && !(await matches(held, compare))) return 'held_something_else'
  return writeClipboard(document, '') ? 'cleared' : 'failed'
}
