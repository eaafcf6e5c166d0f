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
  type Head,
  isEverywhere,
  isSigned,
  isWhole,
  readHeads,
  signHead,
  type VaultSettings,
  withSettings,
  writeHead,
} from './stored/header.ts'
import { loadManifest } from './stored/load.ts'
import { emptyManifest, type Scope } from './stored/manifest.ts'
import { formatOf, formatSteps, migrate, newestVersion } from './stored/migrate.ts'
import { sameJson, type Twin } from './stored/mirrored-store.ts'
import { labelsOf } from './stored/read.ts'
import { finishRotation } from './stored/rotate.ts'
import { passphraseSlot, settleHead, slotKeeper, unlock } from './unlocking.ts'
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
export type { AboutPatch, OpenVault, VaultOptions } from './open-vault.ts'
export type { NewRecord, RecordAbout, SlotView, Store, VaultRecord } from './record.ts'
export type { VaultSettings } from './stored/header.ts'
export { bringBack, startOver } from './stored/start-over.ts'
export type { Report } from './stored/verify.ts'
export { type NewPasskey, refusal } from './unlocking.ts'

function settle(store: Store, options: VaultOptions) {
  const { mirror, now = Date.now, random = systemRandom, kdf = argon2, cost = targetCost } = options
  const { steps = formatSteps, firstSettings = {} } = options
  checkCost(cost)
  const twin: Twin = { primary: store, mirror }
  return {
    twin,
    now,
    random,
    kdf,
    cost,
    steps,
    firstSettings,
    told: new Set<string>(),
    unsettled: false,
    listed: new Map(),
  }
}

/** Is there a vault, whole enough to try? `missing` only when neither store holds a trace of one. */
export async function vaultStatus(
  store: Store,
  { mirror }: Pick<VaultOptions, 'mirror'> = {},
): Promise<'present' | 'missing' | 'damaged' | 'too_new'> {
  try {
    await readHeads({ primary: store, mirror })
    return 'present'
  } catch (thrown) {
    const code = thrown instanceof VaultError ? thrown.code : 'damaged'
    return code === 'missing' || code === 'too_new' ? code : 'damaged'
  }
}

/** The ways to unlock that a locked vault offers. */
export async function waysToUnlock(store: Store, { mirror }: Pick<VaultOptions, 'mirror'> = {}) {
  const [head] = await readHeads({ primary: store, mirror })
  return head?.slots ?? []
}

/**
 * What a locked vault says of itself, as far as its copies agree: no signature can be checked without its key.
 * `doubt`: why captured keys are not sealed until it is opened.
 */
export async function lockedView(
  store: Store,
  options: Pick<SealOptions, 'mirror' | 'trusted'> = {},
): Promise<{ settings?: VaultSettings; doubt?: VaultError }> {
  try {
    await agreedKey(store, options)
    const heads = await readHeads({ primary: store, mirror: options.mirror })
    const whole: Head[] = []
    for (const head of heads) if (await isWhole(head)) whole.push(head)
    const settings = whole[0]?.settings
    return settings && whole.every(head => sameJson(head.settings, settings)) ? { settings } : {}
  } catch (thrown) {
    return thrown instanceof VaultError && thrown.code === 'unverified' ? { doubt: thrown } : {}
  }
}

/** A new, empty vault. Throws `exists` when there is one, or what is left of one. */
export async function createVault(
  store: Store,
  passphrase: string,
  options: VaultOptions = {},
): Promise<OpenVault> {
  const settled = settle(store, options)
  if ((await vaultStatus(store, options)) !== 'missing') throw new VaultError('exists')
  const { random, kdf, twin } = settled
  const owner = { id: toHex(random(16)), epoch: 1 }
  const vaultKey: Bytes = new Uint8Array(random(32))
  const keys = await deriveKeys(vaultKey, owner.id)
  const version = newestVersion(settled.steps)
  const scope: Scope = { vaultId: owner.id, epoch: owner.epoch, keys, ...formatOf(version, settled.steps) }
  const manifest = emptyManifest()
  await commit(twin, scope, manifest, new Map(), random)
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
  const head = await signHead(unsigned, keys)
  await writeHead(twin, head)
  return makeOpenVault({ ...settled, scope, head, manifest, vaultKey })
}

/** The head as its owner signed it; put right when every copy has been changed or has rotted. */
async function soundHead(
  settled: ReturnType<typeof settle>,
  heads: Head[],
  head: Head,
  keys: VaultKeys,
): Promise<Head> {
  const signed: Head[] = []
  for (const each of heads) if (each.epoch === head.epoch && (await isSigned(each, keys))) signed.push(each)
  const [newest] = signed
  // A head that rotted may have gone on since the newest that is signed; one that was forged has not.
  if (newest && (newest.revision >= head.revision || (await isWhole(head)))) return newest
  const inboxKey = toBase64(keys.inboxPublic)
  settled.told.add(head.inboxKey === inboxKey ? notices.head : notices.inboxKey)
  const sound = await Promise.all(head.slots.map(async slot => ((await isIntact(head, slot)) ? [slot] : [])))
  // What nobody signed protects nobody: rather the usual than what somebody wished for.
  const settings = newest?.settings ?? {}
  if (!sameJson(head.settings, settings)) settled.told.add(notices.settings)
  const revision = head.revision + 1
  return signHead({ ...withSettings(head, {}), revision, inboxKey, slots: sound.flat(), settings }, keys)
}

/** Loads what the vault key opens. Reads as far as it can: a disk that is full must not keep anybody out. */
async function openWith(
  settled: ReturnType<typeof settle>,
  heads: Head[],
  from: Head,
  vaultKey: Bytes,
): Promise<Inner> {
  const keys = await deriveKeys(vaultKey, from.id)
  const head = await soundHead(settled, heads, from, keys)
  const scope: Scope = { vaultId: head.id, epoch: head.epoch, keys, ...formatOf(head.version, settled.steps) }
  const { manifest, findings } = await loadManifest(settled.twin, scope, settled.random)
  await tellForged(heads, head, keys, settled.told)
  const isOlder = manifest.headRevision > head.revision
  if (isOlder) settled.told.add(notices.olderHead)
  if (findings.mended > 0) settled.told.add(notices.mended(findings.mended))
  // Copies of the head that disagree are a change that was cut short, or rot: what was opened counts from here on.
  const unsettled = !(await isEverywhere(settled.twin, head))
  // A head from before vaults had settings is not taken for an old vault when this one has been through that.
  const firstSettings = isOlder ? {} : settled.firstSettings
  const inner: Inner = { ...settled, firstSettings, scope, head, manifest, vaultKey, unsettled }
  if (findings.rebuilt.length > 0) inner.told.add(notices.rebuilt(await labelsOf(inner, findings.rebuilt)))
  await settleHead(inner)
    .then(() => finishRotation(inner))
    .catch(() => {
      inner.unsettled = true
    })
  await migrate(inner).catch(() => inner.scope.upgrade && settled.told.add(notices.notMigrated))
  return inner
}

/** Opens with any proof. Throws `wrong_…`, `damaged`, `too_new` or `missing`; changes nothing when it throws. */
export async function openVaultWith(
  store: Store,
  proof: Proof,
  options: VaultOptions = {},
): Promise<OpenVault> {
  const settled = settle(store, options)
  const heads = await readHeads(settled.twin, newestVersion(settled.steps))
  const { head, vaultKey } = await unlock(heads, proof, settled.kdf)
  const inner = await openWith(settled, heads, head, vaultKey)
  if (proof.kind === 'passphrase')
    await slotKeeper(inner)
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

/** Opens with what `sessionKey()` gave, after the worker has died. Throws `locked` when it opens none of the heads. */
export async function resumeVault(
  store: Store,
  sessionKey: Uint8Array,
  options: VaultOptions = {},
): Promise<OpenVault> {
  const settled = settle(store, options)
  const heads = await readHeads(settled.twin, newestVersion(settled.steps))
  for (const head of heads) {
    const vaultKey: Bytes = new Uint8Array(sessionKey)
    if (vaultKey.length !== 32) break
    if (await isSigned(head, await deriveKeys(vaultKey, head.id)))
      return makeOpenVault(await openWith(settled, heads, head, vaultKey))
  }
  throw new VaultError('locked')
}
