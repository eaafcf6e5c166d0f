/**
 * What a pasted text is: whose key, of what kind, and what is wrong with the text, before anything is sent anywhere.
 * Never refuses on length, never throws. Messages never repeat the text.
 */
import type { ProblemCode, Recognised } from '../verdict.ts'
import { bareKeysSaid, isFollowedByAnother } from './bare-keys.ts'
import { asWritten, decode, type Marks } from './clean-paste.ts'
import { isExampleKey, isRandom } from './example.ts'
import { addressForm, candidate, cutForm, isCut, isPlaceholder, maskedForm, prefixOnly } from './key-forms.ts'
import { pasteWords } from './paste-words.ts'
import { isSaidToHaveEnded, isShorterThanKnown } from './said-ended.ts'

const { problems, several, keyInUrl, textAround, signInToken, claudeSession, other } = pasteWords

const prefix = /^(?:sk-|sess-|gsk_|xai-|AIza|AQ\.|tgp_v1_|(?:hf|api_org|r8|fw|lsv2)_|pplx-|nvapi-|eyJ)/
/** How many letters a key of OpenAI lacks: as many stand after its marker as before. Undefined before the marker has come. */
function lacks(key: string): number | undefined {
  const halves = /^sk-(?:proj-|svcacct-|admin-|None-)?([\w-]*?)T3BlbkFJ([\w-]*)$/.exec(key)
  return halves ? (halves[1] ?? '').length - (halves[2] ?? '').length : undefined
}

/** Made whole: nothing more belongs to it, so what follows is other text. */
function isWhole(key: string): boolean {
  const left = lacks(key)
  if (left !== undefined) return left <= 0
  return /^(?:sk-[A-Za-z0-9]{48}|sk-ant-[\w-]{80,}AA|AIza[\w-]{35}|gsk_\w{52}|xai-\w{80}|sk-or-v1-[0-9a-f]{64})$/.test(
    key,
  )
}

const broken = (piece: string): boolean =>
  /^[A-Za-z0-9_-]+$/.test(piece) && (/[\d_-]/.test(piece) || /.[A-Z]/.test(piece) || piece.length >= 16)

/** A key that whitespace has broken, joined; undefined when what follows is other text. */
function joined(text: string): string | undefined {
  const pieces = text.split(/\s+/)
  const first = pieces[0] ?? ''
  if (
    pieces.length < 2 ||
    pieces.length > 12 ||
    !/^(?:sk-|sess-|gsk_|xai-|AIza|AQ\.|tgp_v1_)[\w-]*$/.test(first)
  )
    return undefined
  if (isWhole(first)) return undefined
  const tail = pieces.slice(1)
  if (tail.some(piece => prefix.test(piece) || !/^[A-Za-z0-9_-]+$/.test(piece))) return undefined
  const whole = pieces.join('')
  // One word in the same line may be the next one of a command: `KEY=… npm start`.
  const mayEnd = tail.length === 1 && /[\r\n]/.test(text)
  return (tail.every(broken) || mayEnd || isWhole(whole)) && !isExampleKey(whole) ? whole : undefined
}

/**
 * A key of OpenAI that is broken by blanks, by lines, or by what a terminal or a mail puts there, wherever it stands in the text: it is
 * read on until it is as long as it says. What follows a key that is cut are words, and no pieces of one size.
 */
function readOn(text: string): string | undefined {
  const from = text.search(/(?<![\w-])s\s*k\s*-/)
  const pieces: string[] = []
  for (const piece of from < 0 ? [] : text.slice(from).split(/(?:=(?=\r?\n)|[\s\\>|])+/)) {
    const [own = ''] = /^[\w-]*/.exec(piece) ?? []
    if (own === '') return undefined
    pieces.push(own)
    const left = lacks(pieces.join(''))
    if (left === 0) break
    if ((left !== undefined && left < 0) || own !== piece) return undefined
  }
  const key = pieces.join('')
  const [size, ...others] = pieces.slice(1, -1).map(piece => piece.length)
  const isEven = size !== undefined && others.every(other => other === size)
  return lacks(key) === 0 && pieces.length > 1 && (isEven || pieces.slice(1).every(broken)) ? key : undefined
}

/** The key of a text in which line ends or blanks have broken it, made whole again. */
function unbroken(text: string): string | undefined {
  const bare = unquote(text)
  const assigned = /^(?:export\s+|set\s+|\$env:)?[A-Za-z_][\w.]*\s*[=:]\s*["'`]?/.exec(bare)?.[0] ?? ''
  return joined(bare) ?? joined(bare.slice(assigned.length)) ?? readOn(text)
}

/** Whose a key is, by what stands around it; where that leaves it open, the question to ask. */
type WhoseIn = (
  key: string,
  lines: readonly string[],
  index: number,
) => Pick<Recognised, 'provider' | 'kind' | 'question'>

export function readKeyText(text: string, whose: WhoseIn): Recognised {
  // So long a text is a file. Of a part of it nobody knows whether its last key is whole.
  const isFile = typeof text === 'string' && text.trim().length > 50_000
  const { text: copied, marks } = decode(typeof text !== 'string' || isFile ? '' : text)
  const found: Recognised = { problems: [] }
  const say = (code: ProblemCode, message = problems[code]): void => {
    if (!found.problems.some(problem => problem.code === code)) found.problems.push({ code, message })
  }
  if (copied === '') {
    say(isFile ? 'prose' : 'empty')
    return found
  }
  sayMarks(marks, say)

  const whole = unbroken(copied)
  if (whole) {
    if (whole !== copied.replace(/\s/g, '')) say('wrapped')
    say(/[\r\n]/.test(unquote(copied)) ? 'line_break' : 'blank_inside')
    return take(found, whole, copied, say, whose)
  }
  const clean = asWritten(copied)
  const bare = unquote(clean)
  const all = [...new Set([...clean.matchAll(candidate)].map(m => m[0].replace(/(?<!\.)\.+$/, '')))]
  const keys = all.filter(
    key =>
      !prefixOnly.test(key) && isKeyIn(clean, key) && (key === bare || key.length > 14 || /\d/.test(key)),
  )
  // Before one that has ended, or that is a token for signing in, the person means the other one.
  const key =
    keys.length < 2
      ? keys[0]
      : (keys.find(
          one =>
            !/^eyJ|^sk-ant-(?:sid|ort)/.test(one) &&
            !isShorterThanKnown(one) &&
            !isSaidToHaveEnded(clean, one),
        ) ?? keys[0])
  if (key !== undefined) {
    if (keys.length > 1) say('wrapped', several(keys.length))
    if (key !== clean) {
      if (/^[a-z][a-z+.-]*:\/\/\S+$/i.test(bare)) say('url', keyInUrl)
      else if (isProse(clean, key)) say('prose', textAround)
      // Curly quotes have been spoken of already.
      else if (!marks.curly || bare !== key) say('wrapped')
    }
    return take(found, key, clean, say, whose)
  }

  const [called, another] = /\s/.test(bare) ? new Set(bareKeysSaid(clean.split('\n'))) : []
  // Of two words of which nothing tells that they are keys one may be something else.
  if (called !== undefined && another === undefined && !isFollowedByAnother(clean, called)) {
    if (isProse(clean, called)) say('prose', textAround)
    else say('wrapped')
    return take(found, called, clean, say, whose)
  }

  if (addressForm.test(bare)) say('url')
  else if (prefixOnly.test(bare)) say('truncated')
  else if (isPlaceholder(clean, bare) || all.some(one => isExampleKey(one))) say('placeholder')
  else if (cutForm.test(bare)) say('truncated')
  else if (maskedForm.test(clean)) say('masked')
  else if (all.some(one => isBrokenIn(clean, one))) say('not_ascii')
  else return plainText(found, clean, bare, say, whose)
  return found
}

type Say = (code: ProblemCode, message?: string) => void

function sayMarks(marks: Marks, say: Say): void {
  if (marks.invisible) say('invisible_character')
  if (marks.curly) say('curly_quote')
}

/** Quotes, brackets and stray punctuation around a single thing. */
const unquote = (text: string): string =>
  text.replace(/^["'`<([{\s]+/, '').replace(/(?<!["'`>)\]},;\s])["'`>)\]},;\s]+$/, '')

const isMaskedIn = (text: string, key: string): boolean => {
  const end = text.indexOf(key) + key.length
  return /^(?:\*|•|●|…|\.{2,})/.test(text.slice(end, end + 3)) || /[_-]{6,}/.test(key.slice(-8))
}

/** Goes on behind a letter that looks like one of its own and is none, or behind a dash: what stands before it is no key. */
const isBrokenIn = (text: string, key: string): boolean =>
  !isWhole(key) &&
  /^(?![\w-])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Pd}][\w-]{6}/u.test(
    text.slice(text.indexOf(key) + key.length),
  )

/** Is this key of the text neither an example nor a part of one that is masked or broken? */
export const isKeyIn = (text: string, key: string): boolean =>
  !isExampleKey(key) && !isMaskedIn(text, key) && !isBrokenIn(text, key)

const command =
  /\b(?:curl|wget|http|export|setx?|setenv|const|let|var|env|declare|bearer|basic|authorization|fish|arg|string)\b|-[A-Za-z]\b|\$env:|<\/?\w[^<>]*>/gi

/** Is it a sentence that the key stands in, rather than an assignment, a header, JSON or a command? */
function isProse(text: string, key: string): boolean {
  const line = text.split('\n').find(one => one.includes(key)) ?? text
  if (/^\s*(?:\$\s*)?curl\b/.test(text) || /^\s*[{[]/.test(text)) return false
  const [before = '', after = ''] = line.split(key)
  const words = (part: string): number =>
    (part.replace(command, ' ').match(/(?<![\w.-])[A-Za-z][a-z']+(?![\w.-]*[\w(])/g) ?? []).length
  return words(before) > 2 || words(after.replace(/(?:#|\/\/|--).*/s, '')) > 1
}

function take(found: Recognised, key: string, around: string, say: Say, whose: WhoseIn): Recognised {
  settle(found, key, around, whose)
  if (found.kind === 'oauth' && found.provider === 'openai') say('not_a_key', signInToken)
  else if (found.kind === 'session' && found.provider === 'anthropic') say('not_a_key', claudeSession)
  else if (isCut(key)) say('truncated')
  else if (isShorterThanKnown(key)) say('short')
  if (isSaidToHaveEnded(around, key)) say('ended')
  return found
}

/** Writes down the key and whose it is, or that this has to be asked. */
function settle(found: Recognised, key: string, around: string, whose: WhoseIn): void {
  const lines = around.split('\n')
  // A key that was broken over lines begins where its first piece does.
  const start = lines.findIndex(line => line.includes(key) || line.includes(key.slice(0, 12)))
  Object.assign(found, whose(key, lines, Math.max(0, start)), { key })
}

function plainText(found: Recognised, clean: string, bare: string, say: Say, whose: WhoseIn): Recognised {
  const otherThing = other(bare)
  if (otherThing) {
    say('not_a_key', otherThing)
    return found
  }
  const assigned =
    /^(?:export\s+|set\s+|\$env:)?["']?[\w.-]*(?:key|token|secret|authorization)["']?\s*[:=]\s*(?:bearer\s+)?["'`]?([^\s"'`,;#]+)["'`]?\s*(?:,\s*)?(?:#.*)?$/i.exec(
      unquote(clean),
    )
  const value = assigned?.[1] ?? bare
  if (/[^\x20-\x7E\s]/.test(value)) say('not_ascii')
  if (/\s/.test(value)) {
    say('prose')
    return found
  }
  if (!/^[\x21-\x7E]{8,}$/.test(value) || /[^\w.~+/=-]/.test(value)) {
    if (!found.problems.some(problem => problem.code === 'not_ascii')) say('not_a_key')
    return found
  }
  if (assigned) say('wrapped')
  settle(found, value, clean, whose)
  if (found.provider) return found
  say('not_a_key')
  // A server of one's own takes any token, and some providers' keys have no prefix: the person may still say whose it is.
  if (value.length < 16 || !/[A-Za-z]/.test(value) || !(/\d/.test(value) || isRandom(value))) delete found.key
  return found
}
