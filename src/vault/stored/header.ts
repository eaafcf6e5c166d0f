/**
 * The head: what must be readable before the vault is open. Which vault, which vault key (epoch), the ways to unlock, the
 * public key of the inbox, and the settings that protect; signed under the vault key. Kept twice in each store.
 */
import { concat, fromBase64, isObject, sha256, toBase64, toHex, utf8 } from '../crypto/bytes.ts'
import type { VaultKeys } from '../crypto/keys.ts'
import { isIntact, readSlot, type Slot, slotText } from '../crypto/slots.ts'
import { VaultError } from '../errors.ts'
import type { Store } from '../record.ts'
import { bothStores, namesInEither, readWhatCan, sameJson, type Twin, writeProven } from './mirrored-store.ts'
import { headCopyName, headName } from './names.ts'

export const formatVersion = 2

/** What protects and belongs to this vault: how long it stays open, and the like. The vault does not know what the names mean. */
export type VaultSettings = Record<string, number | boolean>

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
  /** From format version 2 on. */
  settings?: VaultSettings
  /**
   * From format version 2 on: that this vault key took the place of an earlier one, signed under that one: its epoch and the
   * signature. Who can still open the earlier epoch tells by it a head that came later from one that was made up.
   */
  follows?: [epoch: number, mac: string][]
  /** Of all else here; tells rot while the vault is locked. */
  checksum: string
  /** Of all above the checksum, under the vault key; tells everything else once it is open. */
  mac: string
}
type Unsigned = Omit<Head, 'mac' | 'checksum'>

const signedText = ({ version, id, epoch, revision, inboxKey, slots, settings, follows }: Unsigned) => {
  const since2 =
    version === 1 ? [] : [Object.entries(settings ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)), follows ?? []]
  return utf8(JSON.stringify([version, id, epoch, revision, inboxKey, slots.map(slotText), ...since2]))
}

export async function signHead(head: Unsigned, keys: VaultKeys): Promise<Head> {
  const signature = await crypto.subtle.sign('HMAC', keys.head, signedText(head))
  const mac = toBase64(new Uint8Array(signature))
  return { ...head, checksum: await checksumOf({ ...head, mac }), mac }
}

/** From format version 2 on it covers the signature too: one that has rotted is no forgery. */
const checksumOf = async (head: Unsigned & { mac: string }) => {
  const text = head.version === 1 ? signedText(head) : concat(signedText(head), utf8(head.mac))
  return toHex((await sha256(text)).subarray(0, 8))
}

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

const followsText = (head: Pick<Head, 'id' | 'epoch' | 'inboxKey'>, former: number) =>
  utf8(JSON.stringify(['keyway', 'follows', head.id, former, head.epoch, head.inboxKey]))

/** Signs, under the keys of a former epoch, that this head's epoch takes its place. */
export async function signFollows(
  head: Pick<Head, 'id' | 'epoch' | 'inboxKey'>,
  former: number,
  { head: key }: VaultKeys,
): Promise<[number, string]> {
  const mac = await crypto.subtle.sign('HMAC', key, followsText(head, former))
  return [former, toBase64(new Uint8Array(mac))]
}

/** Did the holder of the former epoch's vault key let this head take its place? */
export async function doesFollow(head: Head, former: number, { head: key }: VaultKeys): Promise<boolean> {
  for (const [epoch, text] of head.follows ?? []) {
    const mac = fromBase64(text)
    if (epoch === former && mac && (await crypto.subtle.verify('HMAC', key, mac, followsText(head, former))))
      return true
  }
  return false
}

const isSetting = ([name, value]: [string, unknown]): boolean =>
  /^\w{1,40}$/.test(name) && (typeof value === 'boolean' || Number.isSafeInteger(value))

/** What format version 2 has beside version 1; undefined for what has not its shape. */
function readSince2({ settings, follows }: Record<string, unknown>) {
  if (!isObject(settings) || !Array.isArray(follows) || follows.length > 64) return undefined
  const entries = Object.entries(settings)
  if (entries.length > 32 || !entries.every(isSetting)) return undefined
  const pairs = follows.filter(
    (pair): pair is [number, string] =>
      Array.isArray(pair) && pair.length === 2 && isCount(pair[0]) && typeof pair[1] === 'string',
  )
  return pairs.length === follows.length ? { settings: settings as VaultSettings, follows: pairs } : undefined
}

/** A head of format version 1 as one of version 2, which has settings; any other as it is. */
export const withSettings = (head: Unsigned, settings: VaultSettings): Unsigned =>
  head.version === 1 ? { ...head, version: 2, settings, follows: [] } : head

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
  const head = { version, id, epoch, revision, inboxKey, checksum, mac, slots: intact }
  if (version === 1) return head
  const since2 = readSince2(value)
  return since2 && { ...head, ...since2 }
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
