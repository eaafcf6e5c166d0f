/** A text with each run of white space as one blank, and none at its ends. A file of its own: the script for a report needs nothing else of `words.ts`. */
export const squash = (text: string): string => text.replace(/\s+/g, ' ').trim()
