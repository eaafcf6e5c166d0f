/** What was done with keys and with the vault, and when: kinds, words and how long entries are kept. Nothing secret. Pure. */
import { t } from '../../../i18n/t.ts'

export const acts = [
  'unlocked',
  'refused',
  'saved',
  'imported',
  'synced',
  'copied',
  'revealed',
  'called',
  'written',
  'exported',
  'exportedPlain',
  'tested',
  'edited',
  'deleted',
  'deletedThere',
  'vaultKey',
] as const
export type Act = (typeof acts)[number]

/** `keys`: record ids; `count`: more than one, where they are not named. Times are ms since the epoch. */
export type ActivityEntry = { at: number; act: Act; key?: string; label?: string; count?: number }

export const actWords: Record<Act, string> = {
  unlocked: t('Vault unlocked'),
  refused: t('Unlocking refused'),
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
  vaultKey: t('Vault key replaced'),
}

const dayLength = 86_400_000

export const stillKept = (entries: ActivityEntry[], days: number, now: number): ActivityEntry[] =>
  entries.filter(({ at }) => at > now - days * dayLength)
