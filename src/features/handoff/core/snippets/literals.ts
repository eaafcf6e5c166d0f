/** A text and a cost as each language writes them. Pure. */
import type { Price } from '../../../usage/core/prices.ts'

/** A text in double quotes, as JSON, Go, Java and C# read it alike. */
export const quoted = (text: string): string => JSON.stringify(text)
/** Where `$` begins a name. */
export const inKotlin = (text: string): string => quoted(text).replaceAll('$', '\\$')
/** As Ruby and PHP read it. */
export const inSingleQuotes = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`
/** Where a code point stands in braces. */
export const inBraces = (text: string): string =>
  quoted(text)
    .replace(/(?<!\\)((?:\\\\)*)\\u([0-9a-f]{4})/g, '$1\\u{$2}')
    .replace(
      /(?<!\\)((?:\\\\)*)\\([bf])/g,
      (_, before, letter) => `${before}\\u{${letter === 'b' ? 8 : 'c'}}`,
    )

/** The end of the log line, as printf takes it, and what it prints; nothing where the price is not known. */
export function cost(
  price: Price | undefined,
  input: string,
  output: string,
): { form: string; value: string } {
  return price
    ? { form: ' cost=$%.6f', value: `, (${input} * ${price.input} + ${output} * ${price.output}) / 1e6` }
    : { form: '', value: '' }
}
