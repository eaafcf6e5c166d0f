/** What was done, in words and as a file. Pure. */
import { t } from '../../../i18n/t.ts'
import { toCsv } from '../../usage/core/to-csv.ts'
import type { Act, ActivityEntry } from './activity.ts'

export const actWords: Record<Act, string> = {
  unlocked: t('Vault unlocked'),
  refused: t('Passphrase, passkey or code refused'),
  saved: t('Key saved'),
  imported: t('Keys imported'),
  synced: t('Keys changed by sync'),
  copied: t('Key copied'),
  revealed: t('Key shown'),
  called: t('Key taken out for a call'),
  written: t('Key taken out for a file'),
  exported: t('Key taken out for an encrypted export'),
  exportedPlain: t('Key taken out for a plain text export'),
  tested: t('Key tested by hand'),
  edited: t('Key edited'),
  deleted: t('Key deleted here'),
  deletedThere: t('Deletion accepted by the provider'),
  changedThere: t('Change accepted by the provider'),
  limitThere: t('Change of a spend limit or alert accepted by the provider'),
  vaultKey: t('Vault key replaced'),
  replaceStarted: t('Replacement of a key started'),
  replacePaused: t('Replacement of a key paused'),
  replaceUndone: t('Replacement of a key undone'),
  replaced: t('Key replaced, the old one revoked'),
}

type NameOf = (entry: ActivityEntry) => string
const fieldsOf = (entry: ActivityEntry, nameOf: NameOf) => ({
  time_utc: new Date(entry.at).toISOString(),
  act: entry.act,
  key: nameOf(entry),
  record_id: entry.key ?? '',
  count: entry.count ?? '',
})

/** Names are as they were then. */
export const activityAsCsv = (entries: readonly ActivityEntry[], nameOf: NameOf): string =>
  toCsv([
    ['time_utc', 'act', 'key', 'record_id', 'count'],
    ...entries.map(entry => Object.values(fieldsOf(entry, nameOf))),
  ])

export const activityAsJson = (entries: readonly ActivityEntry[], nameOf: NameOf): string =>
  JSON.stringify(
    entries.map(entry => fieldsOf(entry, nameOf)),
    null,
    2,
  )
