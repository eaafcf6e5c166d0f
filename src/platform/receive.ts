/** The worker's one ear: checks the sender and parses the payload in the listener's own turn, then calls the handler. */

import { t } from '../i18n/t.ts'
import { accept } from '../protocol/accept.ts'
import type { Handlers, Sender } from '../protocol/messages.ts'
import { browser } from './browser.ts'

/** Starts listening. A handler runs in the listener's own turn: what needs the person's gesture must not await first. */
export function receive(handlers: Partial<Handlers>): void {
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin }
  // Chrome's own listener: answering by sendResponse works in every version, with the polyfill and without.
  chrome.runtime.onMessage.addListener((message: unknown, raw, sendResponse) => {
    const accepted = accept(message, raw, own)
    const handler = accepted && (handlers[accepted.name] as Handlers[never] | undefined)
    if (!accepted || !handler) return undefined
    const answer = (handler as (payload: unknown, sender: Sender) => Promise<unknown>)(
      accepted.payload,
      accepted.sender,
    )
    answer.then(sendResponse, () =>
      sendResponse({
        ok: false,
        code: 'bug',
        message: t('Keyway made a mistake and did nothing. Try once more; if it happens again, report it.'),
      }),
    )
    // `true` keeps the channel open.
    return true
  })
}
