/** What other keepers may ask of the vault's keeper, made into what their worlds need. */

import type { VaultStatus } from '../../../protocol/published.ts'
import type { Proof } from '../../../vault/crypto/slots.ts'
import { type NewRecord, type OpenVault, VaultError } from '../../../vault/index.ts'
import type { CaptureEffects } from '../../capture/worker/ports.ts'
import type { CopyEffects } from '../../copy/worker/ports.ts'
import { type Policy, refuseKey, tightenKey } from '../../policy/core/policy.ts'
import { asFailure, missing, refusals } from '../core/refusals.ts'
import { passkeyProof } from './proofs.ts'

export type VaultDoor = {
  status(): Promise<VaultStatus['status']>
  /** The open vault, resumed after the worker's death if need be; null while locked or absent. */
  open(): Promise<OpenVault | null>
  /** The same for what nobody pressed in a screen of ours: no use of the vault, so it locks in its time. */
  look(): Promise<OpenVault | null>
  /** Works while locked. */
  sealToInbox(record: NewRecord): Promise<unknown>
  /** Something changed: publish the list anew, or only these keys of it. */
  changed(ids?: string[]): Promise<unknown>
  policy(): Promise<Policy>
}

export function vaultForCopy(door: VaultDoor): CopyEffects['vault'] {
  return {
    read: async id => readKey(id, await door.open(), door),
    async proves(given) {
      const vault = await door.open()
      try {
        const proof: Proof =
          'passkey' in given
            ? passkeyProof(given.passkey.credentialId, given.passkey.prf)
            : { kind: 'passphrase', passphrase: given.passphrase }
        return (await vault?.proves(proof)) ?? false
      } catch (thrown) {
        if (thrown instanceof VaultError) return false
        throw thrown
      }
    },
    async noteCopied(id, { at, salt, digest }) {
      const vault = await door.open()
      const before = await vault?.about(id)
      await vault
        ?.edit(id, { copies: (before?.copies ?? 0) + 1, lastCopiedAt: at, lastCopy: { salt, digest } })
        .catch(() => undefined)
      await door.changed([id])
    },
    async lastCopy(id) {
      return (await (await door.open())?.about(id))?.lastCopy
    },
  }
}

export function vaultForCapture(door: VaultDoor): CaptureEffects['vault'] {
  return {
    status: door.status,
    async sealToInbox(record) {
      await door.sealToInbox(record)
    },
    async inbox() {
      return (await (await door.open())?.inbox()) ?? []
    },
    async dropFromInbox(id) {
      await (await door.open())?.drop(id)
    },
    // A page that offers its key has these asked too.
    async list() {
      return (await (await door.look())?.list()) ?? []
    },
    read: async id => readKey(id, await door.look(), door),
    async put(record) {
      const vault = await door.open()
      if (!vault) return refusals.locked
      const refused = refuseKey(record, await door.policy())
      if (refused) return refused
      try {
        await vault.put(record)
      } catch (thrown) {
        return asFailure(thrown)
      }
      await door.changed(record.id === undefined ? undefined : [record.id])
      return { ok: true }
    },
  }
}

async function readKey(id: string, vault: OpenVault | null, door: VaultDoor) {
  if (!vault) return refusals.locked
  try {
    const record = await vault.get(id)
    return record ? tightenKey(record, await door.policy()) : missing
  } catch (thrown) {
    return asFailure(thrown)
  }
}
