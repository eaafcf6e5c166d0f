/** The providers' public face: read an answer, read a failure, make one verdict of several, recognise a text. Pure. */

import { readAnswerOf, verdictOf } from './answers/read-answer.ts'
import { scrub } from './answers/scrub.ts'
import { openai } from './catalog/openai.ts'
import { providers } from './list.ts'
import type { Answer, ProbeId, ProviderId, Verdict } from './verdict.ts'

export { combine } from './answers/causes.ts'
export { readFailure } from './answers/read-failure.ts'
export { recognise } from './recognition/recognise.ts'
export type * from './verdict.ts'
export { scrub }

/** Reads any answer; never throws, and never says `rejected` unless the provider said it of the key. */
export function readAnswer(provider: ProviderId, probe: ProbeId, answer: Answer): Verdict {
  try {
    return readAnswerOf((providers as Partial<typeof providers>)[provider] ?? openai, probe, answer)
  } catch {
    return verdictOf('unrecognised')
  }
}
