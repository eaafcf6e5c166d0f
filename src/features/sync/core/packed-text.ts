/** A text in few characters: deflated (RFC 1951), in base64, and padded with blanks so that its length tells little. */
import { fromBase64, fromUtf8, toBase64, utf8 } from '../../../vault/crypto/bytes.ts'
import { inflateRaw } from '../../transfer/core/exports/inflate-raw.ts'

/** @param step characters; the length is a multiple of it */
export async function packText(text: string, step: number): Promise<string> {
  const deflated = new Blob([utf8(text)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const packed = toBase64(new Uint8Array(await new Response(deflated).arrayBuffer()))
  return packed.padEnd(Math.ceil(packed.length / step) * step)
}

/**
 * @param most bytes of the text
 * @returns undefined for what was not packed so, or is longer
 */
export async function unpackText(packed: string, most: number): Promise<string | undefined> {
  try {
    const bytes = fromBase64(packed.trim())
    const text = bytes && (await inflateRaw(bytes, most))
    return text && fromUtf8(text)
  } catch {
    return undefined
  }
}
