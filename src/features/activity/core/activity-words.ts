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
  called: t('Key used for a call'),
  written: t('Key written to a file'),
  exported: t('Key exported, encrypted'),
  exportedPlain: t('Key exported as plain text'),
  tested: t('Key tested by hand'),
  edited: t('Key edited'),
  deleted: t('Key deleted here'),
  deletedThere: t('Deleted at the provider'),
  changedThere: t('Changed at the provider'),
  limitThere: t('Spend limit or alert changed'),
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
