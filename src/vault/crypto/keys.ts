/**
 * Everything that is derived from the vault key (32 random bytes): one key per use, by HKDF-SHA-256.
 * The inbox's key pair is derived too, so its public half can be proven by who holds the vault key.
 */
import * as hpke from 'hpke'
import { type Bytes, utf8 } from './bytes.ts'

export type VaultKeys = {
  /** Seals parts of records. */
  records: CryptoKey
  /** Seals buckets and roots. */
  manifest: CryptoKey
  /** Signs the header (HMAC). */
  header: CryptoKey
  inbox: hpke.KeyPair<CryptoKey>
  inboxPublic: Bytes
}

/** RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
export const inboxSuite = new hpke.CipherSuite(
  hpke.KEM_DHKEM_X25519_HKDF_SHA256,
  hpke.KDF_HKDF_SHA256,
  hpke.AEAD_AES_256_GCM,
)

const hkdf = (use: string, salt: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: utf8(salt),
  info: utf8(`keyway 1 ${use}`),
})

/** A key that wraps or seals, from 32 secret bytes. */
export async function sealingKey(secret: Bytes, use: string, salt: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(hkdf(use, salt), base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

/** A key that signs (HMAC-SHA-256), from 32 secret bytes. */
export async function signingKey(secret: Bytes, use: string, salt: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const mac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return crypto.subtle.deriveKey(hkdf(use, salt), base, mac, false, ['sign', 'verify'])
}

export async function deriveKeys(vaultKey: Bytes, vaultId: string): Promise<VaultKeys> {
  const base = await crypto.subtle.importKey('raw', vaultKey, 'HKDF', false, ['deriveBits'])
  const seed = await crypto.subtle.deriveBits(hkdf('inbox', vaultId), base, 256)
  const inbox = await inboxSuite.DeriveKeyPair(new Uint8Array(seed))
  return {
    records: await sealingKey(vaultKey, 'records', vaultId),
    manifest: await sealingKey(vaultKey, 'manifest', vaultId),
    header: await signingKey(vaultKey, 'head', vaultId),
    inbox,
    inboxPublic: new Uint8Array(await inboxSuite.SerializePublicKey(inbox.publicKey)),
  }
}
