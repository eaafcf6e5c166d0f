/**
 * The head: what must be readable before the vault is open. Which vault, which vault key (epoch), the ways to unlock, and
 * the public key of the inbox; signed under the vault key. Kept twice in each store.
 */
import { fromBase64, isObject, sha256, toBase64, toHex, utf8 } from '../crypto/bytes.ts'
import type { VaultKeys } from '../crypto/keys.ts'
import { isIntact, readSlot, type Slot, slotText } from '../crypto/slots.ts'
import { VaultError } from '../errors.ts'
import type { Store } from '../record.ts'
import { bothStores, namesInEither, readWhatCan, sameJson, type Twin, writeProven } from './mirrored-store.ts'
import { headCopyName, headName } from './names.ts'

export const formatVersion = 1

export type Head = {
  version: number
  /** Random; in the associated data of everything that is sealed. */
  id: string
  /** Grows by one with each new vault key. */
  epoch: number
  /** Grows by one with each change of the head. */
  revision: number
  inboxKey: string
  slots: Slot[]
  /** Of all the above; tells rot while the vault is locked. */
  checksum: string
  /** Of all the above, under the vault key; tells everything else once it is open. */
  mac: string
}
type Unsigned = Omit<Head, 'mac' | 'checksum'>

const signedText = ({ version, id, epoch, revision, inboxKey, slots }: Unsigned) =>
  utf8(JSON.stringify([version, id, epoch, revision, inboxKey, slots.map(slotText)]))

export async function signHead(head: Unsigned, keys: VaultKeys): Promise<Head> {
  const mac = await crypto.subtle.sign('HMAC', keys.head, signedText(head))
  return { ...head, checksum: await checksumOf(head), mac: toBase64(new Uint8Array(mac)) }
}

const checksumOf = async (head: Unsigned) => toHex((await sha256(signedText(head))).subarray(0, 8))

/** Has this copy not rotted? Needs no key. */
export const isWhole = async (head: Head) => (await checksumOf(head)) === head.checksum

/** Was this head written by a holder of the vault key, inbox key included? */
export async function isSigned(head: Head, keys: VaultKeys): Promise<boolean> {
  const mac = fromBase64(head.mac)
  return (
    mac !== undefined &&
    (await isWhole(head)) &&
    head.inboxKey === toBase64(keys.inboxPublic) &&
    (await crypto.subtle.verify('HMAC', keys.head, mac, signedText(head)))
  )
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Undefined for what has not the shape of a head; slots that have lost theirs are left out. Throws `too_new`. */
function readHead(value: unknown, newest: number): Head | undefined {
  if (!isObject(value) || !isCount(value.version)) return undefined
  if (value.version > newest) throw new VaultError('too_new')
  const { version, id, epoch, revision, inboxKey, slots, checksum, mac } = value
  if (typeof id !== 'string' || !isCount(epoch) || !isCount(revision)) return undefined
  if (typeof inboxKey !== 'string' || !Array.isArray(slots)) return undefined
  if (typeof checksum !== 'string' || typeof mac !== 'string') return undefined
  const read = slots.slice(0, 64).map(readSlot)
  const intact = read.filter(slot => slot !== undefined)
  return { version, id, epoch, revision, inboxKey, checksum, mac, slots: intact }
}

/**
 * Every readable copy of the head, newest first. Throws `missing` when neither store holds anything of a vault, `damaged`
 * when there is something but no head, `too_new` when a newer Keyway wrote it.
 */
export async function readHeads(twin: Twin, newest = formatVersion): Promise<Head[]> {
  const heads: Head[] = []
  for (const store of bothStores(twin)) {
    const items = await readWhatCan(store, [headName, headCopyName])
    for (const name of [headName, headCopyName]) {
      const head = readHead(items[name], newest)
      if (head) heads.push(head)
    }
  }
  if (heads.length > 0) return heads.sort((a, b) => b.revision - a.revision)
  const names = await namesInEither(twin, 'vault.').catch(() => ['unreadable'])
  const ours = names.filter(name => /^vault\.(head|\d+\.)/.test(name))
  throw new VaultError(ours.length > 0 ? 'damaged' : 'missing')
}

/** The slots that can be trusted not to have rotted, newest head first, each once. */
export async function intactSlots(heads: Head[]): Promise<{ head: Head; slot: Slot }[]> {
  const found = new Map<string, { head: Head; slot: Slot }>()
  for (const head of heads)
    for (const slot of head.slots)
      if (!found.has(slot.id) && (await isIntact(head, slot))) found.set(slot.id, { head, slot })
  // A slot of an older head counts only where the newest has lost something: else a removed slot would come back.
  const newest = heads[0]
  const whole = heads.filter(head => head.revision === newest?.revision)
  const complete = whole.some(head =>
    head.slots.every(slot => found.get(slot.id)?.head.revision === head.revision),
  )
  return [...found.values()].filter(({ head }) => !complete || head.revision === newest?.revision)
}

/** One copy after the other, so that a crash leaves at least one whole; then the mirror, as far as it can. */
export async function writeHead(twin: Twin, head: Head): Promise<void> {
  await writeProven(twin.primary, { [headCopyName]: head })
  await writeProven(twin.primary, { [headName]: head })
  await twin.mirror?.set({ [headName]: head, [headCopyName]: head }).catch(() => undefined)
}

/** Do both copies in this store say so? A head that is only half written may still be lost again. */
export async function holdsHead(store: Store, head: Head): Promise<boolean> {
  const items = await readWhatCan(store, [headName, headCopyName])
  return sameJson(items[headName], head) && sameJson(items[headCopyName], head)
}

export async function isEverywhere(twin: Twin, head: Head): Promise<boolean> {
  for (const store of bothStores(twin)) if (!(await holdsHead(store, head))) return false
  return true
}
