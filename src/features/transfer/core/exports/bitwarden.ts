/** Bitwarden's JSON, of a person and of an organization: https://bitwarden.com/help/condition-bitwarden-import (read 2026-11-22). */
import { at, type Item, itemOf, listAt, textAt } from './item.ts'

export function readBitwarden(data: unknown): Item[] | undefined {
  const items = at(data, 'items')
  if (!Array.isArray(items) || at(data, 'encrypted') === undefined) return undefined
  const folders = new Map(
    [...listAt(data, 'folders'), ...listAt(data, 'collections')].map(each => [
      textAt(each, 'id'),
      textAt(each, 'name'),
    ]),
  )
  return items.map(item => {
    const place = textAt(item, 'folderId') || textAt(listAt(item, 'collectionIds')[0])
    return itemOf({
      title: textAt(item, 'name'),
      webPage: textAt(listAt(item, 'login', 'uris')[0], 'uri'),
      notes: textAt(item, 'notes'),
      folder: folders.get(place) ?? '',
      fields: [
        { name: 'password', value: textAt(item, 'login', 'password') },
        { name: 'username', value: textAt(item, 'login', 'username') },
        ...listAt(item, 'fields').map(field => ({
          name: textAt(field, 'name'),
          value: textAt(field, 'value'),
        })),
      ],
    })
  })
}
