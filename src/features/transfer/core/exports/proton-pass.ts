/** Proton Pass' JSON: ExportData in github.com/ProtonMail/WebClients, packages/pass/lib/export/types.ts (read 2026-11-22). */
import { at, type Item, itemOf, listAt, namesAt, textAt } from './item.ts'

export function readProtonPass(data: unknown): Item[] | undefined {
  const vaults = at(data, 'vaults')
  if (namesAt(vaults).length === 0 || at(data, 'version') === undefined) return undefined
  return namesAt(vaults).flatMap(([, vault]) =>
    listAt(vault, 'items').map(each => {
      const item = at(each, 'data')
      const content = at(item, 'content')
      const extra = [
        ...listAt(item, 'extraFields'),
        ...listAt(content, 'sections').flatMap(section => listAt(section, 'sectionFields')),
      ]
      return itemOf({
        title: textAt(item, 'metadata', 'name'),
        notes: textAt(item, 'metadata', 'note'),
        webPage: textAt(listAt(content, 'urls')[0]),
        folder: textAt(vault, 'name'),
        fields: [
          { name: 'password', value: textAt(content, 'password') },
          { name: 'username', value: textAt(content, 'itemUsername') || textAt(content, 'username') },
          ...extra.map(field => ({
            name: textAt(field, 'fieldName'),
            value: textAt(field, 'data', 'content'),
          })),
        ],
      })
    }),
  )
}
