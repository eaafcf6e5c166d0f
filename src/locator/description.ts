/** What an element is, in many signals; plain JSON, written by hand in guides or by `describe()`. Types only. */

export type Description = {
  role?: string
  /** Every accessible name known for it, in any wording. */
  names?: string[]
  /** Texts that must not match: the near neighbours it is easily mistaken for. */
  not?: string[]
  placeholders?: string[]
  labels?: string[]
  texts?: string[]
  type?: string
  /** Its address, or the path of it; origin and query are not compared when a path alone is written. */
  href?: string
  within?: {
    /** Page family, see src/features/guide/core/platform-pages.ts; checked by the caller, not by the locator. */
    page?: string
    /** Headings or names of the dialog it is in. */
    dialog?: string[]
    landmark?: string
    section?: string[]
    /** Texts that its table row or list item holds: which of many "Delete" is meant. */
    row?: string[]
  }
  /** What only `describe()` writes. */
  seen?: Seen
}

/** How the element looked among its neighbours on the day it was described. */
export type Seen = {
  tag: string
  /** The beginning of its text, which may be longer than a name. */
  text?: string
  id?: string
  name?: string
  class?: string
  /** Tags from the body down, each with its number among its like: `div1/main1/a3`. */
  path: string
  /** Left, top, width and height in the document, in CSS pixels. */
  box: [number, number, number, number]
  /** The text that came right before it, the one after it, and the nearest heading above it. */
  before?: string[]
  after?: string[]
  section?: string[]
  /** As many traces of it another thing had that day, that said the same: today's has to have more. */
  others?: number
  /** One of those stood in a row like its own: where it stands, and how it looks, tells nothing. */
  isRepeated?: boolean
  /** Others that said the same, as they were written down before `others`: such a target is not found any more. */
  twins?: unknown[]
}

export type Locator = { locate(target: Description): Located }

export type Located = {
  status: 'found' | 'ambiguous' | 'missing'
  element?: Element
  /** 0 to 1. */
  score: number
  /** The score of the next best candidate, 0 to 1. */
  runnerUp: number
  /** What else is so of it: it is `behind` a dialog, one of two `twins`, or `disabled`. */
  evidence: { signal: string; weight: number; note: string }[]
}
