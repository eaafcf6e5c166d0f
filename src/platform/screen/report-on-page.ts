/** A report on a page of the platform's, asked for by a screen. */

/**
 * Has the script for a report look at a tab of the platform's. @param asked what it is called with, as JSON
 * @returns what it answered, unchecked; undefined when nobody is there
 */
export async function reportOn(tabId: number, asked: unknown[]): Promise<unknown> {
  try {
    const files = ['src/entries/content/report.iife.js']
    const [put] = await chrome.scripting.executeScript({ target: { tabId }, files, injectImmediately: true })
    if (!put) return undefined
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId, documentIds: [put.documentId] },
      args: asked,
      // It is sent there as text, so it knows nothing of this file.
      func: (...given: unknown[]) => {
        const world = globalThis as { [place: symbol]: ((...given: unknown[]) => unknown) | undefined }
        return world[Symbol.for('report on this page')]?.(...given)
      },
    })
    return answer?.result
  } catch {
    return undefined
  }
}
