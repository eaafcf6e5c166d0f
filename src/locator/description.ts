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
  alt?: string
  title?: string
  /** Tags from the body down, each with its number among its like: `div1/main1/a3`. */
  path: string
  /** Left, top, width and height in the document, in CSS pixels. */
  box: [number, number, number, number]
  /** Texts that came right before and after it, the nearest first. */
  before?: string[]
  after?: string[]
  /** The page's language then, without its region. */
  language?: string
  /** Top, middle or foot of the page, by landmarks and by the names that pages give their parts. */
  zone?: 'head' | 'foot'
  /** Others that said the same that day, by their paths and heights on the page. */
  twins?: { path: string; y: number }[]
  /** Hashes of some of what the page said. */
  page?: number[]
  /** What it stood beside and could be mistaken for: if one of these is still there, that one is not it. */
  rivals?: { text?: string; href?: string }[]
}

export type Locator = { locate(target: Description): Located }

export type Located = {
  status: 'found' | 'ambiguous' | 'missing'
  element?: Element
  /** 0 to 1. */
  score: number
  /** The score of the next best candidate, 0 to 1. */
  runnerUp: number
  /** For a person who asks "why there?". */
  evidence: { signal: string; weight: number; note: string }[]
}
