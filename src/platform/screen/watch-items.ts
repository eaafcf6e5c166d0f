/** How screens hear of what changes. The worker asks for none of this, so it stands apart from what it loads. */
import type { LocalItems, SessionItems } from '../../protocol/storage-keys.ts'
import { browser } from '../browser.ts'
import { readLocalItem } from '../local-items.ts'

/** Calls back with each new value as it is stored (`rows`: without the news beside it). */
export function followSession<K extends keyof SessionItems>(
  key: K,
  hear: (value: SessionItems[K] | undefined) => void,
): void {
  browser.storage.session.onChanged.addListener((changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key]
    if (change) hear(change.newValue as SessionItems[K] | undefined)
  })
}

/** Calls back with each new value of a plain local item. */
export function followLocal<K extends keyof LocalItems>(
  key: K,
  hear: (value: LocalItems[K] | undefined) => void,
): void {
  browser.storage.local.onChanged.addListener((changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key]
    if (change) hear(readLocalItem(key, change.newValue))
  })
}

/** Calls whenever something is granted or taken back, for as long as the page lives. */
export function whenGrantsChange(listener: () => void): void {
  const { onAdded, onRemoved } = browser.permissions
  for (const event of [onAdded, onRemoved]) event.addListener(listener)
}
