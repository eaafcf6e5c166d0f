/** Which program made a text, and the entries in it. Formats, their sources and what is carried over: docs/import.md. Pure. */
import { t } from '../../../../i18n/t.ts'
import { type Failure, fail } from '../../../../protocol/failure.ts'
import { readBitwarden } from './bitwarden.ts'
import { at, type Item } from './item.ts'
import { readKeePass } from './keepass.ts'
import { readOnePassword } from './one-password.ts'
import { readPasswordTable } from './password-tables.ts'
import { readProtonPass } from './proton-pass.ts'
import { readDoppler, readInfisical, readPostman } from './secret-managers.ts'

const jsonFormats = [readOnePassword, readBitwarden, readProtonPass, readPostman, readDoppler, readInfisical]

/** @returns the entries; null for a text of no such program, which may still be a list of keys; or why it cannot be read */
export function readExport(text: string): Item[] | null | Failure {
  const start = text.slice(0, 500).trimStart()
  if (/^<(?:\?xml|KeePassFile|!)/.test(start))
    return (
      readKeePass(text) ??
      fail('unreadable', t('This XML file is no whole KeePass export. Export it again, then import it.'))
    )
  if (/^[{[]/.test(start)) return readJson(text)
  return readPasswordTable(text) ?? null
}

function readJson(text: string): Item[] | null | Failure {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    // A list in brackets, say; but what begins as a program's export and breaks off is said to be broken.
    return /^\s*\{\s*"(?:encrypted|accounts|vaults|version|folders|items|_postman)/.test(text) ||
      text.length > 2_000_000
      ? fail('unreadable', t('This file breaks off or is damaged. Export it again, then import it.'))
      : null
  }
  if (at(data, 'encrypted') === true)
    return fail('unreadable', t('This export is encrypted. Export it without encryption, then import it.'))
  for (const read of jsonFormats) {
    const items = read(data)
    if (items) return items
  }
  return null
}
