/** The one offscreen document: there is at most one, and it is gone when nobody needs it. */
import { ownPages } from '../protocol/senders.ts'

async function offscreenOpen(): Promise<boolean> {
  return chrome.offscreen.hasDocument()
}

export async function openOffscreen(): Promise<void> {
  if (await offscreenOpen()) return
  await chrome.offscreen.createDocument({
    url: ownPages.offscreen,
    reasons: [chrome.offscreen.Reason.CLIPBOARD],
    justification: 'Copies a key, and clears the clipboard after the countdown.',
  })
}

export async function closeOffscreen(): Promise<void> {
  if (await offscreenOpen()) await chrome.offscreen.closeDocument()
}
