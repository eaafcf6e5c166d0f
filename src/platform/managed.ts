/** `chrome.storage.managed`: what the organization that manages this browser has set for Keyway. Nobody else can write it. */
import { browser } from './browser.ts'

/** Waits for the browser's policies: seconds, when the browser has just started. */
export function getManaged(): Promise<Record<string, unknown>> {
  return browser.storage.managed.get()
}

/** @returns ends it */
export function onManagedChanged(hear: () => unknown): () => void {
  const listener = () => void hear()
  browser.storage.managed.onChanged.addListener(listener)
  return () => browser.storage.managed.onChanged.removeListener(listener)
}
