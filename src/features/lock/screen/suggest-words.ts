/** Four words to begin with, and what makes a passphrase good enough, as the vault says it. The word list is loaded only when wanted. */
import { judgePassphrase as judge } from '../../../vault/passphrase.ts'

export { judge }

/** One suggestion in some thousand is of words that people use as passwords, and would be refused: then chance is asked again. */
export async function suggestWords(): Promise<string> {
  const { pickWords } = await import('../../../vault/passphrase-words.ts')
  for (;;) {
    const words = pickWords(count => crypto.getRandomValues(new Uint8Array(count)))
    if (judge(words).ok) return words
  }
}
