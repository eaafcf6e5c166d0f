/** What a word of a question means among the words that are known: itself, its beginning, or what it was mistyped from. Pure. */
import MiniSearch from 'minisearch'
import { synonymWords } from './search-synonyms.ts'
import { stem } from './search-terms.ts'

/** A stem that may be meant, and how sure that is: 1 for the very word. */
export type Meant = { term: string; trust: number }
/** `isGuess`: so far from every known word that it must not be called found. */
export type SpelledWord = { meant: Meant[]; isGuess: boolean }

const trustOfBeginning = 0.75
const trustOfSlip = 0.85
const trustOfGuess = 0.6

/** @returns one word, two where two were written as one, none for what is like nothing known */
export function createSpeller(
  known: readonly string[],
): (word: string, isBeingTyped: boolean) => SpelledWord[] {
  const words = [...new Set([...known, ...synonymWords])]
  const stems = new Set(words.map(stem))
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: text => [text],
    processTerm: term => term,
  })
  index.addAll(words.map(id => ({ id })))

  const startingWith = (word: string, trust: number): Meant[] =>
    word.length < 3
      ? []
      : words.filter(other => other.startsWith(word)).map(other => ({ term: stem(other), trust }))

  const similarTo = (word: string, edits: number, trust: number): Meant[] =>
    index
      .search(word, { fuzzy: edits })
      .map(({ id }) => String(id))
      // Numbers are not mistyped into words, and a word seldom in its first letter.
      .filter(other => !/\d/.test(other) && (edits < 2 || other[0] === word[0]))
      .map(other => ({ term: stem(other), trust }))

  const byLetters = new Map<string, string[]>()
  for (const known of words) byLetters.set(once(known), [...(byLetters.get(once(known)) ?? []), known])

  const knownTerm = (word: string): Meant[] =>
    stems.has(stem(word)) ? [{ term: stem(word), trust: trustOfSlip }] : []

  const splitKnown = (word: string): SpelledWord[] => {
    const pair = splitInTwo(word).find(parts => parts.every(part => stems.has(stem(part))))
    return (pair ?? []).map(part => ({ meant: [{ term: stem(part), trust: 1 }], isGuess: false }))
  }

  return (word, isBeingTyped) => {
    const term = stem(word)
    if (stems.has(term)) {
      const beginnings = isBeingTyped ? startingWith(word, trustOfBeginning / 2) : []
      return [{ meant: [{ term, trust: 1 }, ...beginnings], isGuess: false }]
    }
    if (/\d/.test(word)) return splitKnown(word)
    const likely = [
      ...swaps(word).flatMap(knownTerm),
      ...(byLetters.get(once(word)) ?? []).flatMap(knownTerm),
    ]
    const near =
      likely.length > 0 || word.length < 4
        ? likely
        : similarTo(word, 1, word.length < 5 ? trustOfGuess : trustOfSlip)
    const parts = near.length === 0 ? splitKnown(word) : []
    if (parts.length > 0) return parts
    near.push(...startingWith(word, trustOfBeginning))
    if (near.length > 0) return [{ meant: near, isGuess: false }]
    const far = word.length > 4 ? similarTo(word, 2, trustOfSlip) : []
    if (far.length > 0) return [{ meant: far, isGuess: word.length < 7 }]
    const farthest =
      word.length > 4 ? similarTo(word, Math.min(3, Math.ceil(word.length * 0.45)), trustOfGuess) : []
    return farthest.length > 0 ? [{ meant: farthest, isGuess: true }] : []
  }
}

/** Two letters changed places: the commonest slip, which a library that counts changes takes for two. */
const swaps = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
  )

/** Letters that were written once for twice, or twice for once, are one word: else “acount” is as near to “amount”. */
const once = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1')

const splitInTwo = (word: string): [string, string][] =>
  Array.from({ length: Math.max(0, word.length - 5) }, (_, i) => [word.slice(0, i + 3), word.slice(i + 3)])
