/**
 * The clipboard's document: asks the worker what to do, copies, waits, clears, reports. It outlives popup, lock and the
 * worker, and keeps no text once it has copied it. It knows nothing of keys or the vault.
 */
import { matches } from '../../features/copy/core/matches-digest.ts'
import { readClipboard, writeClipboard } from '../../features/copy/core/system-clipboard.ts'
import { send } from '../../platform/send.ts'
import type { ClipboardTask, Request } from '../../protocol/messages.ts'

const reply = await send('offscreen.pull', {})
if (reply.ok) await perform(reply.task)

async function perform({ copy, text, clearAt, compare }: ClipboardTask): Promise<void> {
  if (text !== undefined) {
    const ok = writeClipboard(document, text)
    const heard = await send('offscreen.copied', { copy, ok })
    // Nobody is there to count down for: take it back at once.
    if (!ok || !heard.ok) clearAt = 0
  }
  setTimeout(async () => {
    const outcome = await clear(compare)
    await send('offscreen.cleared', { copy, outcome })
  }, clearAt - Date.now())
}

async function clear(compare: ClipboardTask['compare']): Promise<Request<'offscreen.cleared'>['outcome']> {
  const held = compare && readClipboard(document)
  // Something else is there by now, and it is not ours to take away. (Unreadable: clear, as was said before the copy.)
  if (compare && held !== undefined && !(await matches(held, compare))) return 'held_something_else'
  return writeClipboard(document, '') ? 'cleared' : 'failed'
}
