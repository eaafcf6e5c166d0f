/**
 * `chrome.storage.sync`, for screens: what the browser carries to the person's other computers, where it is signed in there and syncs
 * extensions. It does not tell whether it does. Everything in it is ciphertext; the worker closes it to pages at each start.
 */
import { browser } from '../browser.ts'

export const syncArea = {
  get: (): Promise<Record<string, unknown>> => browser.storage.sync.get(null),
  set: (items: Record<string, string>): Promise<void> => browser.storage.sync.set(items),
  remove: (names: string[]): Promise<void> => browser.storage.sync.remove(names),
}

/** @returns a function that ends it */
export function onSyncAreaChanged(hear: () => unknown): () => void {
  const listener = () => void hear()
  browser.storage.sync.onChanged.addListener(listener)
  return () => browser.storage.sync.onChanged.removeListener(listener)
}
