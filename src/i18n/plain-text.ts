/**
 * Text from outside as a person can read it: without control and formatting characters, which hide, turn around or break what
 * is shown. Pure.
 */

/** A joiner between two pictures makes one picture of them; anywhere else it is invisible. */
const invisible = /(?<!\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D|(?!\u200D)\p{Cf}/gu

/** Several lines; line breaks and tabs stay. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(invisible, '')

/** One line: what breaks it becomes a blank. */
export const plainLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(invisible, '')
