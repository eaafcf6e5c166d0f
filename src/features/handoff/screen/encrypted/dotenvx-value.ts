/**
 * One value as dotenvx encrypts it: ECIES on secp256k1, that is a fresh public key in 65 bytes, a nonce of 16, the tag, the ciphertext of
 * AES-256-GCM; the key by HKDF-SHA-256 of both points (eciesjs 0.4, which @dotenvx/primitives 3.3 bundles; read 22 November 2026).
 */
import { secp256k1 } from '@noble/curves/secp256k1.js'

/** @param publicKey 33 bytes, in hex. @throws when it is no point of the curve */
export async function sealForDotenvx(plain: string, publicKey: string): Promise<string> {
  const theirs = Uint8Array.from(publicKey.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  const own = secp256k1.utils.randomSecretKey()
  const share = secp256k1.getPublicKey(own, false)
  const point = secp256k1.getSharedSecret(own, theirs, false)
  const secret = await crypto.subtle.importKey('raw', new Uint8Array([...share, ...point]), 'HKDF', false, [
    'deriveKey',
  ])
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array() },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const iv = crypto.getRandomValues(new Uint8Array(16))
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(plain)),
  )
  const bytes = [...share, ...iv, ...sealed.subarray(-16), ...sealed.subarray(0, -16)]
  return `encrypted:${btoa(String.fromCharCode(...bytes))}`
}
