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
  deletedThere: t('The provider took a deletion'),
  changedThere: t('The provider took a change'),
  limitThere: t('The provider took a change of a spend limit or alert'),
  vaultKey: t('Vault key replaced'),
  replaceStarted: t('Replacement of a key started'),
  replacePaused: t('Replacement of a key paused'),
  replaceUndone: t('Replacement of a key undone'),
  replaced: t('Key replaced, the old one revoked'),
}

export function activityAsCsv(
  entries: readonly ActivityEntry[],
  nameOf: (entry: ActivityEntry) => string,
): string {
  const lines = entries.map(entry => [
    new Date(entry.at).toISOString(),
    entry.act,
    nameOf(entry),
    entry.key ?? '',
    entry.count ?? '',
  ])
  return toCsv([['time_utc', 'act', 'key', 'record_id', 'count'], ...lines])
}
