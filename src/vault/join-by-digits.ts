/**
 * How two devices that share nothing come to share the sync key, over a carrier that anybody may read and change. Each makes a key pair
 * (X25519) for this one time. The device that asks first sends only a digest of its public key; the other answers with its own; then the
 * first sends its key. Six digits, computed from all three messages, have to be the same on both. Because of the digest nobody in between can
 * try keys until the digits match: an attacker has one guess in a million for each attempt of the person. The sync key is sealed with a key from both
 * pairs (HKDF, AES-GCM), so only these two devices can make it and open it. HPKE’s base mode would not prove who made it.
 */
import { type Bytes, fromBase64, type Random, sha256, toBase64, toHex, utf8 } from './crypto/bytes.ts'
import { sealingKey } from './crypto/keys.ts'
import { open, seal } from './crypto/seal.ts'

/** A private key that cannot be read, and its public one in base64. */
export type JoinKeys = { secret: CryptoKey; publicKey: string }
/** All messages of both sides, from which the digits and the key are computed. Public keys in base64. */
export type JoinWords = { id: string; space: string; commitment: string; asking: string; answering: string }

const algorithm = { name: 'X25519' } as const

export async function makeJoinKeys(): Promise<JoinKeys> {
  const pair = (await crypto.subtle.generateKey(algorithm, false, ['deriveBits'])) as CryptoKeyPair
  const bytes = await crypto.subtle.exportKey('raw', pair.publicKey)
  return { secret: pair.privateKey, publicKey: toBase64(new Uint8Array(bytes)) }
}

const digest = (...words: string[]): Promise<Bytes> => sha256(utf8(JSON.stringify(['keyway join', ...words])))

/** The digest of its public key that the asking side sends before the key itself. */
export const commitmentOf = async (id: string, publicKey: string): Promise<string> =>
  toHex(await digest('commitment', id, publicKey))

const said = ({ id, space, commitment, asking, answering }: JoinWords) => [
  id,
  space,
  commitment,
  asking,
  answering,
]

/** The six digits that a person compares. */
export async function digitsOf(words: JoinWords): Promise<string> {
  const bytes = await digest('digits', ...said(words))
  const number = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 1_000_000).padStart(6, '0')
}

/** The key that only these two devices can compute. Undefined when the other’s public key is not valid. */
export async function joinKey(own: JoinKeys, words: JoinWords): Promise<CryptoKey | undefined> {
  const other = fromBase64(words.asking === own.publicKey ? words.answering : words.asking)
  try {
    if (!other) return undefined
    const theirs = await crypto.subtle.importKey('raw', other, algorithm, false, [])
    // Throws for public keys with which everybody could compute the result (low-order points).
    const shared = await crypto.subtle.deriveBits({ ...algorithm, public: theirs }, own.secret, 256)
    return await sealingKey(new Uint8Array(shared), 'sync join', toHex(await digest('key', ...said(words))))
  } catch {
    return undefined
  }
}

const place = ({ id, space }: JoinWords) => ['sync join', id, space]

export const sealForJoin = (key: CryptoKey, words: JoinWords, syncKey: string, random: Random) =>
  seal(key, place(words), syncKey, random)

/** The sync key; undefined when the other side did not seal it. */
export async function openFromJoin(
  key: CryptoKey,
  words: JoinWords,
  sealed: string,
): Promise<string | undefined> {
  const syncKey = await open(key, place(words), sealed)
  return typeof syncKey === 'string' && fromBase64(syncKey)?.length === 32 ? syncKey : undefined
}
