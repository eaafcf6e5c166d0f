/** Makes strings that have the shape of keys and open nothing anywhere: every one is random. Shapes: facts, "Key formats". */
import { randomInt } from 'node:crypto'

export type SecretKind = 'project' | 'service' | 'admin' | 'user' | 'legacy'

const wide = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const narrow = wide.slice(0, 62)
/** base64 of "OpenAI"; stands in the middle of every one of their keys. */
const marker = 'T3BlbkFJ'

export function makeSecret(kind: SecretKind): string {
  if (kind === 'project') return `sk-proj-${letters(wide, 74)}${marker}${letters(wide, 74)}`
  if (kind === 'service') return `sk-svcacct-${letters(wide, 74)}${marker}${letters(wide, 74)}`
  if (kind === 'admin') return `sk-admin-${letters(wide, 58)}${marker}${letters(wide, 58)}`
  return `sk-${letters(narrow, 20)}${marker}${letters(narrow, 20)}`
}

/** As the list of keys shows it. */
export const shortForm = (secret: string) => `sk-...${secret.slice(-4)}`

/** As the API echoes a refused key: its prefix, one star per hidden character, the last four; a short text whole. */
export function echo(sent: string): string {
  if (sent.length < 12) return sent
  const prefix = /^sk-(?:proj|svcacct|admin|None|or-v1|ant)-/.exec(sent)?.[0] ?? sent.slice(0, 8)
  return prefix + '*'.repeat(Math.max(0, sent.length - prefix.length - 4)) + sent.slice(-4)
}

function letters(alphabet: string, count: number): string {
  // The last one is never a sign, so that a double click selects the whole key and word boundaries hold.
  return Array.from(
    { length: count },
    (_, i) => alphabet[randomInt(i === count - 1 ? 62 : alphabet.length)],
  ).join('')
}
