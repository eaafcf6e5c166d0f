/**
 * What each stored item is called. Names are public: they hold random ids, counters and part names only.
 *
 *   vault.head, vault.head.copy            how to unlock (header.ts)
 *   vault.<epoch>.root.<0|1>               which buckets are current; two, written in turn (manifest.ts)
 *   vault.<epoch>.bucket.<no>.<stamp>      which parts of which records are current
 *   vault.<epoch>.part.<id>.<part>.<stamp> one sealed part of one record
 *   vault.<epoch>.former                   the key of the epoch before, while the move from it lasts (rotate.ts)
 *   vault.<epoch>.inbox.<id>               a captured key, sealed to the vault's public key, waiting
 *   vault.<epoch>.note.<id>                a result that came in while locked, sealed likewise
 *   vault.<epoch>.sync                     the sync key and what was deleted since the last sync (sync-item.ts)
 *   vault.<epoch>.kept.<name>              what is kept beside the keys: the organization as it was read, the activity (kept-item.ts)
 *   vault.old.<time>.<name>                what was there when somebody started over
 *
 * The epoch grows by one each time the vault key is replaced. A stamp is `<generation>-<random>`: no two writes share
 * one, so nothing is ever overwritten in place but the header and the older of the two roots.
 */
import { type Random, toHex } from '../crypto/bytes.ts'

export type Part = 'about' | 'secret' | 'history'
export const parts: readonly Part[] = ['about', 'secret', 'history']

export const headerName = 'vault.head'
export const headerCopyName = 'vault.head.copy'
export const oldPrefix = 'vault.old.'

export const epochPrefix = (epoch: number) => `vault.${epoch}.`
/** Each format version has roots of its own, so that a migration that is cut short leaves the older ones as they are. */
export const rootName = (epoch: number, slot: 0 | 1, version = 1) =>
  `vault.${epoch}.root${version === 1 ? '' : version}.${slot}`
export const formerName = (epoch: number) => `vault.${epoch}.former`
export const bucketName = (epoch: number, no: number, stamp: string) => `vault.${epoch}.bucket.${no}.${stamp}`
export const partName = (epoch: number, id: string, part: Part, stamp: string) =>
  `vault.${epoch}.part.${id}.${part}.${stamp}`
/** `inbox`: captured keys; `note`: results that came in while locked. */
export type SealedKind = 'inbox' | 'note'
export const sealedPrefix = (epoch: number, kind: SealedKind) => `vault.${epoch}.${kind}.`

export const keptPrefix = (epoch: number) => `vault.${epoch}.kept.`

export const isRecordId = (id: unknown): id is string => typeof id === 'string' && /^[\w:-]{1,64}$/.test(id)
export const isStamp = (stamp: unknown): stamp is string =>
  typeof stamp === 'string' && /^\d{1,15}-[0-9a-f]{12}$/.test(stamp)
export const makeStamp = (generation: number, random: Random) => `${generation}-${toHex(random(6))}`
export const stampGeneration = (stamp: string) => Number.parseInt(stamp, 10)

/** The record, part and stamp that a name speaks of; undefined for any other name. */
export function readPartName(epoch: number, name: string) {
  const prefix = `vault.${epoch}.part.`
  if (!name.startsWith(prefix)) return undefined
  const [id, part, stamp, ...rest] = name.slice(prefix.length).split('.')
  const known = parts.find(each => each === part)
  if (rest.length > 0 || !isRecordId(id) || !known || !isStamp(stamp)) return undefined
  return { id, part: known, stamp }
}
