/** The words of the card and of the guide engine and the card's style, read from the package when a page asks for them: mostly the worker runs without them. */

import { language } from '../../../i18n/language.ts'
import { fromTable } from '../../../i18n/t.ts'
import { ownUrl } from '../../../platform/lifecycle.ts'
import type { CardDesign } from '../core/card-words.ts'

let loaded: CardDesign | undefined

/** In the browser’s language. Cached until the worker ends. */
export async function readCardWords(): Promise<CardDesign> {
  loaded ??= translate(await (await fetch(ownUrl('card.json'))).json())
  return loaded
}

function translate({ style, pageWords, ...words }: CardDesign): CardDesign {
  const translated = Object.entries(words).map(([name, english]) => [name, fromTable(english)])
  return { ...Object.fromEntries(translated), direction: language().dir, style, pageWords }
}
