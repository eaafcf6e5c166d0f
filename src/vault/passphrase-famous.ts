/** Lines that everybody knows, found in a passphrase however they are written. Pure. */
import { findEntry } from '../i18n/find-entry.ts'
import lines from './famous-lines.txt?raw'

const signs: Record<string, string> = Object.fromEntries(
  ['a@4', 'b8', 'c(', 'e3€', 'g69', 'h#', 'i1!|', 'o0', 's$5', 't7+', 'z2'].flatMap(([letter = '', ...all]) =>
    all.map(sign => [sign, letter] as const),
  ),
)
const otherSigns: Record<string, string> = { ...signs, '1': 'l', '!': 'l', '|': 'l', '7': 'l' }

/** As it is in small letters, then with the usual signs read as the letters they stand for. All of one length. */
export function spell(text: string): string[] {
  const lower = Array.from({ length: text.length }, (_, i) => {
    const small = text.charAt(i).toLowerCase()
    return small.length === 1 ? small : text.charAt(i)
  }).join('')
  const read = (table: Record<string, string>) =>
    lower.replace(/[^a-z]/g, sign => findEntry(table, sign) ?? sign)
  return [...new Set([lower, read(signs), read(otherSigns)])]
}

const letters = (text: string) => text.replace(/[^a-z]/g, '')
const known = lines.trim().split('\n').map(letters)

/** Where a known line lies in it, blanks and signs between its letters or not. */
export function famousSpans(spellings: readonly string[]): { start: number; end: number }[] {
  return spellings.flatMap(spelling => {
    const places = Array.from(spelling.matchAll(/[a-z]/g), ({ index }) => index)
    const squeezed = letters(spelling)
    return known.flatMap(line => {
      const at = squeezed.indexOf(line)
      const [start, last] = [places[at], places[at + line.length - 1]]
      return at < 0 || start === undefined || last === undefined ? [] : [{ start, end: last + 1 }]
    })
  })
}
