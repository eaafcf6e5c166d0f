/** The fields that a parsing rule has, as paths: `.about.tags[]`. Reads the rules' structure only, never what they take. */

type Rule = {
  type: string
  entries?: Record<string, Rule>
  item?: Rule
  key?: Rule
  value?: Rule
  wrapped?: Rule
  options?: unknown[]
}

export function fieldsOf(rule: unknown, path = ''): string[] {
  const { entries, item, value, wrapped, type } = rule as Rule
  if (wrapped) return fieldsOf(wrapped, path)
  if (item) return [`${path}[]`, ...fieldsOf(item, `${path}[]`)]
  if (value) return [`${path}{}`, ...fieldsOf(value, `${path}{}`)]
  if (entries)
    return Object.entries(entries).flatMap(([name, inner]) => [
      `${path}.${name}`,
      ...fieldsOf(inner, `${path}.${name}`),
    ])
  // A rule of another make might hide fields: whoever brings it says here where they are.
  if (!['string', 'number', 'boolean', 'picklist', 'literal', 'unknown'].includes(type))
    throw new Error(`${path} is a “${type}”: say in fields-of.ts where its fields are.`)
  return []
}
