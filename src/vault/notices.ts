/** Sentences for the owner about what was found damaged or changed in the vault, and what was done about it. */
import { plural, t } from '../i18n/t.ts'

/** The labels of the first few keys, so that the person can look at them. */
function named(labels: string[]): string {
  const shown = labels.slice(0, 5).map(label => `“${label}”`)
  const more = labels.length - shown.length
  return more > 0 ? t('{names} and {more} more', { names: shown.join(', '), more }) : shown.join(', ')
}

const keys = (count: number) => plural({ one: '1 key', other: '{count} keys' }, count)

export const notices = {
  mended: t('Part of the stored vault was damaged and restored from the second copy. No key was lost.'),
  rebuilt: (labels: string[]) =>
    t(
      'The vault’s list was damaged and has been rebuilt; {keys} found: {names}. Look at each. A key you removed may be back.',
      { keys: keys(labels.length), names: named(labels) },
    ),
  header: t(
    'What unlocks this vault had been changed outside Keyway. It is put right. If a way to unlock is missing, add it again.',
  ),
  inboxKey: t(
    'The key that seals captured keys had been replaced outside Keyway. It is put right. Treat keys captured since your last unlock as exposed.',
  ),
  settings: t(
    'The settings that protect your vault had been changed outside Keyway. The changes were not used. Look at your settings.',
  ),
  settingsBounds: t('Settings out of bounds were set to the usual ones.'),
  olderHead: t(
    'What unlocks this vault was put back to an earlier state. An earlier passphrase may open it again: set a new one.',
  ),
  older: (labels: string[]) =>
    t(
      'The latest state of {keys} was damaged in both copies; the one before it is back: {names}. Look at each.',
      { keys: keys(labels.length), names: named(labels) },
    ),
  damaged: (count: number) =>
    t('{keys} cannot be opened: both stored copies are damaged. The rest is safe.', { keys: keys(count) }),
  withoutAbout: (count: number) =>
    t('The notes of {keys} were damaged. The rest is safe.', { keys: keys(count) }),
  notMigrated: t(
    'The vault could not be brought to the new format. You can read and copy, not save. Make room on the disk, lock, and unlock again.',
  ),
  watched: t(
    'The keys that Keyway checks before you unlock had been changed outside Keyway. They are put right. Results from that time are not used.',
  ),
  watchedLost: t(
    'A key could not be checked before you unlocked: its copy was damaged. Unlock, and Keyway makes a new one.',
  ),
  mirror: t('The second copy of the vault could not be written. Your keys are saved once; make a backup.'),
} as const
