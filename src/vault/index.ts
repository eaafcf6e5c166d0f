/**
 * The vault: makes it, opens it, seals to it while it is locked. Pure: stores, clock, randomness and the slow passphrase
 * function are arguments. What it protects and what it does not: docs/threat-model.md; the bytes: docs/vault-format.md.
 */
import { type Bytes, systemRandom, toBase64, toHex } from './crypto/bytes.ts'
import { argon2, checkCost, targetCost } from './crypto/kdf.ts'
import { deriveKeys, type VaultKeys } from './crypto/keys.ts'
import { readRecoveryCode } from './crypto/recovery-code.ts'
import { isIntact, makeSlot, type Proof } from './crypto/slots.ts'
import { VaultError } from './errors.ts'
import { tellForged } from './forged.ts'
import { agreedKey, type SealOptions } from './inbox.ts'
import { notices } from './notices.ts'
import { makeOpenVault, type OpenVault, type VaultOptions } from './open-vault.ts'
import type { Store } from './record.ts'
import { commit } from './stored/commit.ts'
import {
  type Header,
  isEverywhere,
  isSigned,
  isWhole,
  readHeaders,
  signHeader,
  type VaultSettings,
  withSettings,
  writeHeader,
} from './stored/header.ts'
import { loadManifest } from './stored/load.ts'
import { emptyManifest, type Scope } from './stored/manifest.ts'
import { formatOf, formatSteps, migrate, newestVersion } from './stored/migrate.ts'
import { type MirroredStore, sameJson } from './stored/mirrored-store.ts'
import { labelsOf } from './stored/read.ts'
import { finishRotation } from './stored/rotate.ts'
import { createSlots, passphraseSlot, settleHeader, unlock } from './unlocking.ts'
import type { Inner } from './vault-state.ts'

export type { Proof } from './crypto/slots.ts'
export { VaultError, type VaultErrorCode } from './errors.ts'
export {
  countInbox,
  dropFromInbox,
  type InboxKey,
  type Sealed,
  type SealOptions,
  sealNote,
  sealToInbox,
} from './inbox.ts'
export type { AboutPatch, NextRecord, OpenVault, VaultOptions } from './open-vault.ts'
export type { NewRecord, RecordAbout, SlotView, Store, VaultRecord } from './record.ts'
export type { VaultSettings } from './stored/header.ts'
export { bringBack, startOver } from './stored/start-over.ts'
export type { SyncItem } from './stored/sync-item.ts'
export type { Report } from './stored/verify.ts'
export { type NewPasskey, refusal } from './unlocking.ts'

function settle(store: Store, options: VaultOptions) {
  const { mirror, now = Date.now, random = systemRandom, kdf = argon2, cost = targetCost } = options
  const { steps = formatSteps, firstSettings = {} } = options
  checkCost(cost)
  const stores: MirroredStore = { primary: store, mirror }
  return {
    stores,
    now,
    random,
    kdf,
    cost,
    steps,
    firstSettings,
    noticeList: new Set<string>(),
    unsettled: false,
    listed: new Map(),
  }
}

/** Is there a vault whose header can be read? `missing` only when neither store holds any trace of one. */
export async function vaultStatus(
  store: Store,
  { mirror }: Pick<VaultOptions, 'mirror'> = {},
): Promise<'present' | 'missing' | 'damaged' | 'too_new'> {
  try {
    await readHeaders({ primary: store, mirror })
    return 'present'
  } catch (thrown) {
    const code = thrown instanceof VaultError ? thrown.code : 'damaged'
    return code === 'missing' || code === 'too_new' ? code : 'damaged'
  }
}

/** The ways to unlock that a locked vault offers. */
export async function waysToUnlock(store: Store, { mirror }: Pick<VaultOptions, 'mirror'> = {}) {
  const [header] = await readHeaders({ primary: store, mirror })
  return header?.slots ?? []
}

/**
 * What can be read of a locked vault, as far as its copies agree: without the vault key no signature can be checked.
 * `doubt`: why captured keys are not sealed until it is opened.
 */
export async function lockedView(
  store: Store,
  options: Pick<SealOptions, 'mirror' | 'trusted'> = {},
): Promise<{ settings?: VaultSettings; doubt?: VaultError }> {
  try {
    await agreedKey(store, options)
    const headers = await readHeaders({ primary: store, mirror: options.mirror })
    const whole: Header[] = []
    for (const header of headers) if (await isWhole(header)) whole.push(header)
    const settings = whole[0]?.settings
    return settings && whole.every(header => sameJson(header.settings, settings)) ? { settings } : {}
  } catch (thrown) {
    return thrown instanceof VaultError && thrown.code === 'unverified' ? { doubt: thrown } : {}
  }
}

/** Makes a new, empty vault. Throws `exists` when there is one, or remains of one. */
export async function createVault(
  store: Store,
  passphrase: string,
  options: VaultOptions = {},
): Promise<OpenVault> {
  const settled = settle(store, options)
  if ((await vaultStatus(store, options)) !== 'missing') throw new VaultError('exists')
  const { random, kdf, stores } = settled
  const owner = { id: toHex(random(16)), epoch: 1 }
  const vaultKey: Bytes = new Uint8Array(random(32))
  const keys = await deriveKeys(vaultKey, owner.id)
  const version = newestVersion(settled.steps)
  const scope: Scope = { vaultId: owner.id, epoch: owner.epoch, keys, ...formatOf(version, settled.steps) }
  const manifest = emptyManifest()
  await commit(stores, scope, manifest, new Map(), random)
  const slot = await makeSlot(passphraseSlot(settled), { kind: 'passphrase', passphrase }, vaultKey, owner, {
    kdf,
    random,
  })
  const unsigned = {
    ...owner,
    version,
    revision: 1,
    inboxKey: toBase64(keys.inboxPublic),
    slots: [slot],
    settings: settled.firstSettings,
    follows: [],
  }
  const header = await signHeader(unsigned, keys)
  await writeHeader(stores, header)
  return makeOpenVault({ ...settled, scope, header, manifest, vaultKey })
}

/** The newest header that the owner signed. When no sound copy of it is left, one is made of the undamaged parts and signed anew. */
async function soundHead(
  settled: ReturnType<typeof settle>,
  headers: Header[],
  header: Header,
  keys: VaultKeys,
): Promise<Header> {
  const signed: Header[] = []
  for (const each of headers)
    if (each.epoch === header.epoch && (await isSigned(each, keys))) signed.push(each)
  const [newest] = signed
  // A damaged header that is newer than this one may have been the owner’s; an undamaged one without a right signature is forged.
  if (newest && (newest.revision >= header.revision || (await isWhole(header)))) return newest
  const inboxKey = toBase64(keys.inboxPublic)
  settled.noticeList.add(header.inboxKey === inboxKey ? notices.header : notices.inboxKey)
  const sound = await Promise.all(
    header.slots.map(async slot => ((await isIntact(header, slot)) ? [slot] : [])),
  )
  // Settings that nobody signed are not trusted: those that were signed last are used instead, or else the usual ones.
  const settings = newest?.settings ?? {}
  if (!sameJson(header.settings, settings)) settled.noticeList.add(notices.settings)
  const revision = header.revision + 1
  return signHeader({ ...withSettings(header, {}), revision, inboxKey, slots: sound.flat(), settings }, keys)
}

/** Loads everything that the vault key opens, as far as it can be read: a full disk must not keep the owner out. */
async function openWith(
  settled: ReturnType<typeof settle>,
  headers: Header[],
  from: Header,
  vaultKey: Bytes,
): Promise<Inner> {
  const keys = await deriveKeys(vaultKey, from.id)
  const header = await soundHead(settled, headers, from, keys)
  const scope: Scope = {
    vaultId: header.id,
    epoch: header.epoch,
    keys,
    ...formatOf(header.version, settled.steps),
  }
  const { manifest, findings } = await loadManifest(settled.stores, scope, settled.random)
  await tellForged(headers, header, keys, settled.noticeList)
  const isOlder = manifest.headRevision > header.revision
  if (isOlder) settled.noticeList.add(notices.olderHead)
  if (findings.mended > 0) settled.noticeList.add(notices.mended)
  // Copies of the header can differ after an interrupted change or damage: the one that was opened counts from here on.
  const unsettled = !(await isEverywhere(settled.stores, header))
  // An older header that was put back may have no settings. It then gets the usual ones, not those for a vault that never had any.
  const firstSettings = isOlder ? {} : settled.firstSettings
  const inner: Inner = { ...settled, firstSettings, scope, header, manifest, vaultKey, unsettled }
  if (findings.rebuilt.length > 0)
    inner.noticeList.add(notices.rebuilt(await labelsOf(inner, findings.rebuilt)))
  await settleHeader(inner)
    .then(() => finishRotation(inner))
    .catch(() => {
      inner.unsettled = true
    })
  await migrate(inner).catch(() => inner.scope.upgrade && settled.noticeList.add(notices.notMigrated))
  return inner
}

/** Opens with any proof. Throws `wrong_…`, `damaged`, `too_new` or `missing`; changes nothing when it throws. */
export async function openVaultWith(
  store: Store,
  proof: Proof,
  options: VaultOptions = {},
): Promise<OpenVault> {
  const settled = settle(store, options)
  const headers = await readHeaders(settled.stores, newestVersion(settled.steps))
  const { header, vaultKey } = await unlock(headers, proof, settled.kdf)
  const inner = await openWith(settled, headers, header, vaultKey)
  if (proof.kind === 'passphrase')
    await createSlots(inner)
      .raise(proof.passphrase)
      .catch(() => undefined)
  return makeOpenVault(inner)
}

export const openVault = (store: Store, passphrase: string, options?: VaultOptions): Promise<OpenVault> =>
  openVaultWith(store, { kind: 'passphrase', passphrase }, options)

export async function openVaultWithRecoveryCode(
  store: Store,
  code: string,
  options?: VaultOptions,
): Promise<OpenVault> {
  const secret = await readRecoveryCode(code)
  if (!secret) throw new VaultError('wrong_recovery_code')
  return openVaultWith(store, { kind: 'recovery', secret }, options)
}

/** Opens with what `sessionKey()` gave, after the worker has died. Throws `locked` when it opens none of the headers. */
export async function resumeVault(
  store: Store,
  sessionKey: Uint8Array,
  options: VaultOptions = {},
): Promise<OpenVault> {
  const settled = settle(store, options)
  const headers = await readHeaders(settled.stores, newestVersion(settled.steps))
  for (const header of headers) {
    const vaultKey: Bytes = new Uint8Array(sessionKey)
    if (vaultKey.length !== 32) break
    if (await isSigned(header, await deriveKeys(vaultKey, header.id)))
      return makeOpenVault(await openWith(settled, headers, header, vaultKey))
  }
  throw new VaultError('locked')
}
