/**
 * Reads an error as a terminal or log shows it: with the same readers that read a check's answers, and with the mistakes
 * that only a program can make. Pure; nothing is stored or sent.
 */
import type { KeyRow } from '../extension/state.ts'
import { readAnswer } from '../providers/index.ts'
import type { ProviderId, Verdict } from '../providers/verdict.ts'
import { type Advice, findMistake } from './program-mistakes.ts'

export type Explained = {
  mistake?: Advice
  verdict?: Verdict
  provider: ProviderId
  /** Which key the error speaks of, by its last four. */
  which?: string
}

const hints: [RegExp, ProviderId][] = [
  [/anthropic|claude|x-api-key/i, 'anthropic'],
  [/generativelanguage|gemini|google\.(api|rpc)/i, 'gemini'],
  [/mistral/i, 'mistral'],
  [/groq/i, 'groq'],
  [/openrouter/i, 'openrouter'],
  [/deepseek/i, 'deepseek'],
  [/\bx\.ai\b|\bgrok\b/i, 'xai'],
  [/together/i, 'together'],
]

export function explain(text: string, rows: KeyRow[]): Explained {
  const provider = hints.find(([says]) => says.test(text))?.[1] ?? 'openai'
  const status = statusIn(text)
  const mistake = findMistake(text)
  const which = whichKey(text, rows)
  const body = bodyIn(text)
  const verdict = readAnswer(provider, 'models', { status: status ?? 400, headers: {}, body })
  const known =
    verdict.cause !== 'unrecognised' && verdict.cause !== 'ok' && verdict.cause !== 'not_the_provider'
  return {
    provider,
    ...(mistake && { mistake }),
    ...(known && !mistake && { verdict }),
    ...(which !== undefined && { which }),
  }
}

function statusIn(text: string): number | undefined {
  const found =
    /(?:error code|status(?:[ _]?code)?|http(?:\/[\d.]+)?|response)["']?\s*[:=]?\s*\(?\s*([1-5]\d\d)\b/i.exec(
      text,
    ) ?? /\b(40[0134]|42[29]|50[0-4])\b/.exec(text)
  return found?.[1] === undefined ? undefined : Number(found[1])
}

/** The JSON in the text, Python's way of printing it included; else the text itself. */
function bodyIn(text: string): string {
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}')
  if (start < 0 || end < start) return text
  const inner = text.slice(start, end + 1)
  const candidates = [
    inner,
    inner
      .replace(/\bNone\b/g, 'null')
      .replace(/\bTrue\b/g, 'true')
      .replace(/\bFalse\b/g, 'false')
      .replace(/"(?=[^"]*':|[^"]*'[,}])/g, '\\"')
      .replace(/(?<=[{,:[\s])'|'(?=\s*[,}\]:])/g, '"'),
  ]
  return candidates.find(isJson) ?? text
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function whichKey(text: string, rows: KeyRow[]): string | undefined {
  const lastFour = /(?:provided|key)[^\n]{0,40}?\b\w{0,12}[-_\w]*\*{2,}(\w{4})\b/i.exec(text)?.[1]
  if (lastFour === undefined) return undefined
  const row = rows.find(one => one.lastFour === lastFour)
  if (row) return `It speaks of “${row.label}”, the key that ends in ${lastFour}.`
  return rows.length === 0
    ? `It speaks of a key that ends in ${lastFour}.`
    : `It speaks of a key that ends in ${lastFour}. None in your vault does: the program uses another key than you think.`
}
