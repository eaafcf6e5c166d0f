/**
 * The locator's public face: says what an element is, and finds on today's page what a description means.
 * Reads the page and changes nothing; runs in any page, without an extension.
 */

import { describe as describeElement } from './describe.ts'
import type { Description, Located } from './description.ts'
import { Page } from './page.ts'

export type { Description, Located } from './description.ts'

/** What an element is, in many signals; JSON-serialisable. Holds no value of any field. */
export function describe(element: Element): Description {
  return describeElement(element)
}

/** Looks once, without keeping anything. */
export function locate(root: Document | Element, target: Description): Located {
  return new Page(root).locate(target)
}

/** Looks often: what was read of the page is kept until a mutation touches it. Ends with the signal. */
export function createLocator(
  root: Document | Element,
  signal: AbortSignal,
): { locate(target: Description): Located } {
  const page = new Page(root)
  page.watch(signal)
  return { locate: target => page.locate(target) }
}
