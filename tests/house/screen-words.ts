/** Words that screens no longer say (docs/glossary.md), and how long and how hard to read their sentences are. Pure. */

/** What is said, and the word to use. */
export const retiredWords: [pattern: RegExp, instead: string][] = [
  [/\bverdicts?\b/i, 'status'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bdead\b/i, 'revoked, rejected'],
  [/\btak(?:e|es|ing) (?:it|that|them|this) away\b/i, 'delete, remove'],
  [/\bGo on\b/, 'Continue'],
  [/^Leave it\b/, 'Cancel'],
  [/^Look at it\b/, 'Review'],
  [/\bRead now\b/, 'Refresh'],
  [/\bLook for keys\b/, 'Leak scan'],
  [/\bkey got out\b/i, 'My key leaked'],
  [/\bWhat it may do\b|\bMay it\?/, 'Permissions, Access'],
  [/Is everything whole/, 'Vault integrity'],
  [/\bput (?:it|the key) (?:in|into) (?:my|your) project/i, 'Add to a project'],
  [/\bIt costs:/, 'The trade-off:'],
  [/\bNo end in sight\b/, 'No expiry date'],
  [/\bwatch(?:es|ed|ing)?\b/i, 'check'],
  [/\bsuccessor|\bone run\b/i, 'replacement'],
  [/\bnot let in\b/i, 'a status'],
  [/\bcan’t tell\b/i, 'Unknown'],
  [/\b(?:nobody|somebody)\b/i, 'you, Keyway, the provider'],
  [/\bask(?:ed|s)? the key\b/i, 'test the key'],
]

/** @returns a line for each retired word that stands in a text */
export const retiredIn = (text: string): string[] =>
  retiredWords.flatMap(([pattern, instead]) => {
    const [found] = pattern.exec(text) ?? []
    return found === undefined ? [] : [`“${found}” in “${text}”: ${instead}.`]
  })

export const wordsIn = (text: string): string[] =>
  text.replace(/\{(?:[^{}|]*\|)?([^{}]*)\}/g, '$1').match(/[\p{L}\p{N}][\p{L}\p{N}’'./@-]*/gu) ?? []

/** What ends with a full stop, a question mark or a colon; a label is a sentence of its own. */
export const sentencesIn = (text: string): string[] =>
  text.split(/(?<=[.!?:])\s+/).filter(part => wordsIn(part).length > 0)

/** Syllables by groups of vowels, as the formula of Flesch and Kincaid is usually computed; one at least. */
const syllablesIn = (word: string): number => {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
    .match(/[aeiouy]{1,2}/g)
  return Math.max(1, groups?.length ?? 0)
}

export type Measured = {
  words: number
  /** Words of the sentence in the middle, and of the one that only a twentieth is longer than. */
  median: number
  longest5: number
  /** Flesch-Kincaid: the school year that is enough to read it. */
  grade: number
}

/** Labels of one or two words are counted as words, and are no sentences. */
export function measure(texts: readonly string[]): Measured {
  const sentences = texts.flatMap(sentencesIn).map(wordsIn)
  const spoken = sentences.filter(words => words.length > 2)
  const lengths = spoken.map(words => words.length).toSorted((a, b) => a - b)
  const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0
  const all = spoken.flat()
  const syllables = all.reduce((sum, word) => sum + syllablesIn(word), 0)
  return {
    words: sentences.reduce((sum, words) => sum + words.length, 0),
    median: at(0.5),
    longest5: at(0.95),
    grade:
      all.length === 0
        ? 0
        : Math.max(0, 0.39 * (all.length / spoken.length) + 11.8 * (syllables / all.length) - 15.59),
  }
}
