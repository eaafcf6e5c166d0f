/** Whatever the keyboard comes to is in sight, and not under a head, a foot or a bar that stays: WCAG 2.2, 2.4.11. */
import type { Page, Viewport } from 'puppeteer-core'

/** Runs in the page: goes to each stop, down the page and up again. What cannot be seen there, by its words and what lies over it. */
function hidden(): string[] {
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ].filter(stop => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }))
  const nameOf = (what: Element | null) =>
    what &&
    `${what.localName}${what.className ? `.${what.className}` : ''} “${what.textContent?.trim().slice(0, 30)}”`
  const faults = [...stops, ...stops.toReversed()].flatMap(stop => {
    if (!stop.isConnected || stop.matches(':disabled')) return []
    stop.focus({ focusVisible: true })
    if (document.activeElement !== stop) return []
    // A small or invisible box is drawn by its label.
    const drawn = stop.matches('[type="checkbox"], [type="radio"], [type="file"]')
      ? (stop.closest('label') ?? stop)
      : stop
    const { left, top, right, bottom } = drawn.getBoundingClientRect()
    const middle = [(left + right) / 2, (top + bottom) / 2] as const
    // Of a field of many lines, the line that one writes in is what is scrolled to.
    const points = stop.matches('textarea') ? [middle, [left + 6, top + 6], [left + 6, bottom - 6]] : [middle]
    const over = points.map(([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0))
    return over.some(one => one && (drawn.contains(one) || one.contains(drawn)))
      ? []
      : [`${nameOf(stop)} under ${nameOf(over[0] ?? null)}`]
  })
  return [...new Set(faults)]
}

/** Looked at in a low window, where what stays takes the most. Afterwards the window is as it was. */
export async function hiddenStops(page: Page): Promise<string[]> {
  const before: Viewport | null = page.viewport()
  await page.setViewport({ width: before?.width ?? 1280, height: 400 })
  const faults = await page.evaluate(hidden)
  await page.setViewport(before)
  return faults
}
