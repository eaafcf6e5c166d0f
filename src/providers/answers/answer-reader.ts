/** Reads any answer of any provider: never throws, and never says `rejected` unless the provider said it of the key. Pure. */

import { answerRules } from './answer-rules.ts'
import { readerBy } from './read-answer.ts'

export const readAnswer = readerBy(answerRules)
