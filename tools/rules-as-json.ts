/** The rules of answers as JSON, which has no patterns: for the package, where the worker reads them (src/providers/answers/rules-json.ts). */

export const rulesAsJson = (rules: object): string =>
  JSON.stringify(rules, (_, value: unknown) =>
    value instanceof RegExp ? { pattern: value.source, flags: value.flags } : value,
  )
