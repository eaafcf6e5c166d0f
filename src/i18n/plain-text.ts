/**
 * Text from outside as a person can read it: without control and formatting characters, which hide, turn around or break what
 * is shown. Pure.
 */

/**
 * What nobody sees: a joiner that makes no one picture of two, a sign for pictures behind what is none, blanks of other scripts that are no
 * blanks, and all that only steers how others are drawn.
 */
const invisible =
  /(?<!\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D|(?<![\p{Extended_Pictographic}\d#*])\uFE0F|(?![\u200D\uFE0F])[\p{Cf}\p{DI}\u2800]/gu

/** Several lines; line breaks and tabs stay. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(invisible, '')

/** One line: what breaks it becomes a blank. */
export const plainLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(invisible, '')
