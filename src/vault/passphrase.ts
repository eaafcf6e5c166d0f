/**
 * Is a passphrase hard enough to guess to stand alone? It is cut into the pieces that a guesser would try first (common words
 * with their usual substitutions, generated words, years, walks over the keyboard, known lines, repeats), each at the price of
 * its rank, and the cheapest way through counts. No rules about symbols. For screens that make a passphrase: it brings its lists.
 */
import { t } from '../i18n/t.ts'
import common from './common-words.txt?raw'
import { famousSpans, spell } from './passphrase-famous.ts'
import { lengthOf, shortest, wordsIn } from './passphrase-least.ts'
import { words } from './passphrase-words.ts'

export { shortest, wordsIn }

/** Bits. Four generated words have 51.7; with two of them among the common ones they stay above this. */
const least = 40
/** What is longer is judged by its beginning. */
const longest = 300

export type Judgement =
  | { ok: true; strength: 'fair' | 'good' | 'strong'; message: string }
  | { ok: false; problem: 'short' | 'common' | 'repeats' | 'famous'; message: string }

const priceOf = new Map<string, number>([
  ...words.map(word => [word, Math.log2(words.length)] as const),
  ...common
    .trim()
    .split('\n')
    .map((word, rank) => [word, Math.log2(rank + 12)] as const),
])
const longestWord = 16
const rows = [
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
]
const columns = [
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '8ik',
  '9ol',
  '0p',
  'zaq1',
  'xsw2',
  'cde3',
  'vfr4',
  'bgt5',
  'nhy6',
  'mju7',
]
const backwards = (text: string) => [...text].reverse().join('')
const walks = [...rows, ...rows.map(backwards), columns.join(''), columns.map(backwards).join('')]

type Piece = { length: number; bits: number; problem?: 'common' | 'repeats' | 'famous' }

/** What can end at this place, the longest way back first. */
function* piecesEndingAt(end: number, text: string, plain: readonly string[]): Generator<Piece> {
  const lower = plain[0] ?? ''
  for (let length = Math.min(end, longestWord); length >= 3; length--) {
    const start = end - length
    const raw = text.slice(start, end)
    for (const [index, spelling] of plain.entries()) {
      const piece = spelling.slice(start, end)
      const price = priceOf.get(piece) ?? priceOf.get(backwards(piece))
      if (price === undefined) continue
      const capitals =
        raw === raw.toLowerCase() ? 0 : /^\p{Lu}\P{Lu}*$/u.test(raw) || raw === raw.toUpperCase() ? 1 : 3
      yield { length, bits: price + capitals + (index > 0 ? 1.5 : 0), problem: 'common' }
    }
    const part = lower.slice(start, end)
    if (walks.some(walk => walk.includes(part)))
      yield { length, bits: 4 + Math.log2(length), problem: 'common' }
    if (new Set(part).size === 1) yield { length, bits: 5 + Math.log2(length), problem: 'repeats' }
  }
  // A repeated piece is cheap to guess, however long it is.
  for (let length = Math.floor(end / 2); length >= 4; length--)
    if (lower.slice(0, end - length).includes(lower.slice(end - length, end))) {
      yield { length, bits: 3, problem: 'repeats' }
      break
    }
  if (/(?:19|20)\d\d$/.test(lower.slice(0, end))) yield { length: 4, bits: 6, problem: 'common' }
  const date = /(?:\d{1,2}[./-]?\d{1,2}[./-]?(?:19|20)\d\d|(?:19|20)\d\d[./-]?\d\d[./-]?\d\d)$/.exec(
    lower.slice(Math.max(0, end - 10), end),
  )
  if (date) yield { length: date[0].length, bits: 13, problem: 'common' }
  yield { length: 1, bits: priceOfCharacter(text.charAt(end - 1), text.charAt(end - 2)) }
}

function priceOfCharacter(character: string, before: string): number {
  if (/[\s_.,-]/.test(character)) return 0.7
  if (/[!?]/.test(character)) return 2
  if (/\d/.test(character)) return 3.3
  if (/\p{Ll}/u.test(character)) return 3.4
  if (/\p{Lu}/u.test(character)) return /\p{L}/u.test(before) || before === '' ? 4.4 : 3.8
  return 4.5
}

/** The cost of the cheapest way to guess the whole, and the kind of cheap piece that matters most in it. */
function guess(passphrase: string): { bits: number; problem: 'common' | 'repeats' | 'famous' } {
  const text = passphrase.normalize('NFC').slice(0, longest)
  const plain = spell(text)
  const known = famousSpans(plain)
  const ways: { bits: number; covered: Record<'common' | 'repeats' | 'famous', number> }[] = [
    { bits: 0, covered: { common: 0, repeats: 0, famous: 0 } },
  ]
  for (let end = 1; end <= text.length; end++) {
    const pieces: Piece[] = known
      .filter(span => span.end === end)
      .map(({ start }) => ({ length: end - start, bits: 9, problem: 'famous' }))
    let best: (typeof ways)[number] | undefined
    for (const { length, bits, problem } of [...pieces, ...piecesEndingAt(end, text, plain)]) {
      const way = ways[end - length]
      if (!way || (best && best.bits <= way.bits + bits)) continue
      best = {
        bits: way.bits + bits,
        covered: problem ? { ...way.covered, [problem]: way.covered[problem] + length } : way.covered,
      }
    }
    if (best) ways.push(best)
  }
  const { bits, covered } = ways.at(-1) ?? { bits: 0, covered: { common: 0, repeats: 0, famous: 0 } }
  const problem = covered.famous > 0 ? 'famous' : covered.repeats >= covered.common ? 'repeats' : 'common'
  return {
    bits,
    problem: covered.repeats + covered.common === 0 && covered.famous === 0 ? 'common' : problem,
  }
}

const reasons = {
  famous: t('This is a known line, and those are tried first. Choose words that do not belong together.'),
  repeats: t('It repeats itself. Add other words instead.'),
  common: t(
    'Common words, years and patterns are tried first, also with signs for letters. Add words that do not belong together.',
  ),
}

/** Never repeats the passphrase. */
export function judgePassphrase(passphrase: string): Judgement {
  const length = lengthOf(passphrase)
  if (length < shortest)
    return {
      ok: false,
      problem: 'short',
      message: t('At least {shortest} characters, or four generated words. {missing} to go.', {
        shortest,
        missing: shortest - length,
      }),
    }
  const { bits, problem } = guess(passphrase)
  if (bits < least) return { ok: false, problem, message: reasons[problem] }
  if (bits >= 75) return { ok: true, strength: 'strong', message: t('Strong.') }
  if (bits >= 50) return { ok: true, strength: 'good', message: t('Good.') }
  return { ok: true, strength: 'fair', message: t('Fair. A few more words make it much stronger.') }
}
