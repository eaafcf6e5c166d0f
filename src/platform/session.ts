/** `chrome.storage.session`: memory only, closed to content scripts. The worker writes it, screens follow it. */

import { withNews } from '../protocol/row-patch.ts'
import type { Items, SessionItems } from '../protocol/storage-keys.ts'
import { browser } from './browser.ts'

export async function getSession<K extends keyof SessionItems>(key: K): Promise<SessionItems[K] | undefined> {
  return (await getSessionItems([key]))[key]
}

/** Several at once, for a first paint that needs one round trip only. */
export async function getSessionItems<K extends keyof SessionItems>(
  keys: K[],
): Promise<Partial<Pick<SessionItems, K>>> {
  const names: (keyof SessionItems)[] = [...keys]
  if (names.includes('rows')) names.push('rowNews')
  const items = (await browser.storage.session.get(names)) as Partial<SessionItems>
  if (items.rows) items.rows = withNews(items.rows, items.rowNews)
  return items
}

async function setSession<K extends keyof SessionItems>(key: K, value: SessionItems[K]): Promise<void> {
  // A new list makes all news of the one before it old, in the same step.
  await browser.storage.session.set(key === 'rows' ? { rows: value, rowNews: {} } : { [key]: value })
}

async function removeSession(...keys: (keyof SessionItems)[]): Promise<void> {
  await browser.storage.session.remove(keys)
}

export const sessionItems: Items<SessionItems> = { get: getSession, set: setSession, remove: removeSession }
