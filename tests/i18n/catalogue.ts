/** Every text that a person can read, by key: the interface's from the sources, the guides' from their data, the manifest's. */
import { readdirSync, readFileSync } from 'node:fs'
import { guides } from '../../src/guides/index.ts'
import { type Forms, formKey, guideKey, textKey } from '../../src/i18n/text-key.ts'
import { mapTexts } from '../../src/i18n/translate-guide.ts'
import { type Node, parse } from '../house/source.ts'

export type Catalogue = Record<string, string>

/** What a source says to people: each `t('…')`, and both forms of each `plural({ one: '…', other: '…' }, …)`. */
export type Spoken = {
  texts: string[]
  plurals: Forms[] /** What is no literal, as it is written. */
  wrong: string[]
}

export function spokenIn(source: string, path = 'source.tsx'): Spoken {
  const spoken: Spoken = { texts: [], plurals: [], wrong: [] }
  // Parsing takes its time, and most files that say nothing can be told without.
  if (!/\b(?:t|plural)\(/.test(source)) return spoken
  for (const node of parse(path, source).nodes) {
    if (node.type !== 'CallExpression') continue
    const name = (node.callee as Node).name
    const [first] = node.arguments as Node[]
    const written = () => source.slice(Number(node.start), Number(node.end))
    if (name === 't') {
      const text = literal(first)
      if (text === undefined) spoken.wrong.push(written())
      else spoken.texts.push(text)
    }
    if (name === 'plural') {
      const forms = Object.fromEntries(
        ((first?.properties ?? []) as Node[]).map(one => [
          (one.key as Node).name,
          literal(one.value as Node),
        ]),
      )
      if (typeof forms.one === 'string' && typeof forms.other === 'string' && Object.keys(forms).length === 2)
        spoken.plurals.push({ one: forms.one, other: forms.other })
      else spoken.wrong.push(written())
    }
  }
  return spoken
}

function literal(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  const quasis = node?.type === 'TemplateLiteral' ? (node.quasis as { value: { cooked: string } }[]) : []
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined
}

let spokenByAll: [string, Spoken][] | undefined

/** Every source, with what it says: read once. */
export const allSpoken = (): [string, Spoken][] =>
  (spokenByAll ??= readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('words/t.ts'))
    .sort()
    .map(name => [name, spokenIn(readFileSync(`src/${name}`, 'utf8'), name)]))

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
  for (const [, spoken] of allSpoken()) {
    for (const text of spoken.texts) texts[textKey(text)] = text
    for (const forms of spoken.plurals)
      for (const category of ['one', 'other'] as const) texts[formKey(forms, category)] = forms[category]
  }
  for (const guide of guides)
    mapTexts(guide, (text, ...path) => {
      texts[guideKey(guide.id, ...path)] = text
      return text
    })
  return texts
}

const placeholders = (text: string) => [...text.matchAll(/\{[^}|]+/g)].map(([found]) => found).sort()

const formOf = /^(ui_.*)_(zero|one|two|few|many|other)$/

/** The sentences with a number in them, by their key without the category. */
const pluralsOf = (english: Catalogue): string[] =>
  Object.keys(english).flatMap(key => {
    const [, base, category] = formOf.exec(key) ?? []
    return base !== undefined && category === 'other' && `${base}_one` in english ? [base] : []
  })

const categoriesOf = (locale: string) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories

/** Does this form stand for one number only, so that the number need not be said? Russian's “one” is 21 as well. */
function isOneNumber(locale: string, category: Intl.LDMLPluralRule): boolean {
  const rules = new Intl.PluralRules(locale)
  return (
    Array.from({ length: 200 }, (_, count) => rules.select(count)).filter(one => one === category).length ===
    1
  )
}

/** The English with the forms that a language has; each with the placeholders it may and must have. */
function wanted(locale: string, english: Catalogue) {
  const all = new Map(
    Object.entries(english).map(([key, text]) => [
      key,
      { text, must: placeholders(text), may: placeholders(text) },
    ]),
  )
  for (const base of pluralsOf(english)) {
    all.delete(`${base}_one`)
    all.delete(`${base}_other`)
    for (const category of categoriesOf(locale)) {
      const text = english[`${base}_${category === 'one' ? 'one' : 'other'}`] ?? ''
      const may = placeholders(english[`${base}_other`] ?? '')
      const must = isOneNumber(locale, category) ? may.filter(name => name !== '{count') : may
      all.set(`${base}_${category}`, { text, must, may })
    }
  }
  return all
}

/** What is wrong with a translation, as sentences; none when it is complete. */
export function faults(locale: string, translation: Catalogue, english: Catalogue): string[] {
  const said: string[] = []
  const all = wanted(locale, english)
  for (const [key, { text, must, may }] of all) {
    const other = translation[key]
    if (other === undefined) said.push(`${locale} lacks “${key}”. Translate: ${text}`)
    else if (![must, may].some(names => names.join() === placeholders(other).join()))
      said.push(
        `${locale} “${key}” has the placeholders ${placeholders(other).join(' ') || 'none'}, the English has ${must.join(' ') || 'none'}. Use the same.`,
      )
  }
  for (const key of Object.keys(translation))
    if (!all.has(key))
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
    [...wanted('ar', english)].map(([key, { text }]) => {
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
