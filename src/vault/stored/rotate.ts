/**
 * A new vault key: everything is sealed anew beside the old, read back and opened; then the header turns over to the new
 * epoch, and only then is the old let go. A crash before the turn leaves the old vault, after it the new one, which
 * finishes the move when it is next opened: until then it keeps the old key, sealed, for what still waits in the old inbox.
 */
import { type Bytes, fromBase64, isObject, toBase64 } from '../crypto/bytes.ts'
import { deriveKeys } from '../crypto/keys.ts'
import { open, seal } from '../crypto/seal.ts'
import { makeSlot, openSlot, type Proof } from '../crypto/slots.ts'
import { VaultError } from '../errors.ts'
import { dropSealed, openSealed, sealFor } from '../inbox.ts'
import { notices } from '../notices.ts'
import type { Store } from '../record.ts'
import { passphraseSlot, replaceHeader } from '../unlocking.ts'
import type { Inner } from '../vault-state.ts'
import { type Change, commit } from './commit.ts'
import { holdsHeader, signFollows, signHeader, withSettings } from './header.ts'
import { sealItemsAnew } from './kept-item.ts'
import { emptyManifest, entriesOf, type Scope } from './manifest.ts'
import {
  bothStores,
  type MirroredStore,
  namesIn,
  namesInEither,
  readProven,
  removeWhatCan,
  writeProven,
} from './mirrored-store.ts'
import { epochPrefix, formerName } from './names.ts'
import { readAbouts, readHistory, readSecret } from './read.ts'
import { syncItem } from './sync-item.ts'

/** Everything, as changes for an empty manifest. Throws `damaged` rather than leave one behind. */
export async function everything(inner: Inner): Promise<Map<string, Change>> {
  const changes = new Map<string, Change>()
  for (const [id, entry] of entriesOf(inner.manifest)) {
    const secret = await readSecret(inner, id, entry, () => undefined)
    const [about] = await readAbouts(inner, [[id, entry]], () => undefined)
    if (!secret || !about) throw new VaultError('damaged')
    const change: Change = { about, secret }
    if (entry.history) change.history = await readHistory(inner, id, entry, () => undefined)
    if (entry.aside) change.aside = entry.aside
    changes.set(id, change)
  }
  return changes
}

const formerPlace = ({ vaultId, epoch }: Scope) => ['former', vaultId, epoch] as const

type Former = { epoch: number; key: string }

/** The vault keys of epochs before, as long as the move from them is not finished. */
async function readFormer({ stores, scope }: Inner): Promise<Former[]> {
  const name = formerName(scope.epoch)
  const check = (_: string, sealed: unknown) => open(scope.keys.manifest, formerPlace(scope), sealed)
  const former = (await readProven(stores, [name], check, () => undefined)).get(name)
  if (!Array.isArray(former)) return []
  return former.filter(
    (each): each is Former =>
      isObject(each) && typeof each.epoch === 'number' && typeof each.key === 'string',
  )
}

/** Moves what waits in the old inbox, lets go of the old epoch, and of its key last. */
export async function finishRotation(inner: Inner): Promise<void> {
  const { stores, scope, header, random } = inner
  const former = await readFormer(inner)
  if (former.length === 0 || !(await holdsHeader(stores.primary, header))) return
  const turned: Store[] = []
  for (const store of bothStores(stores)) if (await holdsHeader(store, header)) turned.push(store)
  for (const { epoch, key } of former) {
    const vaultKey = fromBase64(key)
    if (!vaultKey) continue
    const old: Scope = { ...scope, epoch, keys: await deriveKeys(vaultKey, scope.vaultId) }
    for (const kind of ['inbox', 'note'] as const)
      for (const { id, sealedAt, value } of await openSealed(stores, old, kind)) {
        await sealFor(stores.primary, header, kind, value, {
          mirror: stores.mirror,
          random,
          now: () => sealedAt,
          id,
        })
        await dropSealed(stores, epoch, kind, id)
      }
    // What was waiting and did not open stays: it may be somebody's only copy.
    const names = await namesInEither(stores, epochPrefix(epoch))
    const left = names.filter(name => !/\.(inbox|note)\./.test(name))
    // A store that has not got the new header keeps the old vault, whole, for the day the other one is lost.
    for (const store of turned) await removeWhatCan(store, left)
  }
  if (turned.length === bothStores(stores).length)
    for (const store of turned) await removeWhatCan(store, [formerName(scope.epoch)])
}

/** Everything of this vault under a new key, beside the old. */
async function sealAnew(
  inner: Inner,
  vaultKey: Bytes,
): Promise<{ next: Partial<Inner>; stores: MirroredStore; former: Former[] }> {
  const { scope: old, random } = inner
  const changes = await everything(inner)
  const epoch = old.epoch + 1
  // An attempt that was cut short may have left items of this epoch, under a key that nobody has.
  for (const store of bothStores(inner.stores)) {
    const left = (await namesIn(store))?.filter(name => name.startsWith(epochPrefix(epoch))) ?? []
    await removeWhatCan(store, left)
  }
  const keys = await deriveKeys(vaultKey, old.vaultId)
  const scope: Scope = { vaultId: old.vaultId, epoch, keys, version: old.version }
  const manifest = emptyManifest()
  const mirrored = await commit(inner.stores, scope, manifest, changes, random)
  if (!mirrored) inner.noticeList.add(notices.mirror)
  // A mirror that did not take everything keeps the old vault, whole, until the next look through everything.
  const stores: MirroredStore = mirrored ? inner.stores : { primary: inner.stores.primary }
  const former: Former[] = [...(await readFormer(inner)), { epoch: old.epoch, key: toBase64(inner.vaultKey) }]
  const items = {
    ...(await sealItemsAnew(inner, scope, syncItem)),
    [formerName(epoch)]: await seal(scope.keys.manifest, formerPlace(scope), former, random),
  }
  for (const store of bothStores(stores)) await writeProven(store, items)
  return { next: { scope, manifest, vaultKey }, stores, former }
}

export async function rotate(inner: Inner, passphrase: string): Promise<void> {
  const { random, kdf } = inner
  const proof: Proof = { kind: 'passphrase', passphrase }
  const slot = inner.header.slots.find(each => each.kind === 'passphrase')
  if (!slot || !(await openSlot(slot, proof, inner.header, kdf))) throw new VaultError('wrong_passphrase')

  const vaultKey: Bytes = new Uint8Array(random(32))
  const { next, stores, former } = await sealAnew(inner, vaultKey)
  const { scope } = next
  if (!scope) return
  const owner = { id: scope.vaultId, epoch: scope.epoch }
  const newSlot = await makeSlot(passphraseSlot(inner), proof, vaultKey, owner, { kdf, random })
  const inboxKey = toBase64(scope.keys.inboxPublic)
  const revision = inner.header.revision + 1
  const follows = await Promise.all(
    former.map(async ({ epoch, key }) => {
      const keys = await deriveKeys(fromBase64(key) ?? vaultKey, owner.id)
      return signFollows({ ...owner, inboxKey }, epoch, keys)
    }),
  )
  const { version, settings = {} } = withSettings(inner.header, inner.firstSettings)
  const header = await signHeader(
    { ...owner, version, revision, inboxKey, slots: [newSlot], settings, follows },
    scope.keys,
  )
  const formerKey = inner.vaultKey
  await replaceHeader(inner, stores, header, next)
  formerKey.fill(0)
  // What could not be moved is moved before anything else is done with the vault.
  await finishRotation(inner).catch(() => {
    inner.unsettled = true
  })
}
