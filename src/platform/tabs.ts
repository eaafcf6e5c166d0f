/** Tabs and the side panel: finding the platform's page, speaking to it, opening ours. */

import type { PageReplies, ToPage } from '../protocol/messages.ts'
import { isPlatformPage, ownPages, platformOrigin } from '../protocol/senders.ts'
import { browser } from './browser.ts'

export type PlatformTab = { tabId: number; windowId?: number; url: string }

/**
 * The platform's tab a person looks at: the active one of the last focused window, or null. A picture-in-picture window of that tab has
 * the focus in its place: a window of its own, whose address nobody may know, beside the tab that opened it.
 */
export async function activePlatformTab(): Promise<PlatformTab | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  if (tab?.url !== undefined || tab?.openerTabId === undefined) return asPlatformTab(tab)
  const opener = await browser.tabs.get(tab.openerTabId).catch(() => undefined)
  return opener?.active ? asPlatformTab(opener) : null
}

export async function platformTabs(): Promise<PlatformTab[]> {
  const tabs = await browser.tabs.query({ url: `${platformOrigin}/*` })
  return tabs.map(asPlatformTab).filter(tab => tab !== null)
}

export async function platformTab(tabId: number): Promise<PlatformTab | null> {
  return asPlatformTab(await browser.tabs.get(tabId).catch(() => undefined))
}

function asPlatformTab(
  tab: { id?: number | undefined; windowId?: number | undefined; url?: string | undefined } | undefined,
): PlatformTab | null {
  if (tab?.id === undefined || tab.url === undefined || !isPlatformPage(tab.url)) return null
  return { tabId: tab.id, url: tab.url, ...(tab.windowId !== undefined && { windowId: tab.windowId }) }
}

/** Asks the top frame (or one very document) of a tab. @returns undefined when nobody is there. */
export async function toPage<N extends keyof ToPage>(
  where: { tabId: number; documentId?: string | undefined },
  name: N,
  payload: ToPage[N],
): Promise<PageReplies[N] | undefined> {
  const target = where.documentId === undefined ? { frameId: 0 } : { documentId: where.documentId }
  try {
    return (await chrome.tabs.sendMessage(where.tabId, { name, payload }, target)) as
      | PageReplies[N]
      | undefined
  } catch {
    return undefined
  }
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url })
}

/** The window that had the focus last; the one a new tab opens in. */
export async function frontWindow(): Promise<number | undefined> {
  return (await browser.windows.getLastFocused().catch(() => undefined))?.id
}

export async function showTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true })
}

export async function goTo(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url, active: true })
}

export async function openOwnPage(page: keyof typeof ownPages, hash = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(ownPages[page]) + hash })
}

/** Must be called in the listener's own turn, before any await. */
export function openPanel(where: { tabId: number } | { windowId: number }): Promise<void> {
  return chrome.sidePanel.open(where).catch(() => undefined)
}

const script = { id: 'page', file: 'src/entries/content/main.iife.js' }

/**
 * Lets the content script run on the platform's pages, from now until the browser closes, the tabs that are open included. Call it
 * once `storage.local` is closed to pages: not in the manifest, because from there it would run before the worker's first turn.
 */
export async function registerContentScript(): Promise<void> {
  if ((await chrome.scripting.getRegisteredContentScripts({ ids: [script.id] })).length > 0) return
  await chrome.scripting.registerContentScripts([
    {
      id: script.id,
      js: [script.file],
      matches: [`${platformOrigin}/*`],
      runAt: 'document_start',
      // The browser forgets the access level of storage when it closes, so it has to forget this too.
      persistAcrossSessions: false,
    },
  ])
  for (const { tabId } of await platformTabs())
    await browser.scripting.executeScript({ target: { tabId }, files: [script.file] }).catch(() => undefined)
}

/** Puts the second script (`taught.iife.ts`) into a document of the platform's; nothing happens once that is gone. */
export async function addTaughtScript(tabId: number, documentId: string): Promise<void> {
  const target = { tabId, documentIds: [documentId] }
  const files = ['src/entries/content/taught.iife.js']
  // Not when the document has come to rest: a picture that never loads would keep it away.
  await chrome.scripting.executeScript({ target, files, injectImmediately: true }).catch(() => undefined)
}
