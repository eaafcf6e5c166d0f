/** Four words to begin with, and what makes a passphrase good enough, as the vault says it. The word list is loaded only when wanted. */
import { t } from '../../../i18n/t.ts'
import { type Judgement, judgePassphrase, wordsIn } from '../../../vault/passphrase.ts'

/** @param least different words that an organization wants */
export function judge(passphrase: string, least = 0): Judgement {
  const judged = judgePassphrase(passphrase)
  return judged.ok && wordsIn(passphrase) < least
    ? {
        ok: false,
        problem: 'short',
        message: t('Your organization wants {least} different words or more.', { least }),
      }
    : judged
}

/** One suggestion in some thousand is of words that people use as passwords, and would be refused: then chance is asked again. */
export async function suggestWords(least = 0): Promise<string> {
  const { pickWords } = await import('../../../vault/passphrase-words.ts')
  for (;;) {
    const words = pickWords(count => crypto.getRandomValues(new Uint8Array(count)), Math.max(4, least))
    if (judge(words, least).ok) return words
  }
}
