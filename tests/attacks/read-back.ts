/** Whoever looks at a screen or a file knows every usual way to write letters: what of a key can be read back from what was said? */

const letters = (from: string) => from.normalize('NFKD').replace(/[^A-Za-z0-9]/g, '')
const unpack = (from: string) => Buffer.from(from, 'base64').toString('latin1')

/** @returns whether this holds eight letters or digits of a key in a row, in any of those ways; what all keys begin with does not count. */
export function readerOf(said: unknown): (secret: string) => boolean {
  const text = (JSON.stringify(said) ?? '').replaceAll('\\\\', '\\')
  const numbers = text
    .replace(/\\u(....)|(?:\\x|%|&#x0*)([\da-f]{2});?/gi, (_, long, short) =>
      String.fromCharCode(Number(`0x${long ?? short}`)),
    )
    .replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
    .replace(/<[^<>]{1,6}>|&[a-z]+;|\\[nrt]/g, '')
  const packed = letters(numbers)
  const readings = [
    text,
    numbers,
    [...numbers].reverse().join(''),
    ...[0, 1, 2, 3].map(from => unpack(packed.slice(from))),
    ...numbers.split(/[^\w+/=-]+/).map(unpack),
  ].map(one => letters(one).toLowerCase())
  return secret => {
    const own = letters(secret)
      .replace(/^sk(?:proj)?/, '')
      .toLowerCase()
    const parts = Array.from({ length: own.length - 7 }, (_, at) => own.slice(at, at + 8))
    return readings.some(one => parts.some(part => one.includes(part)))
  }
}
