/** Words that lie in the package, not in the bundle: hardly any life of the worker needs them. */
import { ownUrl } from '../../../platform/lifecycle.ts'
import { language } from '../../../i18n/language.ts'
import { wordsFrom } from '../../../providers/answers/verdict-text.ts'
import type { CardWords } from '../core/card-words.ts'
import { fromTable } from '../../../i18n/t.ts'

const read = async (name: string) => (await fetch(ownUrl(name))).json()

/** For verdicts. */
export async function readWords(): Promise<ReturnType<typeof wordsFrom>> {
  try {
    return wordsFrom(await read('words.json'))
  } catch {
    return wordsFrom({})
  }
}

/** For guides and the card in the page, in the browser's language. A copy for the worker's life only; the package has the truth. */
export async function readCardWords(): Promise<CardWords> {
  kept ??= translate(await read('card.json'))
  return kept
}
let kept: CardWords | undefined

function translate(words: CardWords): CardWords {
  const said = Object.entries(words).map(([name, english]) => [name, fromTable(english)])
  return { ...Object.fromEntries(said), direction: language().dir }
}
