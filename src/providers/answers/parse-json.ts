/** A text from outside as JSON. Pure. */

/** @returns undefined for what is none */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
