/** The ways to unlock: finding the slot that a proof opens, and changing slots while the vault is open. */
import { toBase64, toHex } from './crypto/bytes.ts'
import { isBelowTarget, type Kdf } from './crypto/kdf.ts'
import { deriveKeys } from './crypto/keys.ts'
import { makeRecoveryCode } from './crypto/recovery-code.ts'
import {
  isIntact,
  makeSlot,
  openSlot,
  type Proof,
  type Slot,
  type SlotInfo,
  saltLength,
  slotText,
} from './crypto/slots.ts'
import { VaultError } from './errors.ts'
import { isSuperseded } from './forged.ts'
import type { SlotView } from './record.ts'
import {
  type Header,
  intactSlots,
  isSigned,
  readHeaders,
  signHeader,
  type VaultSettings,
  withSettings,
  writeHeader,
} from './stored/header.ts'
import type { MirroredStore } from './stored/mirrored-store.ts'
import type { Inner } from './vault-state.ts'

/** `prf`: the 32 bytes that the passkey's PRF gave for `prfSalt`. Ids and salt in base64. */
export type NewPasskey = { credentialId: string; prfSalt: string; prf: Uint8Array }

/** What a wrong proof is answered with. */
export const refusal = {
  passphrase: 'wrong_passphrase',
  recovery: 'wrong_recovery_code',
  passkey: 'wrong_passkey',
} as const

const fits = (slot: Slot, proof: Proof) =>
  slot.kind === proof.kind &&
  (slot.kind !== 'passkey' || proof.kind !== 'passkey' || slot.credentialId === proof.credentialId)

/**
 * The vault key and the header it came from. Throws `wrong_…` when an intact slot refuses, `damaged` when none is intact. When the
 * newest header refuses, an older one may still open, if its own vault key shows that the newer was forged.
 */
export async function unlock(headers: Header[], proof: Proof, kdf: Kdf) {
  const candidates = (await intactSlots(headers)).filter(({ slot }) => fits(slot, proof))
  const text = ({ header, slot }: { header: Header; slot: Slot }) =>
    JSON.stringify([header.id, header.epoch, slotText(slot)])
  const seen = new Set(candidates.map(text))
  let refused: unknown
  const opens = async (header: Header, slot: Slot) => {
    try {
      return await openSlot(slot, proof, header, kdf)
    } catch (thrown) {
      if (!(thrown instanceof VaultError)) throw thrown
      refused = thrown
      return undefined
    }
  }
  for (const { header, slot } of candidates) {
    const vaultKey = await opens(header, slot)
    if (vaultKey) return { header, slot, vaultKey }
  }
  for (const header of headers)
    for (const slot of header.slots) {
      if (!fits(slot, proof) || seen.has(text({ header, slot })) || !(await isIntact(header, slot))) continue
      seen.add(text({ header, slot }))
      const vaultKey = await opens(header, slot)
      const keys = vaultKey && (await deriveKeys(vaultKey, header.id))
      if (vaultKey && keys && (await isSigned(header, keys)) && !(await isSuperseded(headers, header, keys)))
        return { header, slot, vaultKey }
    }
  if (refused) throw refused
  const rotten = headers.some(header => header.slots.some(slot => fits(slot, proof)))
  const lost = candidates.length === 0 && (rotten || proof.kind === 'passphrase')
  throw new VaultError(lost ? 'damaged' : refusal[proof.kind])
}

export function passphraseSlot({ random, now, cost }: Pick<Inner, 'random' | 'now' | 'cost'>): SlotInfo {
  return {
    id: toHex(random(8)),
    createdAt: now(),
    kind: 'passphrase',
    salt: toBase64(random(saltLength)),
    cost,
  }
}

/** Writes the header anew when an earlier attempt may have been cut short. Throws what the store throws. */
export async function settleHeader(inner: Inner): Promise<void> {
  if (!inner.unsettled) return
  await writeHeader(inner.stores, inner.header)
  inner.unsettled = false
}

/** Writes a new header. When that fails half-way, the vault goes by what the next opening would go by, and is unsettled. */
export async function replaceHeader(
  inner: Inner,
  stores: MirroredStore,
  header: Header,
  next: Partial<Inner> = {},
): Promise<void> {
  const keys = next.scope?.keys ?? inner.scope.keys
  let failure: unknown
  try {
    await writeHeader(stores, header)
  } catch (thrown) {
    failure = thrown
    inner.unsettled = true
    const [newest] = await readHeaders(stores, header.version)
    if (!newest || !(await isSigned(newest, keys)) || newest.revision !== header.revision) throw thrown
  }
  Object.assign(inner, next, { header })
  if (failure) await settleHeader(inner)
}

export function createSlots(inner: Inner) {
  /** Writes a header with these slots; only when it is proven does the vault go by it. */
  const changeHeader = async (change: Partial<Pick<Header, 'slots' | 'settings'>>) => {
    const header = withSettings(inner.header, inner.firstSettings)
    const next = { ...header, ...change, revision: header.revision + 1 }
    await replaceHeader(inner, inner.stores, await signHeader(next, inner.scope.keys))
  }
  const change = (slots: Slot[]) => changeHeader({ slots })
  const slotFor = (info: SlotInfo, proof: Proof) => makeSlot(info, proof, inner.vaultKey, inner.header, inner)
  const without = (kind: Slot['kind']) => inner.header.slots.filter(slot => slot.kind !== kind)
  const info = () => ({ id: toHex(inner.random(8)), createdAt: inner.now() })
  const changePassphrase = async (passphrase: string) =>
    change([
      await slotFor(passphraseSlot(inner), { kind: 'passphrase', passphrase }),
      ...without('passphrase'),
    ])

  return {
    view: (): SlotView[] =>
      inner.header.slots.map(slot => ({
        id: slot.id,
        kind: slot.kind,
        createdAt: slot.createdAt,
        ...(slot.kind === 'passkey' && { credentialId: slot.credentialId, prfSalt: slot.prfSalt }),
      })),
    proves: async (proof: Proof) => {
      for (const slot of inner.header.slots)
        if (fits(slot, proof) && (await openSlot(slot, proof, inner.header, inner.kdf))) return true
      return false
    },
    changeSettings: (settings: VaultSettings) =>
      changeHeader({ settings: { ...(inner.header.settings ?? inner.firstSettings), ...settings } }),
    changePassphrase,
    /** Pays more for the same passphrase when the target has risen since its slot was made. */
    raise: async (passphrase: string) => {
      const slot = inner.header.slots.find(each => each.kind === 'passphrase')
      if (slot?.kind === 'passphrase' && isBelowTarget(slot.cost, inner.cost))
        await changePassphrase(passphrase)
    },
    addRecoveryCode: async () => {
      const { code, secret } = await makeRecoveryCode(inner.random)
      const slot = await slotFor({ ...info(), kind: 'recovery' }, { kind: 'recovery', secret })
      await change([...without('recovery'), slot])
      return code
    },
    addPasskey: async ({ credentialId, prfSalt, prf }: NewPasskey) => {
      if (prf.length !== 32) throw new VaultError('wrong_passkey')
      const proof: Proof = { kind: 'passkey', credentialId, prf: new Uint8Array(prf) }
      const others = inner.header.slots.filter(
        each => each.kind !== 'passkey' || each.credentialId !== credentialId,
      )
      await change([...others, await slotFor({ ...info(), kind: 'passkey', credentialId, prfSalt }, proof)])
    },
    remove: async (id: string) => {
      const slot = inner.header.slots.find(each => each.id === id)
      if (!slot || slot.kind === 'passphrase') throw new VaultError('not_found')
      await change(inner.header.slots.filter(each => each !== slot))
    },
  }
}
