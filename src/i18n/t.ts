/**
 * Every sentence a person reads passes here. English in place is the source; `_locales` of the browser's language overrides
 * it by key. Outside of an extension (tests, a bundle of one pure folder) the English stays.
 */
import { type Forms, fillIn, formKey, textKey } from './text-key.ts'

const known = new Map<string, string>()

/** `undefined` when the browser's language has no such text. */
export const lookUp = (key: string): string | undefined =>
  (typeof chrome === 'undefined' ? undefined : chrome.i18n?.getMessage(key)) || undefined

type Values = Record<string, string | number>

/** @param english the text itself, a literal: the catalogue of texts is read from the source. */
export function t(english: string, values?: Values): string {
  let text = known.get(english)
  if (text === undefined) {
    text = lookUp(textKey(english)) ?? english
    known.set(english, text)
  }
  return values ? fillIn(text, values) : text
}

const categoryOf = (count: number, language: string) => new Intl.PluralRules(language).select(count)

/**
 * A sentence with a number in it, in the form that the language has for that number.
 * @param forms both English ones, as literals: `{ one: 'One key', other: '{count} keys' }`
 * @param values what else the sentence names; `{count}` is the number itself
 */
export function plural(forms: Forms, count: number, values?: Values): string {
  const translated = lookUp(formKey(forms, categoryOf(count, locale()))) ?? lookUp(formKey(forms, 'other'))
  const text = translated ?? (categoryOf(count, 'en') === 'one' ? forms.one : forms.other)
  return fillIn(text, { ...values, count: count.toLocaleString(locale()) })
}

/** For Intl: the language of the words, as it is spoken where the person is. */
export function locale(): string {
  const shown = lookUp('language') ?? 'en'
  const here = new Intl.DateTimeFormat().resolvedOptions().locale
  return here.startsWith(shown) ? here : shown
}

/** A text from a table of data that lies in the package in English; in its source it stands in `t('…')`. */
export function fromTable(english: string): string {
  return lookUp(textKey(english)) ?? english
}
