/**
 * What a pasted text is: whose key, of what kind, and what is wrong with the text, before anything is sent anywhere.
 * Never refuses on length, never throws. Messages never repeat the text; without words for them (`Judge.words`) they are empty.
 */
import type { ProblemCode, Recognised } from '../verdict.ts'
import { decode, type Marks } from './clean-paste.ts'
import type { PasteWords } from './paste-words.ts'

const candidate =
  /(?<![A-Za-z0-9_-])(?:sk-[A-Za-z0-9_-]+|sess-[A-Za-z0-9]{8,}|gsk_[A-Za-z0-9]+|xai-[A-Za-z0-9_-]+|AIza[A-Za-z0-9_-]{8,}|AQ\.[A-Za-z0-9_-]{8,}|tgp_v1_[A-Za-z0-9_-]+|eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)*)/g
const prefix = /^(?:sk-|sess-|gsk_|xai-|AIza|AQ\.|tgp_v1_|eyJ)/
const prefixOnly =
  /^(?:sk-(?:(?:proj|svcacct|admin|None|service|ant|or)-?(?:(?:api\d*|admin\d*|v1)-?)?)?|sess-|gsk_|xai-|AIza|AQ\.|tgp_v1_)$/
const maskedForm = /(?:^|[\s"'`=:(])[\w.-]*(?:\*{2,}|[•●∙·⋅◦]{2,}|…|\.{2,}|_{6,})[\w-]*/
const cutForm = /^(?:sk-|gsk_|xai-|AIza|AQ\.)[\w-]{6,}(?:\.{2,}|…)$/
const placeholderForm =
  /\b(?:your|my)[\s_-]*(?:[a-z]+[\s_-]+){0,3}[a-z]*(?:key|token|secret)|<[^>]{0,40}(?:key|token|secret)[^>]{0,40}>|(?:key|token)[\s_-]*(?:goes[\s_-]*)?here|\b(?:replace|change)[\s_-]*(?:me|this|with)|\bchangeme\b|\bplaceholder\b|\b(?:insert|paste|put|enter|add)[\s_-]+(?:[a-z]+[\s_-]+){0,2}key|[${]\{?\{?\s*\w*(?:key|token)\w*|process\.env|os\.(?:environ|getenv)|^%\w+%$|^(?:OPENAI|\w+)_API_KEY$/i
/** Made whole: nothing more belongs to it, so what follows is other text. */
function isWhole(key: string): boolean {
  const halves = /^sk-(?:proj-|svcacct-|admin-|None-)?([\w-]*?)T3BlbkFJ([\w-]*)$/.exec(key)
  if (halves) return (halves[2] ?? '').length >= (halves[1] ?? '').length
  return /^(?:sk-[A-Za-z0-9]{48}|sk-ant-[\w-]{80,}AA|AIza[\w-]{35}|gsk_\w{52}|xai-\w{80}|sk-or-v1-[0-9a-f]{64})$/.test(
    key,
  )
}

function isCut(key: string): boolean {
  const halves = /^sk-(?:proj-|svcacct-|admin-|None-)([\w-]*?)T3BlbkFJ([\w-]*)$/.exec(key)
  if (halves) return (halves[2] ?? '').length < (halves[1] ?? '').length
  return (
    key.replace(/^(?:sk-(?:proj|svcacct|admin|None|ant(?:-\w+)?|or-v1)-|sk-|gsk_|xai-|AIza|AQ\.|sess-)/, '')
      .length < 8
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
  if (tail.every(broken) || tail.length === 1 || isWhole(pieces.join(''))) return pieces.join('')
  return undefined
}

/** What the shapes alone do not tell: the worker asks it of what it was told, a screen of every name around the key. */
export type Judge = {
  whose(
    key: string,
    lines: readonly string[],
    index: number,
  ): Pick<Recognised, 'provider' | 'kind' | 'question'>
  isExample(key: string): boolean
  /** Sentences that only who pastes needs: the worker does without. */
  words?: PasteWords
  /** Random enough for a key that nothing else shows to be one. */
  isRandom(text: string): boolean
}

export function readKeyText(text: string, judge: Judge): Recognised {
  const raw = typeof text === 'string' ? text.slice(0, 50_000) : ''
  const { text: clean, marks } = decode(raw)
  const found: Recognised = { problems: [] }
  const say = (code: ProblemCode, message = judge.words?.problems[code] ?? ''): void => {
    if (!found.problems.some(problem => problem.code === code)) found.problems.push({ code, message })
  }
  if (clean === '') {
    say('empty')
    return found
  }
  sayMarks(marks, say)

  const bare = unquote(clean)
  const assigned = /^(?:export\s+|set\s+|\$env:)?[A-Za-z_][\w.]*\s*[=:]\s*["'`]?/.exec(bare)?.[0] ?? ''
  const whole = joined(bare) ?? joined(bare.slice(assigned.length))
  if (whole) {
    if (bare !== clean || assigned !== '') say('wrapped')
    say(/[\r\n]/.test(bare) ? 'line_break' : 'blank_inside')
    return take(found, whole, clean, say, judge)
  }

  const all = [...new Set([...clean.matchAll(candidate)].map(m => m[0].replace(/(?<!\.)\.+$/, '')))]
  const keys = all.filter(
    key =>
      !judge.isExample(key) &&
      !prefixOnly.test(key) &&
      !isMaskedIn(clean, key) &&
      (key === bare || key.length > 14 || /\d/.test(key)),
  )
  const key = keys[0]
  if (key !== undefined) {
    if (keys.length > 1) say('wrapped', judge.words?.several(keys.length))
    if (key !== clean) {
      if (/^[a-z][a-z+.-]*:\/\/\S+$/i.test(bare)) say('url', judge.words?.keyInUrl)
      else if (isProse(clean, key)) say('prose', judge.words?.textAround)
      // Curly quotes have been spoken of already.
      else if (!marks.curly || bare !== key) say('wrapped')
    }
    return take(found, key, clean, say, judge)
  }

  if (/^(?:[a-z][a-z+.-]*:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+\/\S*$/i.test(bare)) say('url')
  else if (prefixOnly.test(bare)) say('truncated')
  else if (isPlaceholder(clean, bare) || all.some(one => judge.isExample(one))) say('placeholder')
  else if (cutForm.test(bare)) say('truncated')
  else if (maskedForm.test(clean)) say('masked')
  else return plainText(found, clean, bare, say, judge)
  return found
}

const isPlaceholder = (clean: string, bare: string): boolean =>
  (clean.split(/\s+/).length < 5 && placeholderForm.test(clean)) ||
  /^(?:sk-(?:\.{2,}|…|x+|X+)|x{3,}|X{3,})$/.test(bare)

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

function take(found: Recognised, key: string, around: string, say: Say, judge: Judge): Recognised {
  settle(found, key, around, judge)
  if (found.kind === 'oauth' && found.provider === 'openai') say('not_a_key', judge.words?.signInToken)
  else if (isCut(key)) say('truncated')
  return found
}

/** Writes down the key and whose it is, or that this has to be asked. */
function settle(found: Recognised, key: string, around: string, judge: Judge): void {
  const lines = around.split('\n')
  // A key that was broken over lines begins where its first piece does.
  const start = lines.findIndex(line => line.includes(key) || line.includes(key.slice(0, 12)))
  Object.assign(found, judge.whose(key, lines, Math.max(0, start)), { key })
}

function plainText(found: Recognised, clean: string, bare: string, say: Say, judge: Judge): Recognised {
  const other = judge.words?.other(bare)
  if (other) {
    say('not_a_key', other)
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
  settle(found, value, clean, judge)
  if (found.provider) return found
  say('not_a_key')
  // A server of one's own takes any token, and some providers' keys have no prefix: the person may still say whose it is.
  if (value.length < 16 || !/[A-Za-z]/.test(value) || !(/\d/.test(value) || judge.isRandom(value)))
    delete found.key
  return found
}
