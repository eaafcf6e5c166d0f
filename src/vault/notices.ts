/** What the vault has to tell its owner after opening, as sentences. */

const keys = (count: number) => (count === 1 ? '1 key' : `${count} keys`)

export const notices = {
  mended: (count: number) =>
    `Part of the stored vault was damaged; ${count === 1 ? 'it was' : `${count} pieces were`} restored from the second copy. No key was lost.`,
  rebuilt: (count: number) =>
    `The vault's list was damaged and has been rebuilt; ${keys(count)} found. A key you removed earlier may be back.`,
  head: 'What unlocks this vault had been changed outside Keyway and has been put right. If a way to unlock is missing, add it again.',
  inboxKey:
    'The key that seals captured keys had been replaced outside Keyway. It is put right; treat keys captured since your last unlock as exposed.',
  older: (count: number) =>
    `The latest state of ${keys(count)} was damaged in both copies; the one before it is back. Look whether it is the right one.`,
  damaged: (count: number) =>
    `${keys(count)} cannot be opened: both stored copies are damaged. The rest is safe.`,
  withoutAbout: (count: number) =>
    `The notes of ${keys(count)} were damaged. The ${count === 1 ? 'key itself is' : 'keys themselves are'} safe.`,
  notMigrated:
    'The vault could not be brought to the new format, so nothing was changed: you can read and copy, not save. Make room on the disk, lock, and unlock again.',
  mirror: 'The second copy of the vault could not be written. Your keys are saved once; make a backup.',
} as const
