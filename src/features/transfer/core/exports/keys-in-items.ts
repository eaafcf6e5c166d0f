/** The keys among another program's entries: only they are offered, all else is counted and forgotten. Pure. */
import { plainLine, plainText } from '../../../../i18n/plain-text.ts'
import { t } from '../../../../i18n/t.ts'
import { nameOfText } from '../../../../providers/recognition/address-beside.ts'
import { looksLikeKey, saysKey } from '../../../../providers/recognition/bare-keys.ts'
import { namesBeside } from '../../../../providers/recognition/names-beside.ts'
import { mask } from '../../../copy/core/mask.ts'
import { findKeys } from '../../../handoff/core/scan.ts'
import { candidateOf, environmentIn, environmentOf, limited, type Preview } from '../import-preview.ts'
import type { Item } from './item.ts'

type Found = { secret: string; field: string; beside: string[] }

export function previewItems(items: readonly Item[]): Preview {
  const preview: Preview = { candidates: [], problems: [], leftAlone: 0 }
  for (const item of items) {
    const found = keysIn(item)
    if (found.length === 0) preview.leftAlone = (preview.leftAlone ?? 0) + 1
    for (const one of found) preview.candidates.push(candidateIn(item, one, found))
  }
  return limited(preview)
}

/** Where a program puts a secret without saying of what sort it is. */
const isAnySecret = (name: string): boolean => /^(?:password|value|credential)$/i.test(name)

/** A login’s password is no key, even where it is one for a provider’s page: only a shape or a name tells. */
function keysIn({ title, fields, notes = '' }: Item): Found[] {
  const found = new Map<string, Found>()
  // Where a provider asks for a key only, `apikey` is written into the other field.
  const user = fields.find(({ name }) => name === 'username')?.value ?? ''
  const add = (one: Found) => found.has(one.secret) || found.set(one.secret, one)
  for (const { name, value } of fields) {
    const shaped = findKeys(value)
    for (const { key } of shaped) add({ secret: key, field: name, beside: [name] })
    const isNamed = saysKey(name) || (isAnySecret(name) && (saysKey(title) || saysKey(user)))
    const secret = value.trim()
    if (shaped.length === 0 && isNamed && looksLikeKey(secret)) add({ secret, field: name, beside: [name] })
  }
  const lines = notes.split(/\r\n|\n|\r/)
  for (const { key, line } of findKeys(notes))
    add({ secret: key, field: '', beside: namesBeside(lines, line - 1, key) })
  const note = notes.trim()
  if (found.size === 0 && saysKey(title) && looksLikeKey(note)) add({ secret: note, field: '', beside: [] })
  return [...found.values()]
}

/** What an entry without a name is known by. */
const hostOf = (webPage = ''): string => (URL.canParse(webPage) ? new URL(webPage).hostname : '')

function candidateIn(item: Item, { secret, field, beside }: Found, all: readonly Found[]) {
  const title = plainLine((item.title || hostOf(item.webPage)).slice(0, 150)) || t('Imported key')
  const isOne = all.length === 1 || field === '' || isAnySecret(field)
  const around = [item.title, item.webPage ? nameOfText(item.webPage) : '', item.folder ?? '']
  const names = [...beside, ...around].filter(name => name !== '' && !isAnySecret(name))
  const environment = item.environment
    ? environmentOf(item.environment)
    : (environmentIn(item.title) ?? environmentIn(field) ?? environmentIn(item.folder ?? ''))
  const notes = withoutKeys(item.notes ?? '', all)
  return candidateOf(
    {
      label: isOne ? title : `${title}: ${plainLine(field.slice(0, 45))}`,
      secret,
      ...(environment && { environment: plainLine(environment).slice(0, 60) }),
      ...(notes !== '' && { notes }),
      ...(item.folder && { tags: [plainLine(item.folder.slice(0, 240)).slice(0, 60)] }),
    },
    names,
    { ...(item.webPage && { webPage: item.webPage }), name: isOne ? item.title : field },
  )
}

/** Notes are shown where a key is not: no key may stand in them. */
function withoutKeys(notes: string, all: readonly Found[]): string {
  const clean = all.reduce((text, { secret }) => text.replaceAll(secret, mask(secret)), notes)
  return plainText(clean.slice(0, 20_000)).slice(0, 5000).trim()
}
