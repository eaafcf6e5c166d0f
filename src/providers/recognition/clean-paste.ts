/** What copying does to a text: invisible characters, curly quotes, wide letters, escapes. Undone, and remembered. */
import { candidate, isWholeForm } from './key-forms.ts'

export type Marks = { invisible: boolean; curly: boolean }

const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu
const control = /(?![\t\n\r])\p{Cc}/gu
/** What colours a terminal's text, and as programs write it: `\x1b[33m`. */
const colours = /(?:(?![\t\n\r])\p{Cc}|\\(?:x1b|033|u001b|e))\[[\d;]*[A-Za-z]/giu
/** Blanks that look like a blank and are none. */
const wide = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
const curlyDouble = /[\u201C-\u201F\u00AB\u00BB\u2033\uFF02]/g
const curlySingle = /[\u2018-\u201B\u2032\uFF07\u00B4]/g
const hyphens = /[\u2010-\u2015\u2212\uFE58\uFF0D]/g

export function decode(text: string): { text: string; marks: Marks } {
  const marks = { invisible: false, curly: false }
  let clean = text
    .replace(colours, ' ')
    .replace(/\\u00([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(["'])/g, '$1')
  const without = linesOf(clean.replace(invisible, '')).replace(control, '')
  if (without !== clean) marks.invisible = true
  clean = without
  // Between two parts of a key it is a flaw of the copy, anywhere else a blank.
  const narrow = clean.replace(
    /(?<=[A-Za-z0-9_-])[\u00A0\u2000-\u200A\u202F\u205F\u3000]+(?=[A-Za-z0-9_-])/g,
    blank =>
      /^(?:sk-|sess-|gsk_|xai-|AIza|AQ\.)\S*$/.test(clean.replace(wide, '').trim())
        ? ''
        : blank.replace(wide, ' '),
  )
  if (wide.test(narrow) || narrow !== clean) marks.invisible = true
  clean = narrow.replace(wide, ' ')
  const straight = clean.replace(curlyDouble, '"').replace(curlySingle, "'")
  if (straight !== clean) marks.curly = true
  clean = straight.replace(/[\uFF01-\uFF5E]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  // A word processor's dash in place of the key's own hyphen.
  clean = clean.replace(/\b(sk|proj|sess|xai|svcacct|admin|ant|or)[\u2010-\u2015\u2212\uFE58\uFF0D]/g, '$1-')
  if (/^\S+$/.test(clean.trim()) && clean.trim().startsWith('sk-')) clean = clean.replace(hyphens, '-')
  return { text: clean.trim(), marks }
}

/** A list of variables as a system keeps it (`/proc/…/environ`) has NUL where a line would end; so has what follows a whole key. */
const linesOf = (text: string): string =>
  text
    .split('\0')
    .reduce((all, part) =>
      /^[A-Za-z_]\w*=/.test(part) || isWholeForm(/(?<![\w:-])[\w:-]{1,300}$/.exec(all.slice(-300))?.[0] ?? '')
        ? `${all}\n${part}`
        : all + part,
    )

/**
 * A text as it was before a mail, an address or a file of secrets wrote its keys in another way: over several lines, as `%2D`, in base64.
 * Each line stays where it was, but those that a mail has broken.
 */
export function asWritten(text: string): string {
  const isSecret = /^[ -]*kind: {0,4}["']?Secret\b/m.test(text)
  const plain = (isMail.test(text) ? text.replace(/=\r?\n/g, '').replace(/=([2-7][\dA-F])/g, fromHex) : text)
    .replace(/\S+/g, word => {
      if (!word.includes('%')) return word
      const decoded = word.replace(/%([2-7][\dA-F])/gi, fromHex)
      return decoded.search(candidate) < 0 ? word : decoded
    })
    .replace(
      /(?<![\w+/=-])[A-Za-z\d+/]{20,600}={0,2}(?![\w+/=-])/g,
      word => fromBase64(word, isSecret) ?? word,
    )
  const lines = plain.split('\n')
  for (const [at, line] of lines.entries()) {
    const first = /(?<![\w-])(?:sk-|gsk_|xai-)[\w-]+(?=["'`]?\s{0,4}[+\\]?\s{0,4}$)/.exec(line)?.[0]
    let key = first ?? ''
    for (let next = at + 1; first && next < at + 5 && !isWholeForm(key); next++) {
      const piece = /^[\s>|"'`]*([\w-]+)["'`\s,;)+\\]*$/.exec(lines[next] ?? '')?.[1]
      // What begins like a key is another one.
      if (piece === undefined || piece.search(candidate) === 0) break
      key += piece
      if (!isWholeForm(key)) continue
      lines[at] = line.replace(first, key)
      lines.fill('', at + 1, next + 1)
    }
  }
  return lines.join('\n')
}

/** Without it `=3D` may be how a key begins. */
const isMail = /^content-transfer-encoding: quoted-printable/im
const fromHex = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))

/** What stands in base64, where that is a key, or in a Secret of Kubernetes, which has all its values so. */
function fromBase64(word: string, isSecret: boolean): string | undefined {
  if (isSecret && word.length % 4 === 0) {
    const plain = atob(word).trim()
    return /^[\x21-\x7e]{8,}$/.test(plain) ? plain : undefined
  }
  // The prefixes `sk-`, `sess-`, `gsk_`, `xai-`, `AIza`, `AQ.` and `tgp_v1_` begin like this in base64.
  if (
    word.length % 4 !== 0 ||
    !/^(?:c2|Z3Nr|eGFp|QUl6|QVEu|dGdw|aGZf|YXBp|cjhf|Zndf|bHN2|cHBs|bnZh)/.test(word)
  )
    return undefined
  const text = atob(word).trim()
  return [...text.matchAll(candidate)][0]?.[0] === text ? text : undefined
}
