/**
 * No answer needs to hold a whole key, but a platform may quote one, and what it answers is shown, kept and saved as a file. Pure, and small:
 * the worker reads it.
 */
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { withoutKey } from '../../../providers/answers/without-key.ts'

/** A name that somebody gave has no such long piece. */
const wholeKey = /(?<![\w-])sk-[\w-]*[A-Za-z\d]{20}[\w-]*/g

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
  return withoutKey(secret, 16)(safe) === safe ? safe : undefined
}
