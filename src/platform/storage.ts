/**
 * `chrome.storage.local`: the vault's store (ciphertext) and the few plain items beside it. And `chrome.storage.managed`: what the
 * organization that manages this browser has set, which nobody else can write.
 */

import { t } from '../i18n/t.ts'
import { fail } from '../protocol/failure.ts'
import { dataVersion, type LocalItems } from '../protocol/storage-keys.ts'
import type { Store } from '../vault/record.ts'
import { browser } from './browser.ts'
import { isFromNewer, readLocalItem } from './local-items.ts'

/** The access level is lost at each browser restart, so every worker start sets it anew; screens are trusted, pages are not. */
export async function closeStorageToPages(): Promise<void> {
  const close = (area: 'local' | 'sync' | 'managed') =>
    chrome.storage[area].setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
  // No secret is in the last: a browser that cannot close it must not keep the others open.
  await Promise.all([close('local'), close('sync'), close('managed').catch(() => undefined)])
}

export const localStore: Store = {
  get: keys => browser.storage.local.get(keys),
  set: items => browser.storage.local.set(items),
  remove: keys => browser.storage.local.remove(keys),
  // Chrome 130; neither the polyfill nor its types know it (November 2026).
  names: () => chrome.storage.local.getKeys(),
}

async function getLocal<K extends keyof LocalItems>(key: K): Promise<LocalItems[K] | undefined> {
  return readLocalItem(key, (await browser.storage.local.get(key))[key])
}

/** Several in one round trip; those that are not stored are undefined. */
export async function getLocalItems(keys: readonly (keyof LocalItems)[]): Promise<Partial<LocalItems>> {
  const stored = await browser.storage.local.get([...keys])
  return Object.fromEntries(keys.map(key => [key, readLocalItem(key, stored[key])]))
}

/** What it throws is the answer that `receive` gives. */
async function refuseNewer(): Promise<void> {
  if (await isFromNewer(browser.storage.local))
    throw fail('too_new', t('This was written by a newer Keyway. Update the extension to open it.'))
}

/** The plain items as the worker's services take them. What a newer Keyway wrote is neither changed nor removed. */
export const localItems = {
  get: getLocal,
  async set<K extends keyof LocalItems>(key: K, value: LocalItems[K]): Promise<void> {
    await refuseNewer()
    await browser.storage.local.set({ [key]: value, dataVersion })
  },
  async remove(...keys: (keyof LocalItems)[]): Promise<void> {
    await refuseNewer()
    await browser.storage.local.remove(keys)
  },
}

/** Waits for the browser's policies: seconds, when the browser has just started. */
export function getManaged(): Promise<Record<string, unknown>> {
  return browser.storage.managed.get()
}

export function onManagedChanged(hear: () => unknown): void {
  browser.storage.managed.onChanged.addListener(() => void hear())
}
