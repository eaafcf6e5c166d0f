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
  href?: string
  within?: {
    /** Page family, see src/tour/pages.ts; checked by the caller, not by the locator. */
    page?: string
    /** Headings or names of the dialog it is in. */
    dialog?: string[]
    landmark?: string
    section?: string[]
  }
}

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
