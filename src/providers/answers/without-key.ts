/** Who answers knows the key, and may write it where no shape tells: into an id, the name of a model, or spelt as `\u0041`. */

import { limitedText } from './limited-text.ts'

const plain = (text: string): string => text.replace(/[\W_]/g, '')

/** Letters and digits, as JSON may spell them. */
const spelt = /\\u00(3\d|[46][1-9a-f]|[57][\da])/gi

/** A text of the answer without any word that holds eight characters of the key in a row, unless they could be a word of any language. */
function withoutKey(answer: string, secret: string): string {
  const own = plain(secret)
  return answer
    .replace(spelt, (_, code) => String.fromCharCode(Number(`0x${code}`)))
    .replace(/[\w.:/@-]{8,}/g, word =>
      [...plain(word).matchAll(/(?=(.{8}))/g)].some(
        ([, part = '']) => /\d|[a-z][A-Z]/.test(part) && own.includes(part),
      )
        ? '[hidden]'
        : word,
    )
}

/** What was answered to a check of this key; nothing of the key is in it. Not for answers that bring a new key: alike parts would go. */
export async function answerTo(
  secret: string,
  response: Response,
): Promise<{ headers: Record<string, string>; body: string }> {
  const { text } = await limitedText(response)
  const headers = [...response.headers].map(([name, value]) => [name, withoutKey(value, secret)] as const)
  return { headers: Object.fromEntries(headers), body: withoutKey(text, secret) }
}
