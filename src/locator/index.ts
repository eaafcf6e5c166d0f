/**
 * The locator's public face: says what an element is, and finds on today's page what a description means.
 * Reads the page and changes nothing; runs in any page, without an extension.
 */

import { describe as describeElement } from './describe.ts'
import type { Description, Located, Locator } from './description.ts'
import { isTaught, locateTaught } from './find-taught.ts'
import { createSurvey, type Survey } from './survey.ts'
import { locateWritten } from './written.ts'

export type { Description, Located, Locator } from './description.ts'

/** What an element is, in many signals; JSON-serialisable. Holds no value of any field. */
export function describe(element: Element): Description {
  return describeElement(element)
}

/** Looks once, without keeping anything. */
export function locate(root: Document | Element, target: Description): Located {
  return locateIn(createSurvey(root), target)
}

/** Looks often: what was read of the page is kept until a mutation touches it. Ends with the signal. */
export function createLocator(root: Document | Element, signal: AbortSignal): Locator {
  const survey = createSurvey(root, signal)
  return { locate: target => locateIn(survey.refresh(), target) }
}

const locateIn = (survey: Survey, target: Description): Located =>
  isTaught(target) ? locateTaught(survey, target) : locateWritten(survey, target)
