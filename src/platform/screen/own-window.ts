/** What a screen asks of the window it is in. */
import { browser } from '../browser.ts'

/** Asked ahead of a press: the panel has to be opened in the press's own turn. */
export async function currentWindowId(): Promise<number | undefined> {
  return (await browser.windows.getCurrent().catch(() => undefined))?.id
}

export function activeTabUrl(): Promise<string | undefined> {
  return browser.tabs
    .query({ active: true, currentWindow: true })
    .then(([tab]) => tab?.url)
    .catch(() => undefined)
}
