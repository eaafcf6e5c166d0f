/** Starts a guide with the side panel open: the panel first, while the press still counts as one. */

import { currentWindowId } from '../../../platform/screen/own-window.ts'
import { send } from '../../../platform/send.ts'
import { openPanel } from '../../../platform/tabs.ts'
import type { Cause } from '../../../providers/verdict.ts'

let windowId: number | undefined
void currentWindowId().then(id => {
  windowId = id
})

/** Call in the press's own turn. */
export function showPanel(): Promise<void> {
  return windowId === undefined ? Promise.resolve() : openPanel({ windowId })
}

/** @param cause why it is started: the error that was explained, the call that failed. Without it the key’s own verdict counts. */
export async function guideMe(guide: string, keyId?: string, cause?: Cause) {
  const opened = showPanel()
  const reply = await send('screen.startGuide', {
    guide,
    ...(keyId !== undefined && { keyId }),
    ...(cause !== undefined && { cause }),
  })
  await opened
  return reply
}
