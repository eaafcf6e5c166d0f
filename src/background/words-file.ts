/** The table of verdicts' words lies in the package: hardly any life of the worker needs it. */
import { ownUrl } from '../extension/lifecycle.ts'
import { wordsFrom } from '../providers/say.ts'

export async function readWords(): Promise<ReturnType<typeof wordsFrom>> {
  try {
    return wordsFrom(await (await fetch(ownUrl('words.json'))).json())
  } catch {
    return wordsFrom({})
  }
}
