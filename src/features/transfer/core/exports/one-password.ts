/** 1Password's `export.data`, the JSON in a 1PUX file: https://support.1password.com/1pux-format (read 2026-11-22). */
import { at, type Item, itemOf, listAt, namesAt, textAt } from './item.ts'

/** Their number for the category "API Credential". */
const apiCredential = '112'

export function readOnePassword(data: unknown): Item[] | undefined {
  if (!Array.isArray(at(data, 'accounts'))) return undefined
  return listAt(data, 'accounts').flatMap(account =>
    listAt(account, 'vaults').flatMap(vault =>
      listAt(vault, 'items').map(each => itemIn(at(each, 'item') ?? each, textAt(vault, 'attrs', 'name'))),
    ),
  )
}

function itemIn(item: unknown, folder: string): Item {
  const details = at(item, 'details')
  const isCredential = textAt(item, 'categoryUuid') === apiCredential
  const sections = listAt(details, 'sections').flatMap(section => listAt(section, 'fields'))
  return itemOf({
    title: textAt(item, 'overview', 'title'),
    webPage: textAt(item, 'overview', 'url'),
    notes: textAt(details, 'notesPlain'),
    folder,
    fields: [
      ...listAt(details, 'loginFields').map(field => ({
        name: textAt(field, 'name') || textAt(field, 'designation'),
        value: textAt(field, 'value'),
      })),
      { name: 'password', value: textAt(details, 'password') },
      ...sections.map(field => {
        const name = textAt(field, 'title') || textAt(field, 'id')
        // `{ "concealed": "…" }`: the kind is the name.
        const value = namesAt(at(field, 'value')).find(([, text]) => typeof text === 'string')?.[1]
        return {
          name: isCredential && /^credential$/i.test(name) ? 'API key' : name,
          value: typeof value === 'string' ? value : '',
        }
      }),
    ],
  })
}
