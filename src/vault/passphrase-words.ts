/**
 * Four words to unlock with: 51.7 bits. The list is the EFF's large one (7,776 words, eff.org/dice, CC BY 3.0), in a file of
 * its own; load this module only where words are made, never in the worker.
 */
import list from './eff-large-wordlist.txt?raw'

export const words: readonly string[] = list.trim().split('\n')

/** Every word equally likely: what would favour the first ones is thrown away. */
export function pickWords(random: (count: number) => Uint8Array, count = 4): string {
  const picked: string[] = []
  const fair = Math.floor(65_536 / words.length) * words.length
  while (picked.length < count) {
    const [high = 0, low = 0] = random(2)
    const number = high * 256 + low
    const word = number < fair ? words[number % words.length] : undefined
    if (word) picked.push(word)
  }
  return picked.join(' ')
}
