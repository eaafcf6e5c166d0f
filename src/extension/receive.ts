/** The worker's one ear: checks the sender and parses the payload in the listener's own turn, then calls the handler. */
import * as v from 'valibot'
import { browser } from './browser.ts'
import { type Handlers, type RequestName, requests, type Sender } from './messages.ts'
import { type RawSender, whoSent } from './senders.ts'

const envelope = v.strictObject({
  name: v.picklist(Object.keys(requests) as RequestName[]),
  payload: v.unknown(),
})

export type Accepted = { name: RequestName; payload: unknown; sender: Sender }

/** @returns null for a message that is nobody's business to answer: unknown, malformed, or from the wrong sender. */
export function accept(
  message: unknown,
  raw: RawSender,
  own: { id: string; origin: string },
): Accepted | null {
  const sender = whoSent(raw, own)
  const opened = v.safeParse(envelope, message)
  if (!sender || !opened.success) return null
  const { name, payload } = opened.output
  if (!name.startsWith(`${sender.kind}.`)) return null
  const parsed = v.safeParse(requests[name], payload)
  return parsed.success ? { name, payload: parsed.output, sender } : null
}

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
        message: 'Keyway made a mistake and did nothing. Try once more; if it happens again, report it.',
      }),
    )
    // `true` keeps the channel open.
    return true
  })
}
