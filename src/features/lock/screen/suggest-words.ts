/** Four words to begin with, and what makes a passphrase good enough, as the vault says it. The word list is loaded only when wanted. */
export { judgePassphrase as judge } from '../../../vault/passphrase.ts'

export async function suggestWords(): Promise<string> {
  const { pickWords } = await import('../../../vault/passphrase-words.ts')
  return pickWords(count => crypto.getRandomValues(new Uint8Array(count)))
}
