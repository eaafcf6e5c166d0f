/** The event page's message listener, and its own way to the same handlers: a page hears no message that it sends itself. */
import type { Handlers, Replies, Request, RequestName, Sender } from '../../protocol/messages.ts'
import { ownPages } from '../../protocol/senders.ts'
import { browser } from '../browser.ts'
import { receive as receiveFromOthers } from '../receive.ts'

let own: Handlers | undefined

export function receive(handlers: Handlers): void {
  own = handlers
  receiveFromOthers(handlers)
}

/** For the clipboard's task alone, which is no document of its own here. */
export async function askHere<N extends Extract<RequestName, `offscreen.${string}`>>(
  name: N,
  payload: Request<N>,
): Promise<Replies[N]> {
  const sender: Sender = { kind: 'offscreen', url: browser.runtime.getURL(ownPages.offscreen) }
  const handler = own?.[name] as unknown as (payload: Request<N>, sender: Sender) => Promise<Replies[N]>
  return handler(payload, sender)
}
