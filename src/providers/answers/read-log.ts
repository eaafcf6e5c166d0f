/**
 * Reads the error that a person's program shows: what went wrong, by the same readers that judge answers, and the mistakes
 * that only a program can make. Pure; keeps nothing, repeats nothing of a key.
 */
import { t } from '../../i18n/t.ts'
import { providers } from '../list.ts'
import { recognise } from '../recognition/recognise.ts'
import type { ProviderId, Verdict } from '../verdict.ts'
import { answerRules } from './answer-rules.ts'
import { type Words, wordsFor } from './cause-texts.ts'
import { meaningOfCode } from './meaning.ts'
import { type Mistake, mistakesIn } from './program-mistakes.ts'
import { readerBy } from './read-answer.ts'
import { scrub } from './scrub.ts'

/** A program puts its own words before the provider's, and often quotes them. */
const nothing = /(?!)/g
const readAnswer = readerBy({ ...answerRules, lead: nothing, quoted: nothing })

export type LogReading = {
  provider: ProviderId
  /** What the provider said; absent when the text holds no answer of a provider. */
  verdict?: Verdict
  words?: Words
  mistakes: Mistake[]
  /** The key of the vault that the program used, as far as its last four tell. */
  keyId?: string
  /** The line that was understood, scrubbed. */
  line?: string
}

export type KnownKey = { id: string; provider: ProviderId; lastFour: string }

/** What tells in a program's error who was asked, where it is more than the provider's host and id; OpenAI is assumed. */
const signs: Readonly<Partial<Record<ProviderId, RegExp>>> = {
  anthropic: /anthropic|x-api-key|claude/i,
  gemini: /generativelanguage|google\.(?:genai|api_core|generativeai)|gemini|ai\.google/i,
  xai: /api\.x\.ai|\bxai\b|\bgrok\b/i,
  together: /together\.(?:xyz|ai)/i,
  ollama: /:11434|ollama/i,
  lmstudio: /:1234\b|lm[ -]?studio/i,
  llamacpp: /llama[._-]?cpp/i,
}
const signOf = ({ id, baseUrl }: (typeof providers)[ProviderId]): RegExp =>
  signs[id] ?? new RegExp(`${new URL(baseUrl).hostname.replaceAll('.', '\\.')}|${id}`, 'i')
// A gateway first: the names of the models that it passes on to stand in its errors too.
const { openrouter, openai: _, other: __, ...others } = providers
const asked = [openrouter, ...Object.values(others)].map(each => [each.id, signOf(each)] as const)

const classes: readonly [RegExp, number][] = [
  [/AuthenticationError|Unauthorized/, 401],
  [/PermissionDeniedError|Forbidden/, 403],
  [/NotFoundError/, 404],
  [/BadRequestError|InvalidRequestError/, 400],
  [/RateLimitError|Too Many Requests/, 429],
  [/InternalServerError|APIError/, 500],
  [/ServiceUnavailable/, 503],
]

function statusIn(text: string): number | undefined {
  const said =
    /(?:error code|status(?:[ _]?code)?|HTTP(?:\/[\d.]+)?|code|failed with|returned|response)['"]?\s*(?:[:=]\s*)?(?:status\s*)?([1-5]\d\d)\b|\b(4\d\d|5\d\d)\s+(?=[A-Z{<'"])/i.exec(
      text,
    )
  const number = Number(said?.[1] ?? said?.[2])
  return number >= 100 ? number : classes.find(([name]) => name.test(text))?.[1]
}

/** A code that a program prints without the answer around it: `HTTP 429 (insufficient_quota: …)`. What names the limit of speed is broad, and comes last. */
function codesIn(text: string): string[] {
  const meaning = (code: string) => meaningOfCode(code, 0, {}, answerRules)
  const codes = [...new Set(text.match(/\b[a-z]+(?:_[a-z]+)+\b/g))].filter(meaning)
  const isBroad = (code: string) => meaning(code) === 'rate_limited'
  return [...codes.filter(code => !isBroad(code)), ...codes.filter(isBroad)]
}

/** JSON in the text, or Python's print of it; else its codes; else the lines that speak of an error, the last first. */
function bodiesIn(text: string): string[] {
  const start = text.search(/[[{]\s*['"]/)
  const found: string[] = []
  if (start >= 0) {
    const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
    found.push(text.slice(start, end > start ? end + 1 : undefined))
  }
  for (const code of codesIn(text))
    found.push(JSON.stringify({ error: { message: code.replaceAll('_', ' '), code } }))
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !/^(?:at |File "|~+|\^+|\d+\s*\|)/.test(line))
  const speaking = lines.filter(line =>
    /error|exception|denied|in(?:valid|correct|sufficient)|exceeded|limit|not |n['’]t |failed|refused|expired|missing|must|declined|too many/i.test(
      line,
    ),
  )
  for (const line of [...speaking].reverse().slice(0, 8))
    found.push(JSON.stringify({ error: { message: line.replace(/^[\w.]*(?:Error|Exception)\b[:\s]*/, '') } }))
  return found
}

/** @param keys of the vault, to say whether the program used one of them */
export function readLog(pasted: string, keys: readonly KnownKey[] = []): LogReading {
  const text = pasted.slice(-20_000)
  const named = asked.find(([, sign]) => sign.test(text))?.[0] ?? recognise(text).provider ?? 'openai'
  const status = statusIn(text) ?? 400
  const reading: LogReading = { provider: named, mistakes: mistakesIn(text) }
  for (const body of bodiesIn(text)) {
    // What a program asks for has a form that may be wrong.
    const verdict = readAnswer(named, 'spend', {
      status,
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (verdict.cause === 'unrecognised' || verdict.cause === 'ok' || verdict.says === '') continue
    // A mistake of the program explains it better than "no key arrived" or "somebody else answered".
    if (reading.mistakes.length > 0 && verdict.key === 'unknown') break
    // A model that is asked in the wrong way is "not found", too.
    if (
      verdict.cause === 'model_unavailable' &&
      reading.mistakes.some(({ code }) => code === 'wrong_setting')
    )
      break
    reading.verdict = verdict
    reading.words = wordsFor(verdict, { provider: named })
    reading.line = scrub(verdict.says)
    break
  }
  const tail = /(?:\*{3}|\.{3}|…)([A-Za-z0-9_-]{4})\b/.exec(text)?.[1]
  if (tail !== undefined && keys.length > 0) {
    const own = keys.find(key => key.lastFour === tail && key.provider === named)
    if (own) reading.keyId = own.id
    else if (reading.verdict?.key === 'rejected') reading.mistakes.push(otherKey)
  }
  return reading
}

const otherKey: Mistake = {
  code: 'other_key',
  title: t('Another key than you think'),
  means: t('The program used a key that is not in your vault.'),
  todo: [
    t('Look where the program takes its key from: an older value in the shell wins over .env.'),
    t('Put the right one there and start the program anew.'),
  ],
}
