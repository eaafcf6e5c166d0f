/**
 * A recovery code: 128 random bits and a 12-bit checksum as 28 characters of Crockford's base32 (no I, L, O, U), in seven
 * groups. Written by hand and read back: case, blanks, hyphens and the usual mix-ups do not matter.
 */
import { type Bytes, type Random, sha256 } from './bytes.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretLength = 16

/** 16 bytes and a checksum of 12 bits: 140 bits, 28 characters. */
async function spell(secret: Bytes): Promise<string> {
  const digest = await sha256(secret)
  let bits = 0n
  for (const byte of secret) bits = (bits << 8n) | BigInt(byte)
  const check = (BigInt(digest[0] ?? 0) << 4n) | (BigInt(digest[1] ?? 0) >> 4n)
  bits = (bits << 12n) | check
  let text = ''
  for (let i = 27n; i >= 0n; i--) text += alphabet[Number((bits >> (i * 5n)) & 31n)]
  return text
}

export async function makeRecoveryCode(random: Random): Promise<{ code: string; secret: Bytes }> {
  const secret = new Uint8Array(random(secretLength))
  const text = await spell(secret)
  return { code: text.match(/.{4}/g)?.join('-') ?? text, secret }
}

/** The 16 bytes, or undefined for what no recovery code looks like (mistyped: the checksum says so). */
export async function readRecoveryCode(text: string): Promise<Bytes | undefined> {
  const clean = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (clean.length !== 28) return undefined
  let bits = 0n
  for (const character of clean) {
    const value = alphabet.indexOf(character)
    if (value < 0) return undefined
    bits = (bits << 5n) | BigInt(value)
  }
  const secret = new Uint8Array(secretLength)
  bits >>= 12n
  for (let i = secretLength - 1; i >= 0; i--) {
    secret[i] = Number(bits & 255n)
    bits >>= 8n
  }
  return (await spell(secret)) === clean ? secret : undefined
}
