/**
 * The inbox: sealed while locked, opened while unlocked. HPKE (RFC 9180, base mode) to the vault's public key, so sealing
 * needs no secret. A key that is shown only once goes here before anything else happens to it.
 */
import {
  type Bytes,
  fromBase64,
  fromUtf8,
  isObject,
  type Random,
  systemRandom,
  toBase64,
  toHex,
  utf8,
} from './crypto/bytes.ts'
import { inboxSuite } from './crypto/keys.ts'
import { storageError, VaultError } from './errors.ts'
import type { NewRecord, Store } from './record.ts'
import { type Header, isWhole, readHeaders } from './stored/header.ts'
import type { Scope } from './stored/manifest.ts'
import {
  bothStores,
  type MirroredStore,
  namesIn,
  namesInEither,
  readProven,
  sameJson,
  writeProven,
} from './stored/mirrored-store.ts'
import { isRecordId, type SealedKind, sealedPrefix } from './stored/names.ts'

/** How many of each may wait. */
const most: Record<SealedKind, number> = { inbox: 20, note: 200 }
const info = utf8('keyway 1 inbox')

/** The public key that captured keys are sealed to, with the vault and the epoch that it belongs to. */
export type InboxKey = Pick<Header, 'id' | 'epoch' | 'inboxKey'>

export type SealOptions = {
  mirror?: Store | undefined
  now?: () => number
  random?: Random
  /** The vault’s own answer from when it was open (`inboxKey()`), stored where no page can write. */
  trusted?: InboxKey | undefined
}
export type Sealed<T> = { id: string; sealedAt: number; value: T }

const aad = (vaultId: string, epoch: number, kind: SealedKind, id: string, at: number): Bytes =>
  utf8(JSON.stringify(['keyway', kind, vaultId, epoch, id, at]))

/** Seals `value` for the vault whose header this is. Throws `inbox_full`, `storage_full`, `storage_failed`. */
export async function sealFor(
  store: Store,
  header: InboxKey,
  kind: SealedKind,
  value: unknown,
  { mirror, now = Date.now, random = systemRandom, id = toHex(random(16)) }: SealOptions & { id?: string },
): Promise<string> {
  const prefix = sealedPrefix(header.epoch, kind)
  const waiting = (await namesIn(store))?.filter(name => name.startsWith(prefix)).length ?? 0
  if (waiting >= most[kind]) throw new VaultError('inbox_full')
  const key = fromBase64(header.inboxKey)
  if (!key) throw new VaultError('damaged')
  const at = now()
  const publicKey = await inboxSuite.DeserializePublicKey(key)
  const sealed = await inboxSuite.Seal(publicKey, utf8(JSON.stringify(value).padEnd(1024)), {
    aad: aad(header.id, header.epoch, kind, id, at),
    info,
  })
  const item = { at, enc: toBase64(sealed.encapsulatedSecret), sealed: toBase64(sealed.ciphertext) }
  await writeProven(store, { [prefix + id]: item })
  await mirror?.set({ [prefix + id]: item }).catch(() => undefined)
  return id
}

/**
 * The public key to seal to while the vault is locked. No signature can be checked then, so no single copy is trusted: all undamaged copies
 * of the header in both stores, and what the vault told when it was open last, have to name the same key. Throws `unverified` rather than
 * seal to somebody else’s key. Writes nothing: a forged copy must not replace a good one.
 */
export async function agreedKey(store: Store, { mirror, trusted }: SealOptions): Promise<InboxKey> {
  const named: InboxKey[] = []
  let witnesses = 0
  // Throws `missing` where there is no trace of a vault, which is not the same as damage.
  await readHeaders({ primary: store, mirror })
  const isNamed = async (each: Store) => {
    const whole: InboxKey[] = []
    for (const header of await readHeaders({ primary: each }).catch(() => []))
      if (await isWhole(header)) whole.push({ id: header.id, epoch: header.epoch, inboxKey: header.inboxKey })
    named.push(...whole)
    return whole.length > 0
  }
  const stores = bothStores({ primary: store, mirror })
  for (const each of stores) if (await isNamed(each)) witnesses++
  const [first] = named
  if (!first) throw new VaultError('damaged')
  const enough = trusted || witnesses === stores.length
  if (!enough || !named.every(each => sameJson(each, trusted ?? first))) throw new VaultError('unverified')
  return first
}

/**
 * Seals a captured key, locked or not; answers the id under which it waits (the record's own, when it has one).
 * Throws `missing` when there is no vault.
 */
export async function sealToInbox(
  store: Store,
  secret: NewRecord,
  options: SealOptions = {},
): Promise<string> {
  const header = await agreedKey(store, options)
  const own = isRecordId(secret.id) ? { id: secret.id } : {}
  return sealFor(store, header, 'inbox', secret, { ...options, ...own })
}

/** Seals a result that came in while locked: any JSON. The oldest are kept; a full box refuses. */
export async function sealNote(store: Store, note: unknown, options: SealOptions = {}): Promise<string> {
  const header = await agreedKey(store, options)
  return sealFor(store, header, 'note', note, options)
}

/** Removes a waiting key; the vault may be locked. */
export async function dropFromInbox(
  store: Store,
  id: string,
  options: Pick<SealOptions, 'mirror'> = {},
): Promise<void> {
  const stores = { primary: store, mirror: options.mirror }
  const [header] = await readHeaders(stores)
  await dropSealed(stores, header.epoch, 'inbox', id)
}

/** How many captured keys wait; the vault may be locked. */
export async function countInbox(store: Store, options: Pick<SealOptions, 'mirror'> = {}): Promise<number> {
  const [header] = await readHeaders({ primary: store, mirror: options.mirror })
  const prefix = sealedPrefix(header.epoch, 'inbox')
  return ((await namesIn(store)) ?? []).filter(name => name.startsWith(prefix)).length
}

/** Everything that waits and opens, oldest first. What does not open stays where it is. */
export async function openSealed(
  stores: MirroredStore,
  scope: Scope,
  kind: SealedKind,
): Promise<Sealed<unknown>[]> {
  const prefix = sealedPrefix(scope.epoch, kind)
  const names = await namesInEither(stores, prefix)
  const opened = await readProven(
    stores,
    names,
    (name, item) => openOne(scope, kind, name.slice(prefix.length), item),
    () => undefined,
  )
  return [...opened.values()].sort((a, b) => a.sealedAt - b.sealedAt)
}

/** Undefined for what was not sealed for this vault under this id. */
export async function openOne(
  { vaultId, epoch, keys }: Scope,
  kind: SealedKind,
  id: string,
  item: unknown,
): Promise<Sealed<unknown> | undefined> {
  if (!isObject(item) || typeof item.at !== 'number') return undefined
  const enc = fromBase64(String(item.enc))
  const sealed = fromBase64(String(item.sealed))
  if (!enc || !sealed) return undefined
  try {
    const bound = { aad: aad(vaultId, epoch, kind, id, item.at), info }
    const plain = await inboxSuite.Open(keys.inbox, enc, sealed, bound)
    return { id, sealedAt: item.at, value: JSON.parse(fromUtf8(plain)) }
  } catch {
    return undefined
  }
}

/** Removes a waiting item that was saved or refused. */
export async function dropSealed(
  stores: MirroredStore,
  epoch: number,
  kind: SealedKind,
  id: string,
): Promise<void> {
  const name = sealedPrefix(epoch, kind) + id
  await stores.mirror?.remove(name).catch(() => undefined)
  await stores.primary.remove(name).catch(thrown => {
    throw storageError(thrown)
  })
}
