/**
 * The header: what must be readable before the vault is open. Which vault, which vault key (epoch), the ways to unlock, the
 * public key of the inbox, and the settings that protect; signed under the vault key. Kept twice in each store.
 */
import { concat, fromBase64, isObject, sha256, toBase64, toHex, utf8 } from '../crypto/bytes.ts'
import type { VaultKeys } from '../crypto/keys.ts'
import { isIntact, readSlot, type Slot, slotText } from '../crypto/slots.ts'
import { VaultError } from '../errors.ts'
import type { Store } from '../record.ts'
import {
  bothStores,
  type MirroredStore,
  namesInEither,
  readWhatCan,
  sameJson,
  writeProven,
} from './mirrored-store.ts'
import { headerCopyName, headerName } from './names.ts'

export const formatVersion = 2

/** What protects and belongs to this vault: how long it stays open, and the like. The vault does not know what the names mean. */
export type VaultSettings = Record<string, number | boolean>

export type Header = {
  version: number
  /** Random; in the associated data of everything that is sealed. */
  id: string
  /** Grows by one with each new vault key. */
  epoch: number
  /** Grows by one with each change of the header. */
  revision: number
  inboxKey: string
  slots: Slot[]
  /** From format version 2 on. */
  settings?: VaultSettings
  /**
   * From format version 2 on: that this vault key took the place of an earlier one, signed under that one: its epoch and the
   * signature. Who can still open the earlier epoch tells by it a header that came later from one that was made up.
   */
  follows?: [epoch: number, mac: string][]
  /** Of all else here; tells rot while the vault is locked. */
  checksum: string
  /** Of all above the checksum, under the vault key; tells everything else once it is open. */
  mac: string
}
type Unsigned = Omit<Header, 'mac' | 'checksum'>

const signedText = ({ version, id, epoch, revision, inboxKey, slots, settings, follows }: Unsigned) => {
  const since2 =
    version === 1 ? [] : [Object.entries(settings ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)), follows ?? []]
  return utf8(JSON.stringify([version, id, epoch, revision, inboxKey, slots.map(slotText), ...since2]))
}

export async function signHeader(header: Unsigned, keys: VaultKeys): Promise<Header> {
  const signature = await crypto.subtle.sign('HMAC', keys.header, signedText(header))
  const mac = toBase64(new Uint8Array(signature))
  return { ...header, checksum: await checksumOf({ ...header, mac }), mac }
}

/** From format version 2 on it covers the signature too: one that has rotted is no forgery. */
const checksumOf = async (header: Unsigned & { mac: string }) => {
  const text = header.version === 1 ? signedText(header) : concat(signedText(header), utf8(header.mac))
  return toHex((await sha256(text)).subarray(0, 8))
}

/** Has this copy not rotted? Needs no key. */
export const isWhole = async (header: Header) => (await checksumOf(header)) === header.checksum

/** Was this header written by a holder of the vault key, inbox key included? */
export async function isSigned(header: Header, keys: VaultKeys): Promise<boolean> {
  const mac = fromBase64(header.mac)
  return (
    mac !== undefined &&
    (await isWhole(header)) &&
    header.inboxKey === toBase64(keys.inboxPublic) &&
    (await crypto.subtle.verify('HMAC', keys.header, mac, signedText(header)))
  )
}

const followsText = (header: Pick<Header, 'id' | 'epoch' | 'inboxKey'>, former: number) =>
  utf8(JSON.stringify(['keyway', 'follows', header.id, former, header.epoch, header.inboxKey]))

/** Signs, under the keys of a former epoch, that this head's epoch takes its place. */
export async function signFollows(
  header: Pick<Header, 'id' | 'epoch' | 'inboxKey'>,
  former: number,
  { header: key }: VaultKeys,
): Promise<[number, string]> {
  const mac = await crypto.subtle.sign('HMAC', key, followsText(header, former))
  return [former, toBase64(new Uint8Array(mac))]
}

/** Did the holder of the former epoch's vault key let this header take its place? */
export async function doesFollow(
  header: Header,
  former: number,
  { header: key }: VaultKeys,
): Promise<boolean> {
  for (const [epoch, text] of header.follows ?? []) {
    const mac = fromBase64(text)
    if (
      epoch === former &&
      mac &&
      (await crypto.subtle.verify('HMAC', key, mac, followsText(header, former)))
    )
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

/** A header of format version 1 as one of version 2, which has settings; any other as it is. */
export const withSettings = (header: Unsigned, settings: VaultSettings): Unsigned =>
  header.version === 1 ? { ...header, version: 2, settings, follows: [] } : header

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Undefined for what has not the shape of a header; slots that have lost theirs are left out. Throws `too_new`. */
function readHeader(value: unknown, newest: number): Header | undefined {
  if (!isObject(value) || !isCount(value.version)) return undefined
  if (value.version > newest) throw new VaultError('too_new')
  const { version, id, epoch, revision, inboxKey, slots, checksum, mac } = value
  if (typeof id !== 'string' || !isCount(epoch) || !isCount(revision)) return undefined
  if (typeof inboxKey !== 'string' || !Array.isArray(slots)) return undefined
  if (typeof checksum !== 'string' || typeof mac !== 'string') return undefined
  const read = slots.slice(0, 64).map(readSlot)
  const intact = read.filter(slot => slot !== undefined)
  const header = { version, id, epoch, revision, inboxKey, checksum, mac, slots: intact }
  if (version === 1) return header
  const since2 = readSince2(value)
  return since2 && { ...header, ...since2 }
}

/**
 * Every readable copy of the header, newest first. Throws `missing` when neither store holds anything of a vault, `damaged`
 * when there is something but no header, `too_new` when a newer Keyway wrote it.
 */
export async function readHeaders(
  stores: MirroredStore,
  newest = formatVersion,
): Promise<[Header, ...Header[]]> {
  const headers: Header[] = []
  for (const store of bothStores(stores)) {
    const items = await readWhatCan(store, [headerName, headerCopyName])
    for (const name of [headerName, headerCopyName]) {
      const header = readHeader(items[name], newest)
      if (header) headers.push(header)
    }
  }
  const [first, ...older] = headers.sort((a, b) => b.revision - a.revision)
  if (first) return [first, ...older]
  const names = await namesInEither(stores, 'vault.').catch(() => ['unreadable'])
  const ours = names.filter(name => /^vault\.(head|\d+\.)/.test(name))
  throw new VaultError(ours.length > 0 ? 'damaged' : 'missing')
}

/** The slots that can be trusted not to have rotted, newest header first, each once. */
export async function intactSlots(headers: Header[]): Promise<{ header: Header; slot: Slot }[]> {
  const found = new Map<string, { header: Header; slot: Slot }>()
  for (const header of headers)
    for (const slot of header.slots)
      if (!found.has(slot.id) && (await isIntact(header, slot))) found.set(slot.id, { header, slot })
  // A slot of an older header counts only where the newest has lost something: else a removed slot would come back.
  const newest = headers[0]
  const whole = headers.filter(header => header.revision === newest?.revision)
  const complete = whole.some(header =>
    header.slots.every(slot => found.get(slot.id)?.header.revision === header.revision),
  )
  return [...found.values()].filter(({ header }) => !complete || header.revision === newest?.revision)
}

/** One copy after the other, so that a crash leaves at least one whole; then the mirror, as far as it can. */
export async function writeHeader(stores: MirroredStore, header: Header): Promise<void> {
  await writeProven(stores.primary, { [headerCopyName]: header })
  await writeProven(stores.primary, { [headerName]: header })
  await stores.mirror?.set({ [headerName]: header, [headerCopyName]: header }).catch(() => undefined)
}

/** Do both copies in this store say so? A header that is only half written may still be lost again. */
export async function holdsHeader(store: Store, header: Header): Promise<boolean> {
  const items = await readWhatCan(store, [headerName, headerCopyName])
  return sameJson(items[headerName], header) && sameJson(items[headerCopyName], header)
}

export async function isEverywhere(stores: MirroredStore, header: Header): Promise<boolean> {
  for (const store of bothStores(stores)) if (!(await holdsHeader(store, header))) return false
  return true
}
