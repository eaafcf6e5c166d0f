/** Reads any answer of any provider: never throws, and never says `rejected` unless the provider said it of the key. Pure. */

import { openai } from '../catalog/openai.ts'
import { providers } from '../list.ts'
import type { Answer, ProbeId, ProviderId, Verdict } from '../verdict.ts'
import { readAnswerOf, verdictOf } from './read-answer.ts'

export function readAnswer(provider: ProviderId, probe: ProbeId, answer: Answer): Verdict {
  try {
    return readAnswerOf((providers as Partial<typeof providers>)[provider] ?? openai, probe, answer)
  } catch {
    return verdictOf('unrecognised')
  }
}
