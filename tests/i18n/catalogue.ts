/** Every text that a person can read, by key: the interface's from the sources, the guides' from their data, the manifest's. */
import { readdirSync, readFileSync } from 'node:fs'
import { guides } from '../../src/guides/index.ts'
import { textKey } from '../../src/i18n/text-key.ts'
import { textsOf } from '../../src/i18n/translate-guide.ts'

export type Catalogue = Record<string, string>

/** `t('…')` with a literal; anything else in the brackets is said as a mistake by the test. */
const call = /\bt\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)/g

const plain = (text: string) =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, char: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : char === 'n' ? '\n' : char,
  )

export function interfaceTexts(source: string): string[] {
  return [...source.matchAll(call)].map(match => plain(match[1] ?? match[2] ?? match[3] ?? ''))
}

type Messages = Record<string, { message: string }>

/** As Chrome reads them: a dollar sign would begin a placeholder of its own, so it is written twice. */
export const asMessages = (texts: Catalogue): Messages =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, { message: text.replaceAll('$', '$$$$') }]),
  )

export const fromMessages = (messages: Messages): Catalogue =>
  Object.fromEntries(
    Object.entries(messages).map(([key, { message }]) => [key, message.replaceAll('$$', '$')]),
  )

export const englishMessages = (): Messages =>
  JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'))

export function catalogue(): Catalogue {
  const texts: Catalogue = {}
  for (const [key, { message }] of Object.entries(englishMessages())) texts[key] = message
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(name))
      for (const text of interfaceTexts(readFileSync(`src/${name}`, 'utf8'))) texts[textKey(text)] = text
  for (const guide of guides) Object.assign(texts, textsOf(guide))
  return texts
}

const placeholders = (text: string) => [...text.matchAll(/\{[^}|]+/g)].map(([found]) => found).sort()

/** What is wrong with a translation, as sentences; none when it is complete. */
export function faults(locale: string, translation: Catalogue, english: Catalogue): string[] {
  const said: string[] = []
  for (const [key, text] of Object.entries(english)) {
    const other = translation[key]
    if (other === undefined) said.push(`${locale} lacks “${key}”. Translate: ${text}`)
    else if (placeholders(other).join() !== placeholders(text).join())
      said.push(
        `${locale} “${key}” has the placeholders ${placeholders(other).join(' ') || 'none'}, the English has ${placeholders(text).join(' ') || 'none'}. Use the same.`,
      )
  }
  for (const key of Object.keys(translation))
    if (!(key in english))
      said.push(
        `${locale} has “${key}”, which nothing shows any more. Remove it, or the English was changed: translate anew.`,
      )
  return said
}

/** Placeholders and the page's own words in quotes stay as they are. */
const kept = /(\{[^}]*\}|“[^”]*”)/

const accents: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç', y: 'ý' }

/** Forty per cent more, in words of a usual length. */
const longer = (text: string) =>
  '·'
    .repeat(Math.ceil(text.length * 0.4))
    .replace(/·{7}(?=·)/g, '······ ')
    .replace(/^(?=·{6})/, ' ')

/** A tongue nobody speaks: accented, 40 % longer, marked at both ends, written from right to left. */
export function pseudo(english: Catalogue): Catalogue {
  const texts = Object.fromEntries(
    Object.entries(english).map(([key, text]) => {
      const words = text
        .split(kept)
        .map((part, at) =>
          at % 2 === 1 ? part : part.replace(/[aeiouncy]/g, letter => accents[letter] ?? letter),
        )
        .join('')
      return [key, `⟦${words}${longer(text)}⟧`]
    }),
  )
  return { ...texts, language: 'ar', direction: 'rtl' }
}
