/**
 * Firefox has no offscreen documents and needs none: its event page has a document. A task runs there, and speaks to the worker's handlers
 * in the same page. What the page does not live to clear, the alarm does.
 */
import { askHere } from '../../platform/firefox/receive-here.ts'
import { carryOut } from './clipboard-task.ts'

let latest = 0
let clearing: ReturnType<typeof setTimeout> | undefined

export async function openOffscreen(): Promise<void> {
  const mine = ++latest
  // Like a document that loads: whoever opened it does not wait for what it asks.
  void Promise.resolve().then(async () => {
    const reply = await askHere('offscreen.pull', {})
    if (!reply.ok || mine !== latest) return
    const timer = await carryOut(reply.task, askHere)
    if (mine === latest) clearing = timer
    else clearTimeout(timer)
  })
}

export async function closeOffscreen(): Promise<void> {
  latest++
  clearTimeout(clearing)
}
