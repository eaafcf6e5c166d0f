/**
 * Who sent this message? Neither "extension origin" nor "has a tab" tells: an options page has a tab, and an extension
 * page framed by a site has our origin. So: our id, the exact address against the list of our pages, the top frame.
 */
import type { Sender } from './messages.ts'

export const platformOrigin = 'https://platform.openai.com'

/** The platform's own page, exactly: `origin` alone would also take `blob:https://platform.openai.com/…`. */
export function isPlatformPage(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'https:' && url.origin === platformOrigin
}

export const ownPages = {
  popup: 'src/entries/popup/popup.html',
  panel: 'src/entries/panel/panel.html',
  dashboard: 'src/entries/dashboard/dashboard.html',
  welcome: 'src/entries/welcome/welcome.html',
  offscreen: 'src/entries/offscreen/offscreen.html',
} as const

/** What the browser says of a sender; the fields this file judges by. */
export type RawSender = {
  id?: string | undefined
  url?: string | undefined
  origin?: string | undefined
  frameId?: number | undefined
  documentId?: string | undefined
  documentLifecycle?: string | undefined
  tab?: { id?: number | undefined; windowId?: number | undefined; url?: string | undefined } | undefined
}

/** @returns who it is, or null for anybody whom no message is taken from. */
export function whoSent(sender: RawSender, own: { id: string; origin: string }): Sender | null {
  if (sender.id !== own.id || sender.url === undefined) return null
  if (sender.frameId !== undefined && sender.frameId !== 0) return null
  const url = URL.parse(sender.url)
  if (!url) return null
  const place = { ...(sender.tab?.windowId !== undefined && { windowId: sender.tab.windowId }) }

  // Not `url.origin`: outside Chrome that is 'null' for an extension's address.
  if (`${url.protocol}//${url.host}` === own.origin) {
    if (sender.origin !== undefined && sender.origin !== own.origin) return null
    const path = url.pathname.slice(1)
    // A tab with this address is not the offscreen document: a copy must not be handed to whoever opens it there.
    if (path === ownPages.offscreen) return sender.tab ? null : { kind: 'offscreen', url: sender.url }
    const screen = Object.values<string>(ownPages).includes(path)
    return screen ? { kind: 'screen', url: sender.url, ...place } : null
  }

  const live = sender.documentLifecycle === undefined || sender.documentLifecycle === 'active'
  if (!isPlatformPage(sender.url) || sender.origin !== platformOrigin || sender.frameId !== 0 || !live)
    return null
  if (sender.tab?.id === undefined) return null
  return {
    kind: 'page',
    url: sender.url,
    tabId: sender.tab.id,
    ...(sender.documentId !== undefined && { documentId: sender.documentId }),
    ...place,
  }
}
