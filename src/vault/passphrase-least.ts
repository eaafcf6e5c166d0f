/** The minimum for a passphrase, which the worker checks wherever it comes from. Screens judge it in full before. */
export const shortest = 15

export const lengthOf = (passphrase: string): number => [...passphrase.normalize('NFC')].length

/** Different words: runs of three letters or more, whatever stands between them. */
export const wordsIn = (passphrase: string): number =>
  new Set(
    passphrase
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]{3,}/gu),
  ).size

/** Is it too short, or one short text repeated? */
export const isTooLittle = (passphrase: string): boolean =>
  lengthOf(passphrase) < shortest ||
  lengthOf(passphrase.toLowerCase().replace(/(.{1,20}?)[\s_.-]*(?:\1[\s_.-]*)+/gu, '$1')) < 8
