/** Controls that were moved under a person's pointer: by what came in above them after it was painted first, with nothing pressed. */
import type { Page } from 'puppeteer-core'

type Shift = PerformanceEntry & {
  hadRecentInput: boolean
  sources: { node: Element | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}
type Watched = { shifts?: string[] }

/**
 * From the page's beginning, or from when it was asked last.
 * @returns what was moved, from where to where
 */
export const movedControls = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const watched = globalThis as Watched
    const controls = 'a[href], button, input, select, textarea, summary'
    if (!watched.shifts) {
      const found: string[] = []
      watched.shifts = found
      new PerformanceObserver(list => {
        for (const { hadRecentInput, sources } of list.getEntries() as Shift[])
          for (const { node, previousRect: was, currentRect: is } of hadRecentInput ? [] : sources) {
            const isControl =
              node instanceof Element && (node.matches(controls) || node.querySelector(controls))
            if (isControl && was.height > 0 && is.height > 0 && Math.abs(was.y - is.y) > 1)
              found.push(
                `${node.localName}.${node.className} “${node.textContent.slice(0, 40)}” ${was.y} → ${is.y}`,
              )
          }
      }).observe({ type: 'layout-shift', buffered: true })
    }
    // What is buffered is told in a task of its own.
    await new Promise(resolve => setTimeout(resolve, 50))
    return watched.shifts.splice(0)
  })
