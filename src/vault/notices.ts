/** What the vault has to tell its owner after opening, as sentences. */
import { t } from '../i18n/t.ts'

const keys = (count: number) => (count === 1 ? t('1 key') : t('{count} keys', { count }))

export const notices = {
  mended: (count: number) =>
    count === 1
      ? t('Part of the stored vault was damaged; it was restored from the second copy. No key was lost.')
      : t(
          'Part of the stored vault was damaged; {count} pieces were restored from the second copy. No key was lost.',
          { count },
        ),
  rebuilt: (count: number) =>
    t(
      "The vault's list was damaged and has been rebuilt; {keys} found. A key you removed earlier may be back.",
      { keys: keys(count) },
    ),
  head: t(
    'What unlocks this vault had been changed outside Keyway and has been put right. If a way to unlock is missing, add it again.',
  ),
  inboxKey: t(
    'The key that seals captured keys had been replaced outside Keyway. It is put right; treat keys captured since your last unlock as exposed.',
  ),
  older: (count: number) =>
    t(
      'The latest state of {keys} was damaged in both copies; the one before it is back. Look whether it is the right one.',
      { keys: keys(count) },
    ),
  damaged: (count: number) =>
    t('{keys} cannot be opened: both stored copies are damaged. The rest is safe.', { keys: keys(count) }),
  withoutAbout: (count: number) =>
    count === 1
      ? t('The notes of 1 key were damaged. The key itself is safe.')
      : t('The notes of {count} keys were damaged. The keys themselves are safe.', { count }),
  notMigrated: t(
    'The vault could not be brought to the new format, so nothing was changed: you can read and copy, not save. Make room on the disk, lock, and unlock again.',
  ),
  mirror: t('The second copy of the vault could not be written. Your keys are saved once; make a backup.'),
} as const
