/** One entry of another program's export, whatever its format: what it is called and every text in it that could hold a key. */

export type Item = {
  title: string
  /** Each text with the name that stands before it. A format that says "this is an API key" names it so. */
  fields: { name: string; value: string }[]
  notes?: string
  /** Vault, group, collection: where it lay. */
  folder?: string
  environment?: string
  /** The address that it was saved for. */
  webPage?: string
}

/** The parts of parsed JSON, whatever somebody else wrote: what is missing or of another type is empty. Own names only. */
const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

/** @param path names one below the other */
export const at = (value: unknown, ...path: string[]): unknown => path.reduce(own, value)
export const textAt = (value: unknown, ...path: string[]): string => {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : ''
}
export const listAt = (value: unknown, ...path: string[]): unknown[] => {
  const found = path.length === 0 ? value : at(value, ...path)
  return Array.isArray(found) ? found : []
}
export const namesAt = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

/** Without what is empty, so that an optional field is there or not. */
export function itemOf({
  title,
  fields,
  ...rest
}: { title: string; fields: Item['fields'] } & Partial<Item>): Item {
  const said = Object.entries(rest).filter(([, value]) => value !== undefined && value.trim() !== '')
  return {
    title: title.trim(),
    fields: fields.filter(({ value }) => value !== ''),
    ...Object.fromEntries(said),
  }
}
