/**
 * The content script’s messages to the worker. It can only send guide messages and offer a key; the key itself travels only in the answer
 * to `toPage.takeKey`. Imports types only, so that neither the polyfill nor the message parser is loaded into the page.
 */
import type { PageReplies, Replies, Request, ToPage } from '../../../protocol/messages.ts'

type PageRequest = Extract<keyof Replies, `page.${string}`>

/** After an update of the extension the content script of the old version stays in open pages. It has no extension id any more, and stops silently. */
export const orphaned = (): boolean => chrome.runtime?.id === undefined

/** @returns undefined when nobody answers. */
export async function speak<N extends PageRequest>(
  name: N,
  payload: Request<N>,
): Promise<Replies[N] | undefined> {
  if (orphaned()) return undefined
  try {
    return (await chrome.runtime.sendMessage({ name, payload })) as Replies[N] | undefined
  } catch {
    return undefined
  }
}

export type Hearers = {
  [N in keyof ToPage]: (
    payload: ToPage[N],
  ) => undefined extends PageReplies[N] ? void : Promise<PageReplies[N]>
}

/** Chrome’s message listeners take no AbortSignal, so messages are ignored once the signal is aborted. */
export function listen(hearers: Hearers, signal: AbortSignal): void {
  chrome.runtime.onMessage.addListener((message: { name?: string; payload?: unknown }, sender, answer) => {
    const name = message?.name
    if (signal.aborted || sender.id !== chrome.runtime.id || sender.tab || name === undefined) return
    if (!Object.hasOwn(hearers, name)) return
    const said = (hearers[name as keyof Hearers] as (payload: unknown) => unknown)(message.payload)
    void Promise.resolve(said).then(answer, () => answer())
    // The answer comes later.
    return true
  })
}

/** The element’s shadow root, also a closed one. After an update the old content script sees open ones only. */
export const rootOf = (element: HTMLElement): ShadowRoot | null =>
  orphaned() ? element.shadowRoot : chrome.dom.openOrClosedShadowRoot(element)
