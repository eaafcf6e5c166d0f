/** Who answers knows the key, and may write it where no shape tells: into an id, the name of a model, or spelt as `\u0041`. */
import { limitedText } from './limited-text.ts'

const plain = (text: string): string => text.replace(/\W|_/g, '')

/**
 * A text without any word that holds eight characters of this key in a row, unless they could be a word of any language. Not for answers
 * that bring a new key: alike parts would go.
 */
export function withoutKey(secret: string): (text: string) => string {
  const own = plain(secret)
  return text =>
    text
      .replace(/\\u00((?!5c)[3-7].)/gi, (_, code) => String.fromCharCode(Number(`0x${code}`)))
      .replace(/[\w.:/@-]{8,}/g, word =>
        [...plain(word).matchAll(/(?=(.{8}))/g)].some(
          ([, part = '']) => /\d|[a-z][A-Z]/.test(part) && own.includes(part),
        )
          ? '[hidden]'
          : word,
      )
}

/** What was answered to a check of this key, without the key. */
export async function answerTo(
  secret: string,
  response: Response,
): Promise<{ headers: Record<string, string>; body: string }> {
  const clean = withoutKey(secret)
  const headers = [...response.headers].map(([name, value]) => [name, clean(value)] as const)
  return { headers: Object.fromEntries(headers), body: clean((await limitedText(response)).text) }
}
