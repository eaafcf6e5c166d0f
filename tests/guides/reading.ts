/** How hard a text is to read. Pure. */

/** Words that a person reads: what has a letter or a digit in it. */
export const wordsIn = (text: string): string[] =>
  text.split(/\s+/).filter(word => /[\p{Letter}\p{Number}]/u.test(word))

/** Sentences, by what ends them; a colon, an abbreviation with an inner stop or an address does not. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.?!]["”’)]*)\s+(?=["“‘(]?[\p{Uppercase}\p{Number}])/u)
    .filter(part => wordsIn(part).length > 0)

/** By its groups of vowels, less an e that is not heard. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const heard = letters.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^l]e)$/, ending => ending[0] ?? '')
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 0)
}

/**
 * The school year in which a text can be read: Flesch-Kincaid grade level (Kincaid et al., 1975,
 * https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests).
 */
export function gradeOf(texts: string[]): number {
  const sentences = texts.flatMap(sentencesIn)
  const words = sentences.flatMap(wordsIn)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}
