/** What a person or a file says about a key, and whether it may be kept: some of it becomes a link, and a name in a shell. Pure. */

/** The most letters of each text. */
export const mostLetters = {
  label: 200,
  project: 200,
  organization: 200,
  environment: 60,
  purpose: 200,
  notes: 5000,
  trackingId: 200,
  baseUrl: 300,
  service: 80,
  webPage: 300,
  variable: 80,
} as const

/** The most entries of each list, and the most letters of one. */
export const mostEntries = { tags: [30, 60], usedIn: [50, 300] } as const

/** A page that a link may lead to. */
export const isWebPage = (text: string): boolean => /^https:\/\/[^\s@]+$/.test(text) && URL.canParse(text)

/** A shell and a program can read a variable of this name. */
export const isVariableName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name)
