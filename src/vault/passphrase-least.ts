/** The least that a passphrase has to be, wherever it comes from: the worker asks only this. Screens judge it in full before. */
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

/** Too short, or one short thing said again and again. */
export const isTooLittle = (passphrase: string): boolean =>
  lengthOf(passphrase) < shortest ||
  lengthOf(passphrase.toLowerCase().replace(/(.{1,20}?)[\s_.-]*(?:\1[\s_.-]*)+/gu, '$1')) < 8
