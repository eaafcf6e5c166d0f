/** Seals what leaves for the sync folder, under the key that all devices of a sync space share. */
import { type Bytes, fromBase64, type Random, toHex, utf8 } from './crypto/bytes.ts'
import { sealingKey, signingKey } from './crypto/keys.ts'
import { makeRecoveryCode, readRecoveryCode } from './crypto/recovery-code.ts'
import { open, seal } from './crypto/seal.ts'
import { VaultError } from './errors.ts'
import type { SyncItem } from './stored/sync-item.ts'

const rawKey = ({ key }: SyncItem): Bytes => fromBase64(key) ?? new Uint8Array()
const keyOf = (item: SyncItem) => sealingKey(rawKey(item), 'sync', item.space)
const placeIn = ({ space }: SyncItem, place: string) => ['sync', space, place]

/** @param place what it is, of which device and which of its states: it opens as that only */
export const sealForSync = async (item: SyncItem, place: string, value: unknown, random: Random) =>
  seal(await keyOf(item), placeIn(item, place), value, random)

/** Undefined for what was not sealed so in this space. */
export const openFromSync = async (item: SyncItem, place: string, sealed: string) =>
  open(await keyOf(item), placeIn(item, place), sealed)

/** Names a secret to all devices of the space, and to nobody else. */
export async function tagOf(item: SyncItem, secret: string): Promise<string> {
  const key = await signingKey(rawKey(item), 'sync tag', item.space)
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(secret)))).slice(0, 32)
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
