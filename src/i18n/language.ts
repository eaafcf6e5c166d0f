/** The interface's language, for whoever shows it. The texts themselves: src/i18n/t.ts. */
import { lookUp } from './t.ts'

/** Language and direction of the words that are really shown; English unless there is a translation. */
export function language(): { lang: string; dir: 'ltr' | 'rtl' } {
  const lang = lookUp('language') ?? 'en'
  return { lang, dir: lookUp('direction') === 'rtl' ? 'rtl' : 'ltr' }
}
