/** Who answers knows the key, and may write it where no shape tells: into an id or a name, in pieces, backwards, or letter by letter as numbers. */
import { limitedText } from './limited-text.ts'

const numbers = String.raw`(?:\\{1,4}(?:u00|x)|%|&#x0*)([\da-f]{2})|&#(\d+)|&\w{3,4};|<\/?\w{1,4}>`
/**
 * What is read as one letter (`\u0073`, `%73`, `&#115;`) or as none (`&shy;`, `<wbr>`, `\n`). Two strokes before an n may be one stroke and a
 * letter of the key, or a line's end that was written twice over. And all of it may be letters of the key, so it is read as it stands, too.
 */
const readings = [
  /(?!)/g,
  new RegExp(String.raw`${numbers}|\\\\|\\(?:[bfnrt]|u[\da-f]{4})`, 'gi'),
  new RegExp(String.raw`${numbers}|\\{1,4}(?:[bfnrt]|u[\da-f]{4})`, 'gi'),
]

/** Small letters and digits. By bytes, for an answer may have sixteen million of them. */
function lettersOf(text: string, odd: RegExp): string {
  const bytes = new TextEncoder().encode(
    text.replace(odd, (_, hex, decimal) => String.fromCharCode(Number(decimal ?? `0x${hex}`))),
  )
  let length = 0
  for (const byte of bytes) {
    const small = byte | 32
    if ((byte > 47 && byte < 58) || (small > 96 && small < 123)) bytes[length++] = small
  }
  return new TextDecoder().decode(bytes.subarray(0, length))
}

/**
 * A text without any word that holds eight letters or digits of this key in a row, unless they could be a word of any language; nothing
 * of one that holds them across words, backwards or in base64. Not for answers that bring a new key: alike parts would go.
 * @param secret what a header can carry (`isSendable`)
 * @param least another number than eight, and an even one
 */
export function withoutKey(secret: string, least = 8): (text: string) => string {
  // In base64 a letter's place among three says how it is written.
  const packed = ['', 'a', 'ab'].map(before => btoa(before + secret).slice(4))
  const ways = [secret, [...secret].reverse().join(''), ...packed].map(way => way.replace(/[^a-z\d]+/gi, ''))
  const slices = (length: number) =>
    ways.flatMap(letters => [...letters].map((_, at) => letters.slice(at, at + length)))
  const parts = slices(least).filter(part => part[least - 1] && /\d|[a-z][A-Z]/.test(part))
  const part = new RegExp(parts.join('|') || '(?!)', 'i')
  // Whatever holds a part holds half of one where such a step ends: long answers are looked through by these.
  const half = least / 2
  const halves = new Set(slices(half).map(one => one.toLowerCase()))
  const holdsAs = (text: string, odd: RegExp) => {
    const letters = lettersOf(text, odd)
    for (let at = 0; at < letters.length; at += half)
      if (
        halves.has(letters.slice(at, at + half)) &&
        part.test(letters.slice(Math.max(0, at - half), at + least))
      )
        return true
    return false
  }
  const holds = (text: string) =>
    readings.slice(0, /[\\%&<]/.test(text) ? 3 : 1).some(odd => holdsAs(text, odd))
  return text => {
    if (!holds(text)) return text
    const left = text.replace(/[\w.:/@-]{8,}/g, word => (holds(word) ? '[hidden]' : word))
    return holds(left) ? '' : left
  }
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
