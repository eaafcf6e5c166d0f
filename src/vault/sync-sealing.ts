/** Seals what leaves for the sync folder, under the key that all devices of a sync space share. */
import { type Bytes, fromBase64, type Random, toHex, utf8 } from './crypto/bytes.ts'
import { sealingKey, signingKey } from './crypto/keys.ts'
import { makeRecoveryCode, readRecoveryCode } from './crypto/recovery-code.ts'
import { open, seal } from './crypto/seal.ts'
import { VaultError } from './errors.ts'
import type { SyncItem } from './stored/sync-item.ts'

/** What is no key must not seal: an empty one is known to everybody. */
function rawKey({ key }: Pick<SyncItem, 'key'>): Bytes {
  const bytes = fromBase64(key)
  if (bytes?.length !== 32) throw new VaultError('damaged')
  return bytes
}
const keyOf = (item: SyncItem) => sealingKey(rawKey(item), 'sync', item.space)
const placeIn = ({ space }: SyncItem, place: string) => ['sync', space, place]

/** @param place what it is, of which device and which of its states: it opens as that only */
export const sealForSync = async (item: SyncItem, place: string, value: unknown, random: Random) =>
  seal(await keyOf(item), placeIn(item, place), value, random)

/** Undefined for what was not sealed so in this space. */
export const openFromSync = async (item: SyncItem, place: string, sealed: string) =>
  open(await keyOf(item), placeIn(item, place), sealed)

/** A secret is opened into the vault only: no place that a screen can name is one of these. */
const secretPlace = (tag: string) => `secret ${tag}`

/**
 * A secret's name to all devices of the space, and to nobody else; and the secret sealed. The nonce follows from the secret too, so all
 * devices make the same text of it: room for one is enough, and a text that somebody forged is told from it without being opened.
 */
export async function sealSecret(item: SyncItem, secret: string): Promise<{ tag: string; sealed: string }> {
  const key = await signingKey(rawKey(item), 'sync tag', item.space)
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(secret)))
  const tag = toHex(mac.subarray(0, 16))
  return { tag, sealed: await sealForSync(item, secretPlace(tag), secret, () => mac.subarray(16, 28)) }
}

/** The secret; undefined for what is not the one of this name. */
export async function openSecret(item: SyncItem, tag: string, sealed: string): Promise<string | undefined> {
  const secret = await openFromSync(item, secretPlace(tag), sealed)
  return typeof secret === 'string' && (await sealSecret(item, secret)).tag === tag ? secret : undefined
}

const codeKey = (secret: Bytes, space: string) => sealingKey(secret, 'sync code', space)
const codePlace = (space: string) => ['sync code', space]

/** A code that opens the space on another device, and the sync key sealed for it. */
export async function makeSyncCode({ key, space }: SyncItem, random: Random) {
  const { code, secret } = await makeRecoveryCode(random)
  return { code, sealed: await seal(await codeKey(secret, space), codePlace(space), key, random) }
}

/** The sync key. Throws `wrong_recovery_code`. */
export async function readSyncCode(code: string, space: string, sealed: string): Promise<string> {
  const secret = await readRecoveryCode(code)
  const key = secret && (await open(await codeKey(secret, space), codePlace(space), sealed))
  if (typeof key !== 'string' || fromBase64(key)?.length !== 32) throw new VaultError('wrong_recovery_code')
  return key
}
