/** Each of our pages says in which language and direction it speaks, and what it is called. Call before the first render. */
import { language } from '../i18n/language.ts'

export function beginPage(title: string): void {
  const { lang, dir } = language()
  document.documentElement.lang = lang
  document.documentElement.dir = dir
  document.title = title
}
