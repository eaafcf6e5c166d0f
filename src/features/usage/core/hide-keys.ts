/**
 * No answer needs to hold a whole key, but a platform may quote one, and what it answers is shown, kept and saved as a file. Pure, and small:
 * the worker reads it.
 */
import { parseJson } from '../../../providers/answers/parse-json.ts'

/** A name that somebody gave has no such long piece. */
const wholeKey = /(?<![\w-])sk-[\w-]*[A-Za-z\d]{20}[\w-]*/g
const part = 16

/** As the platform’s own lists show a key, so that it can still be told which it is. */
const ends = (key: string): string => `${key.slice(0, 8)}...${key.slice(-4)}`

/**
 * @param secret the key that asked
 * @returns the answer with the ends of every whole key; undefined where it holds that key in another way: with marks between its characters,
 * say, or without its beginning
 */
export function withoutKeys(body: string, secret: string): string | undefined {
  // A letter may be written as its number.
  const value = body.includes('\\u') ? parseJson(body) : undefined
  const plain = value === undefined ? body : JSON.stringify(value)
  const safe = plain.replaceAll(secret, ends(secret)).replaceAll(wholeKey, ends)
  const letters = lettersOf(safe)
  const own = lettersOf(secret)
  for (let from = part; from + part <= own.length; from += part)
    if (letters.includes(own.slice(from, from + part))) return undefined
  return safe
}

const lettersOf = (text: string): string => text.replaceAll(/[^A-Za-z\d]/g, '').toLowerCase()
