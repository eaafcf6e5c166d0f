/** The words that a report may contain. All come from Keyway’s guides; none is taken from the page. Pure. */
import { pages } from '../platform-pages.ts'
import type { Catalogue } from './report-lines.ts'

/** Fields of the guides’ data that hold wordings of the platform’s pages. */
const places = new Set(['names', 'not', 'placeholders', 'labels', 'texts', 'text', 'dialog', 'section'])

/** @param guides as the package holds them @param beginnings see src/guides/concepts.ts */
export function catalogueOf(guides: unknown[], beginnings: Catalogue['beginnings']): Catalogue {
  const wordings = new Set<string>()
  const collect = (value: unknown, place: string): void => {
    if (Array.isArray(value)) for (const one of value) collect(one, place)
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value))
        collect(inner, Array.isArray(inner) && places.has(name) ? ' wordings' : '')
    else if (typeof value === 'string' && place === ' wordings' && !value.includes('{')) wordings.add(value)
  }
  collect(guides, '')
  const segments = new Set(['account', 'settings', 'project', 'organization', 'api-keys'])
  for (const page of Object.values<{ title: string; path?: string; headings: readonly string[] }>(pages)) {
    for (const text of [page.title, ...page.headings]) wordings.add(text)
    for (const part of page.path?.split('/') ?? []) if (part !== '') segments.add(part)
  }
  return { wordings: [...wordings], beginnings, segments: [...segments] }
}
