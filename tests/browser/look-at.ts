/** Asks for what elements measure. */
import type { Page } from 'puppeteer-core'

/**
 * Finds them and asks them within one turn of the page. Puppeteer's own `$eval` and `$$eval` take two: an element that is drawn anew in
 * between is out of the document by the second, and measures nothing.
 *
 * @param ask runs in the page and sees only the elements
 */
export const lookAt = <E extends Element, T>(
  page: Page,
  selector: string,
  ask: (all: E[]) => T,
): Promise<T> =>
  page.evaluate(`(${ask})([...document.querySelectorAll(${JSON.stringify(selector)})])`) as Promise<T>
