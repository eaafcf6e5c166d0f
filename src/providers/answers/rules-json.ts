/** The rules of answers out of JSON, which has no patterns: as tools/rules-as-json.ts writes them into the package. Pure. */
import type { AnswerRules } from './answer-rules.ts'

/** @param json what the build has written: no text from outside */
export const rulesFromJson = (json: string): AnswerRules =>
  JSON.parse(json, (_, value) => (value?.pattern ? new RegExp(value.pattern, value.flags) : value))
