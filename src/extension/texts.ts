/** The interface's words. English in place is the source; `_locales` of the browser's language overrides it by key. */
import { fillIn, textKey } from '../tour/text-key.ts'

const known = new Map<string, string>()

/** @param english the text itself, a literal: the catalogue of texts is read from the source. */
export function t(english: string, values?: Record<string, string | number>): string {
  let text = known.get(english)
  if (text === undefined) {
    text = chrome.i18n.getMessage(textKey(english)) || english
    known.set(english, text)
  }
  return values ? fillIn(text, values) : text
}

/** `undefined` when the browser's language has no such text. */
export const lookUp = (key: string): string | undefined => chrome.i18n.getMessage(key) || undefined

/** Language and direction of the words that are really shown; English unless there is a translation. */
export function language(): { lang: string; dir: 'ltr' | 'rtl' } {
  const lang = chrome.i18n.getMessage('language') || 'en'
  return { lang, dir: chrome.i18n.getMessage('direction') === 'rtl' ? 'rtl' : 'ltr' }
}
