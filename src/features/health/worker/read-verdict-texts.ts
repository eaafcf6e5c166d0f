/** The sentences for verdicts, read from the package when one has to be put into words: most lives of the worker do without. */

import { ownUrl } from '../../../platform/lifecycle.ts'
import { wordsFrom } from '../../../providers/answers/verdict-text.ts'

/** Without its file the cause is named by its code. */
export async function readVerdictTexts(): Promise<ReturnType<typeof wordsFrom>> {
  try {
    return wordsFrom(await (await fetch(ownUrl('words.json'))).json())
  } catch {
    return wordsFrom({})
  }
}
