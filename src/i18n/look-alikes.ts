/** Letters that only look like others. Pure. */
const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

/** Is there a word in it with letters of two alphabets that look alike: `Prоd` with a Cyrillic о? */
export const hasLookAlikes = (text: string): boolean =>
  (text.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    word => alphabets.filter(alphabet => alphabet.test(word)).length > 1,
  )
