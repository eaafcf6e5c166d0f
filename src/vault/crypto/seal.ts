/**
 * AES-256-GCM with a fresh random nonce that no caller sees, over JSON padded so that its length says little.
 * The associated data binds each sealed text to its place: moved anywhere else, it does not open.
 */
import { type Bytes, concat, fromBase64, fromUtf8, type Random, toBase64, utf8 } from './bytes.ts'

const nonceLength = 12
const tagLength = 16
/** Plaintexts are padded to a multiple of this, so that the length of a key does not tell whose it is. */
const block = 256

/** Where a sealed text belongs. Encoded as a JSON array: no two places have the same encoding. */
export type Place = readonly (string | number)[]

const associated = (place: Place): Bytes => utf8(JSON.stringify(['keyway', ...place]))

/** JSON stays the same JSON with blanks behind it. */
function padded(value: unknown): Bytes {
  const bytes = utf8(JSON.stringify(value))
  const whole = new Uint8Array(Math.ceil(bytes.length / block) * block).fill(0x20)
  whole.set(bytes)
  return whole
}

export async function seal(key: CryptoKey, place: Place, value: unknown, random: Random): Promise<string> {
  const nonce = new Uint8Array(random(nonceLength))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: associated(place) },
    key,
    padded(value),
  )
  return toBase64(concat(nonce, new Uint8Array(sealed)))
}

/** The value, or undefined when the text is not exactly what was sealed for this very place with this very key. */
export async function open(key: CryptoKey, place: Place, sealed: unknown): Promise<unknown> {
  if (typeof sealed !== 'string') return undefined
  const bytes = fromBase64(sealed)
  if (!bytes || bytes.length < nonceLength + tagLength) return undefined
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, nonceLength), additionalData: associated(place) },
      key,
      bytes.subarray(nonceLength),
    )
    return JSON.parse(fromUtf8(new Uint8Array(plain)))
  } catch {
    return undefined
  }
}
