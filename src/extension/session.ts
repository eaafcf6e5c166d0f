/** `chrome.storage.session`: memory only, closed to content scripts. The worker writes it, screens follow it. */
import { browser } from './browser.ts'
import type { SessionItems } from './storage-keys.ts'

export async function getSession<K extends keyof SessionItems>(key: K): Promise<SessionItems[K] | undefined> {
  return (await browser.storage.session.get(key))[key] as SessionItems[K] | undefined
}

/** Several at once, for a first paint that needs one round trip only. */
export async function getSessionItems<K extends keyof SessionItems>(
  keys: K[],
): Promise<Partial<Pick<SessionItems, K>>> {
  return (await browser.storage.session.get(keys)) as Partial<Pick<SessionItems, K>>
}

export async function setSession<K extends keyof SessionItems>(
  key: K,
  value: SessionItems[K],
): Promise<void> {
  await browser.storage.session.set({ [key]: value })
}

export async function removeSession(...keys: (keyof SessionItems)[]): Promise<void> {
  await browser.storage.session.remove(keys)
}

/** Calls back with each new value; returns how to stop. */
export function followSession<K extends keyof SessionItems>(
  key: K,
  told: (value: SessionItems[K] | undefined) => void,
): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key]
    if (change) told(change.newValue as SessionItems[K] | undefined)
  }
  browser.storage.session.onChanged.addListener(heard)
  return () => browser.storage.session.onChanged.removeListener(heard)
}
