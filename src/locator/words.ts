/** Makes texts comparable: two wordings that a person would call the same become the same string. Knows no DOM. */

const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g
const QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb]/g
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const DASHES = /[\u2010-\u2015\u2212]/g
const PLAIN = /^[\x20-\x7e]*$/

/** Case, blanks, apostrophes, a leading "+", and trailing dots, colons and required marks do not count. */
export function fold(text: string): string {
  let folded = text
  if (!PLAIN.test(folded)) {
    folded = folded
      .normalize('NFKC')
      .replace(INVISIBLE, '')
      .replace(APOSTROPHES, "'")
      .replace(QUOTES, '"')
      .replace(DASHES, '-')
  }
  folded = folded.toLowerCase().replace(/\s+/g, ' ').trim()
  const bare = folded.replace(/^\+\s*/, '').replace(/\s*[.:*\u2026]+$/, '')
  return bare || folded
}

/** As `fold`, without blanks: "Sign<b>in</b>" and "Sign in" are equal, and so are texts cut by `<font>` tags. */
export const squeeze = (text: string): string => fold(text).replace(/ /g, '')

export const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** How much two folded texts share, 0 to 1: pairs of letters, so that endings and order weigh little. */
export function likeness(a: string, b: string): number {
  if (a === b) return a ? 1 : 0
  if (a.length < 2 || b.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let i = 0; i < a.length - 1; i++) {
    const pair = a.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 0; i < b.length - 1; i++) {
    const pair = b.slice(i, i + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) {
      pairs.set(pair, left - 1)
      shared++
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}

/** Share of words in common, 0 to 1. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = new Set(a)
  const right = new Set(b)
  let shared = 0
  for (const word of left) if (right.has(word)) shared++
  return shared / Math.max(left.size, right.size)
}

const SECRET =
  /\b(sk|pk|rk|gsk|xai|AIza|ghp|key)[-_][\w-]{8,}|[\w.+-]+@[\w-]+\.[\w.-]+|\d[\d\s-]{7,}\d|\b[\w-]{32,}\b/g

/** Texts that may name a person or open a door are not kept: keys, addresses, long numbers. */
export const discreet = (text: string): string => text.replace(SECRET, '\u2022')
