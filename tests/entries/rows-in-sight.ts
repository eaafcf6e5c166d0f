/** What a list of keys shows without scrolling: counted by stories and by the bench alike. */
import type { Page } from 'puppeteer-core'

/** Rows that a person sees whole, in the window or in the box that scrolls them. */
export const rowsInSight = (page: Page) =>
  page.evaluate(() => {
    const box = document.querySelector('.scroller')?.getBoundingClientRect()
    const [top, bottom] = [box?.top ?? 0, Math.min(innerHeight, box?.bottom ?? innerHeight)]
    return [...document.querySelectorAll('[data-keyway="key-row"]')]
      .map(row => row.getBoundingClientRect())
      .filter(row => row.top >= top - 1 && row.bottom <= bottom + 1).length
  })
