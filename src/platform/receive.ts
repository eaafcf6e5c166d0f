/** The worker's only message listener: checks the sender and parses the payload in the listener's own turn, then calls the handler. */

import { t } from '../i18n/t.ts'
import { accept } from '../protocol/accept.ts'
import { fail, isFailure } from '../protocol/failure.ts'
import type { Handlers, Sender } from '../protocol/messages.ts'
import { browser } from './browser.ts'

/** Starts listening, with a handler for every message there is. A handler runs in the listener's own turn: what needs the person's gesture must not await first. */
export function receive(handlers: Handlers): void {
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin }
  // Chrome's own listener: answering by sendResponse works in every version, with the polyfill and without.
  chrome.runtime.onMessage.addListener((message: unknown, raw, sendResponse) => {
    const accepted = accept(message, raw, own)
    if (!accepted) return undefined
    // The payload was parsed by the schema of that very name.
    const handler = handlers[accepted.name] as (payload: unknown, sender: Sender) => Promise<unknown>
    const answer = handler(accepted.payload, accepted.sender)
    answer.then(sendResponse, thrown =>
      sendResponse(
        isFailure(thrown)
          ? thrown
          : fail(
              'bug',
              t('Keyway made a mistake and cannot say whether this was done. Look before you try again.'),
            ),
      ),
    )
    // `true` keeps the channel open.
    return true
  })
}
