/** Makes texts comparable: two wordings that a person would call the same become the same string. Knows no DOM. */

import { squash } from './squash.ts'

const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g
const QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb]/g
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const DASHES = /[\u2010-\u2015\u2212]/g
const PLAIN = /^[\x20-\x7e]*$/

const even = (text: string): string =>
  (PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(APOSTROPHES, "'")
        .replace(QUOTES, '"')
        .replace(DASHES, '-')
  ).toLowerCase()

/** Case, blanks, apostrophes, a leading "+", and trailing dots, colons and required marks do not count. */
export function fold(text: string): string {
  const folded = squash(even(text))
  const bare = folded.replace(/^\+\s*/, '').replace(/ ?(?<![.:!*\u2026])[.:!*\u2026]+$/, '')
  return bare || folded
}

/** As `fold`, without blanks and stops: "Sign<b>in</b>" and "Sign in" are equal, "U.S." and "US", and texts cut by `<font>`. */
export const squeeze = (text: string): string => unplussed(bare(text)) || fold(text)

/** The same for a part of a text: bare parts put together are the bare whole. */
export const bare = (text: string): string => even(text).replace(/[\s.,;:!?'"()*]+/g, '')

export const unplussed = (text: string): string => (text.startsWith('+') ? text.slice(1) : text)

const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

const TRIMMINGS = new Set('optional required beta preview ctrl shift alt cmd icon plus opens in'.split(' '))

/** A text made ready to be compared as a whole or as a run of words. */
export type Phrase = { text: string; squeezed: string; words: string }

const SMALL = new Set(['a', 'an', 'the', 'your', 'my'])

export function phraseOf(text: string): Phrase {
  const words = wordsOf(fold(text)).filter(word => !SMALL.has(word))
  return { text, squeezed: squeeze(text), words: ` ${words.join(' ')} ` }
}

/**
 * 1 for the same, a little less with an article, a number or a badge more, too little to be pointed at when it is a part of a longer
 * text, 0 for all else: near neighbours differ by one word, so texts that are merely alike are not the same.
 */
export function sameWords(text: Phrase, wanted: Phrase): number {
  if (!text.squeezed || !wanted.squeezed) return 0
  if (text.squeezed === wanted.squeezed) return 1
  if (wanted.words.length <= 2) return 0
  if (text.words === wanted.words) return 0.96
  if (!text.words.includes(wanted.words)) return 0
  // At the end "New" is a badge; elsewhere it is a word that tells two things apart.
  const extra = text.words
    .replace(wanted.words, ' ')
    .replace(/ new $/, ' ')
    .trim()
    .split(' ')
  return extra.every(word => /^(\d+|.?)$/u.test(word) || TRIMMINGS.has(word)) ? 0.9 : 0.7
}

const SECRET =
  /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|\b(sk|pk|rk|gsk|xai|AIza|ghp|key)[-_][\w-]{8,}|\d[\d\s-]{7,}\d|\b[\w-]{32,}\b/g

/** Texts that may name a person or open a door are not kept: keys, addresses, long numbers. */
export const discreet = (text: string): string => text.replace(SECRET, '\u2022')
