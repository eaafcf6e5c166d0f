/**
 * The content script's way to the worker. It can only speak of guides and offer a key; nothing here carries one but the
 * answer to `toPage.takeKey`. Types only from extension/: no polyfill, no parser in the page.
 */
import type { PageReplies, Replies, Request, ToPage } from '../../../protocol/messages.ts'

type PageRequest = Extract<keyof Replies, `page.${string}`>

/** After an update the old copy is an orphan: it has no id any more, and ends without a word. */
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

/** Chrome gives no signal to a message listener: nothing is heard once the signal is aborted. */
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

/** The element's shadow root, a closed one too: an orphan sees open ones only. */
export const rootOf = (element: HTMLElement): ShadowRoot | null =>
  orphaned() ? element.shadowRoot : chrome.dom.openOrClosedShadowRoot(element)
