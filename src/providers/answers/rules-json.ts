/** The rules of answers as JSON, which has no patterns: for the package, from which the worker reads them. Pure. */
import type { AnswerRules } from './answer-rules.ts'

export const rulesAsJson = (rules: AnswerRules): string =>
  JSON.stringify(rules, (_, value: unknown) =>
    value instanceof RegExp ? { pattern: value.source, flags: value.flags } : value,
  )

/** @param json what the build has written: no text from outside */
export const rulesFromJson = (json: string): AnswerRules =>
  JSON.parse(json, (_, value) => (value?.pattern ? new RegExp(value.pattern, value.flags) : value))
