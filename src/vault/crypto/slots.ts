/**
 * Slots: each is one way to unlock and wraps the same vault key. The checksum is no protection (who changes a slot can
 * change it too): it tells a slot that has rotted from a passphrase that is wrong.
 */

import { VaultError } from '../errors.ts'
import { type Bytes, fromBase64, isObject, type Random, sha256, toBase64, toHex, utf8 } from './bytes.ts'
import { type Cost, checkCost, type Kdf } from './kdf.ts'
import { sealingKey } from './keys.ts'
import { open, seal } from './seal.ts'

/** Everything public that a slot says about itself; all of it is bound to the wrapped key. */
export type SlotInfo = { id: string; createdAt: number } & (
  | { kind: 'passphrase'; salt: string; cost: Cost }
  | { kind: 'recovery' }
  | { kind: 'passkey'; credentialId: string; prfSalt: string }
)
export type Slot = SlotInfo & { wrapped: string; checksum: string }

/** What a person brings: a passphrase, the bytes of a recovery code, or what a passkey's PRF gave. */
export type Proof =
  | { kind: 'passphrase'; passphrase: string }
  | { kind: 'recovery'; secret: Bytes }
  | { kind: 'passkey'; credentialId: string; prf: Bytes }

export const saltLength = 16

const text = (slot: SlotInfo) => {
  const common = [slot.id, slot.createdAt, slot.kind]
  if (slot.kind === 'recovery') return common
  if (slot.kind === 'passkey') return [...common, slot.credentialId, slot.prfSalt]
  const { memoryKiB, iterations, parallelism } = slot.cost
  return [...common, slot.salt, memoryKiB, iterations, parallelism]
}

/** Which vault, and which of its vault keys, a slot belongs to. */
export type SlotOwner = { id: string; epoch: number }

const place = (owner: SlotOwner, slot: SlotInfo) => ['slot', owner.id, owner.epoch, ...text(slot)]

/** The whole slot in an order of its own: storage gives fields back in any. */
export const slotText = (slot: Slot) => [...text(slot), slot.wrapped, slot.checksum]

const checksum = async (owner: SlotOwner, slot: SlotInfo, wrapped: string) =>
  toHex((await sha256(utf8(JSON.stringify([...place(owner, slot), wrapped])))).subarray(0, 8))

/** The key that wraps the vault key in this slot. */
async function wrappingKey(slot: SlotInfo, proof: Proof, owner: SlotOwner, kdf: Kdf): Promise<CryptoKey> {
  const use = `slot ${slot.kind}`
  const salt = `${owner.id} ${slot.id}`
  if (proof.kind === 'recovery') return sealingKey(proof.secret, use, salt)
  if (proof.kind === 'passkey') return sealingKey(proof.prf, use, salt)
  if (slot.kind !== 'passphrase') throw new VaultError('damaged')
  checkCost(slot.cost)
  const slotSalt = fromBase64(slot.salt)
  if (slotSalt?.length !== saltLength) throw new VaultError('damaged')
  // NFC: the same passphrase typed on another system is the same bytes (RFC 8265).
  const secret = await kdf(utf8(proof.passphrase.normalize('NFC')), slotSalt, slot.cost)
  return sealingKey(new Uint8Array(secret), use, salt)
}

export async function makeSlot(
  info: SlotInfo,
  proof: Proof,
  vaultKey: Bytes,
  owner: SlotOwner,
  { kdf, random }: { kdf: Kdf; random: Random },
): Promise<Slot> {
  const key = await wrappingKey(info, proof, owner, kdf)
  const wrapped = await seal(key, place(owner, info), toBase64(vaultKey), random)
  return { ...info, wrapped, checksum: await checksum(owner, info, wrapped) }
}

export const isIntact = async (owner: SlotOwner, slot: Slot) =>
  (await checksum(owner, slot, slot.wrapped)) === slot.checksum

/** The vault key, or undefined when the proof is not this slot's. Throws `damaged` for a cost outside the limits. */
export async function openSlot(slot: Slot, proof: Proof, owner: SlotOwner, kdf: Kdf) {
  const key = await wrappingKey(slot, proof, owner, kdf)
  const opened = await open(key, place(owner, slot), slot.wrapped)
  const vaultKey = typeof opened === 'string' ? fromBase64(opened) : undefined
  return vaultKey?.length === 32 ? vaultKey : undefined
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 4096

/** A slot read from storage, or undefined for anything that does not have its shape. */
export function readSlot(value: unknown): Slot | undefined {
  if (!isObject(value)) return undefined
  const { id, createdAt, kind, wrapped, checksum } = value
  if (!isText(id) || typeof createdAt !== 'number' || !isText(wrapped) || !isText(checksum)) return undefined
  const common = { id, createdAt, wrapped, checksum }
  if (kind === 'recovery') return { ...common, kind }
  if (kind === 'passkey') {
    const { credentialId, prfSalt } = value
    return isText(credentialId) && isText(prfSalt) ? { ...common, kind, credentialId, prfSalt } : undefined
  }
  const { salt, cost } = value
  if (kind !== 'passphrase' || !isText(salt) || !isObject(cost)) return undefined
  const { memoryKiB, iterations, parallelism } = cost
  if (typeof memoryKiB !== 'number' || typeof iterations !== 'number' || typeof parallelism !== 'number')
    return undefined
  return { ...common, kind, salt, cost: { memoryKiB, iterations, parallelism } }
}
