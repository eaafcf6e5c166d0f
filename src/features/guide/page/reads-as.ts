/** Does a text of the page match one of the patterns of `core/page-words.ts`? The worker’s answer brings them; until then nothing matches. */
import type { PageWords } from '../core/page-words.ts'

const patterns = new Map<string, RegExp>()

export function learnWords(words: Partial<PageWords>): void {
  for (const [name, source] of Object.entries(words)) patterns.set(name, new RegExp(source, 'i'))
}

export const knowsWords = (): boolean => patterns.size > 0

export const readsAs = (what: keyof PageWords, text: string): boolean =>
  patterns.get(what)?.test(text.trim()) === true

/** What the pattern’s first group captures in the text, for example the last characters of a shortened key. */
export const readFrom = (what: keyof PageWords, text: string): string | undefined =>
  patterns.get(what)?.exec(text.trim())?.[1]
