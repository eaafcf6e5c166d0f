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
  type Head,
  intactSlots,
  isSigned,
  readHeads,
  signHead,
  type VaultSettings,
  withSettings,
  writeHead,
} from './stored/header.ts'
import type { Twin } from './stored/mirrored-store.ts'
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
 * The vault key and the head it came from. Throws `wrong_…` when an intact slot refuses, `damaged` when none is intact. When the
 * newest head refuses, an older one may still open, if its own vault key shows that the newer was forged.
 */
export async function unlock(heads: Head[], proof: Proof, kdf: Kdf) {
  const candidates = (await intactSlots(heads)).filter(({ slot }) => fits(slot, proof))
  const text = ({ head, slot }: { head: Head; slot: Slot }) =>
    JSON.stringify([head.id, head.epoch, slotText(slot)])
  const seen = new Set(candidates.map(text))
  let refused: unknown
  const opens = async (head: Head, slot: Slot) => {
    try {
      return await openSlot(slot, proof, head, kdf)
    } catch (thrown) {
      if (!(thrown instanceof VaultError)) throw thrown
      refused = thrown
      return undefined
    }
  }
  for (const { head, slot } of candidates) {
    const vaultKey = await opens(head, slot)
    if (vaultKey) return { head, slot, vaultKey }
  }
  for (const head of heads)
    for (const slot of head.slots) {
      if (!fits(slot, proof) || seen.has(text({ head, slot })) || !(await isIntact(head, slot))) continue
      seen.add(text({ head, slot }))
      const vaultKey = await opens(head, slot)
      const keys = vaultKey && (await deriveKeys(vaultKey, head.id))
      if (vaultKey && keys && (await isSigned(head, keys)) && !(await isSuperseded(heads, head, keys)))
        return { head, slot, vaultKey }
    }
  if (refused) throw refused
  const rotten = heads.some(head => head.slots.some(slot => fits(slot, proof)))
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

/** Writes the head anew when an earlier attempt may have been cut short. Throws what the store throws. */
export async function settleHead(inner: Inner): Promise<void> {
  if (!inner.unsettled) return
  await writeHead(inner.twin, inner.head)
  inner.unsettled = false
}

/** Writes a new head. When that fails half-way, the vault goes by what the next opening would go by, and is unsettled. */
export async function turnHead(
  inner: Inner,
  twin: Twin,
  head: Head,
  next: Partial<Inner> = {},
): Promise<void> {
  const keys = next.scope?.keys ?? inner.scope.keys
  let failure: unknown
  try {
    await writeHead(twin, head)
  } catch (thrown) {
    failure = thrown
    inner.unsettled = true
    const [newest] = await readHeads(twin, head.version)
    if (!newest || !(await isSigned(newest, keys)) || newest.revision !== head.revision) throw thrown
  }
  Object.assign(inner, next, { head })
  if (failure) await settleHead(inner)
}

export function slotKeeper(inner: Inner) {
  /** Writes a head with these slots; only when it is proven does the vault go by it. */
  const changeHead = async (change: Partial<Pick<Head, 'slots' | 'settings'>>) => {
    const head = withSettings(inner.head, inner.firstSettings)
    const next = { ...head, ...change, revision: head.revision + 1 }
    await turnHead(inner, inner.twin, await signHead(next, inner.scope.keys))
  }
  const change = (slots: Slot[]) => changeHead({ slots })
  const slotFor = (info: SlotInfo, proof: Proof) => makeSlot(info, proof, inner.vaultKey, inner.head, inner)
  const without = (kind: Slot['kind']) => inner.head.slots.filter(slot => slot.kind !== kind)
  const info = () => ({ id: toHex(inner.random(8)), createdAt: inner.now() })
  const changePassphrase = async (passphrase: string) =>
    change([
      await slotFor(passphraseSlot(inner), { kind: 'passphrase', passphrase }),
      ...without('passphrase'),
    ])

  return {
    view: (): SlotView[] =>
      inner.head.slots.map(slot =>
        slot.kind === 'passkey'
          ? {
              id: slot.id,
              kind: slot.kind,
              createdAt: slot.createdAt,
              credentialId: slot.credentialId,
              prfSalt: slot.prfSalt,
            }
          : { id: slot.id, kind: slot.kind, createdAt: slot.createdAt },
      ),
    proves: async (proof: Proof) => {
      for (const slot of inner.head.slots)
        if (fits(slot, proof) && (await openSlot(slot, proof, inner.head, inner.kdf))) return true
      return false
    },
    changeSettings: (settings: VaultSettings) =>
      changeHead({ settings: { ...(inner.head.settings ?? inner.firstSettings), ...settings } }),
    changePassphrase,
    /** Pays more for the same passphrase when the target has risen since its slot was made. */
    raise: async (passphrase: string) => {
      const slot = inner.head.slots.find(each => each.kind === 'passphrase')
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
      const others = inner.head.slots.filter(
        each => each.kind !== 'passkey' || each.credentialId !== credentialId,
      )
      await change([...others, await slotFor({ ...info(), kind: 'passkey', credentialId, prfSalt }, proof)])
    },
    remove: async (id: string) => {
      const slot = inner.head.slots.find(each => each.id === id)
      if (!slot || slot.kind === 'passphrase') throw new VaultError('not_found')
      await change(inner.head.slots.filter(each => each !== slot))
    },
  }
}
