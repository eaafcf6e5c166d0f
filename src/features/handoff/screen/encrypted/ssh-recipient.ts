/**
 * SSH public keys as recipients of an age file. The age package knows age's own keys only; these two kinds are age's too
 * (https://github.com/FiloSottile/age, agessh, read 22 November 2026). Their names in the file carry the first four bytes of the key's SHA-256.
 */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { Stanza } from 'age-encryption'

type Wrap = { wrapFileKey: (fileKey: Uint8Array) => Promise<Stanza[]> }

/** @param text type and base64, without a comment. @throws when the bytes are no such key */
export function sshRecipient(text: string): Wrap {
  const [type, body = ''] = text.split(' ')
  const blob = Uint8Array.from(atob(body), char => char.charCodeAt(0))
  const fields = readFields(blob)
  if (new TextDecoder().decode(fields[0]) !== type)
    throw new TypeError('The key is not of the kind that it says.')
  if (type === 'ssh-ed25519' && fields.length === 2) return forEd25519(blob, fields[1])
  if (type === 'ssh-rsa' && fields.length === 3) return forRsa(blob, fields[1], fields[2])
  throw new TypeError('Not an SSH public key that age takes.')
}

function forEd25519(blob: Uint8Array<ArrayBuffer>, key: Uint8Array | undefined): Wrap {
  if (key?.length !== 32) throw new TypeError('An Ed25519 key has 32 bytes.')
  const label = 'age-encryption.org/v1/ssh-ed25519'
  const theirs = ed25519.utils.toMontgomery(key)
  return {
    async wrapFileKey(fileKey) {
      const ephemeral = x25519.utils.randomSecretKey()
      const share = x25519.getPublicKey(ephemeral)
      const tweak = await hkdf(new Uint8Array(), blob, label)
      const shared = x25519.getSharedSecret(tweak, x25519.getSharedSecret(ephemeral, theirs))
      const wrapping = await hkdf(shared, joined(share, theirs), label)
      const body = chacha20poly1305(wrapping, new Uint8Array(12)).encrypt(fileKey)
      return [new Stanza(['ssh-ed25519', await tag(blob), base64(share)], body)]
    },
  }
}

function forRsa(
  blob: Uint8Array<ArrayBuffer>,
  exponent: Uint8Array | undefined,
  modulus: Uint8Array | undefined,
): Wrap {
  const n = withoutZeros(modulus)
  // age refuses shorter ones.
  if (n.length < 2048 / 8) throw new TypeError('The RSA key is shorter than 2,048 bits.')
  const label = new TextEncoder().encode('age-encryption.org/v1/ssh-rsa')
  const jwk = { kty: 'RSA', alg: 'RSA-OAEP-256', n: base64Url(n), e: base64Url(withoutZeros(exponent)) }
  return {
    async wrapFileKey(fileKey) {
      const key = await crypto.subtle.importKey('jwk', jwk, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, [
        'encrypt',
      ])
      const body = await crypto.subtle.encrypt({ name: 'RSA-OAEP', label }, key, new Uint8Array(fileKey))
      return [new Stanza(['ssh-rsa', await tag(blob)], new Uint8Array(body))]
    },
  }
}

/** Each field is four bytes of length and as many bytes (RFC 4253, section 6.6). */
function readFields(blob: Uint8Array): Uint8Array[] {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  const fields: Uint8Array[] = []
  let at = 0
  while (at < blob.length) {
    const length = view.getUint32(at)
    if (at + 4 + length > blob.length) throw new RangeError('The key is cut off.')
    fields.push(blob.slice(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

async function hkdf(secret: Uint8Array, salt: Uint8Array<ArrayBuffer>, info: string): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveBits'])
  const about = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(info) }
  return new Uint8Array(await crypto.subtle.deriveBits(about, key, 256))
}

async function tag(blob: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', blob)).subarray(0, 4))
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...first, ...second])
}

/** SSH writes a zero before a number whose first bit is set. */
function withoutZeros(number: Uint8Array | undefined): Uint8Array {
  if (!number) throw new TypeError('A number is missing.')
  const from = number.findIndex(byte => byte !== 0)
  return from < 0 ? new Uint8Array() : number.subarray(from)
}

/** Without padding, as age's header has it. */
function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')).replace(/={1,2}$/, '')
}

function base64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_')
}
