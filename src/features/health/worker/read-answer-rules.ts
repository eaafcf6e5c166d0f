/** The reader of answers with its rules, read from the package at the first question: most lives of the worker do without. */

import { ownUrl } from '../../../platform/lifecycle.ts'
import { type ReadAnswer, readerBy } from '../../../providers/answers/read-answer.ts'
import { rulesFromJson } from '../../../providers/answers/rules-json.ts'

let loaded: ReadAnswer | undefined

/** Kept for the worker's life only; the package has the truth. */
export async function answerReader(): Promise<ReadAnswer> {
  loaded ??= readerBy(rulesFromJson(await (await fetch(ownUrl('answers.json'))).text()))
  return loaded
}
