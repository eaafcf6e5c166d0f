/** What other services may ask of the vault's, made into what their ports need. */
import { isFailure } from '../../../protocol/failure.ts'
import type { Proof } from '../../../vault/crypto/slots.ts'
import type { CapturePorts } from '../../capture/worker/ports.ts'
import type { CopyPorts } from '../../copy/worker/ports.ts'
import { refuseKey } from '../../policy/core/policy.ts'
import { passkeyProof } from './proofs.ts'
import type { VaultService } from './service.ts'

/** The open vault, which counts as use of it; null while it cannot be used. */
async function open({ opened, touch }: VaultService) {
  const vault = await opened()
  if (vault) await touch()
  return vault
}

export function vaultForCopy(service: VaultService): CopyPorts['vault'] {
  return {
    read: service.read,
    async proves(given) {
      await service.touch()
      const is = await service.withVault(async vault => {
        const proof: Proof =
          'passkey' in given
            ? passkeyProof(given.passkey.credentialId, given.passkey.prf)
            : { kind: 'passphrase', passphrase: given.passphrase }
        return vault.proves(proof)
      })
      return !isFailure(is) && is
    },
    async noteCopied(id, { at, salt, digest }) {
      const vault = await open(service)
      const before = await vault?.about(id)
      await vault
        ?.edit(id, { copies: (before?.copies ?? 0) + 1, lastCopiedAt: at, lastCopy: { salt, digest } })
        .catch(() => undefined)
      await service.changed([id])
    },
    async lastCopy(id) {
      return (await (await open(service))?.about(id))?.lastCopy
    },
  }
}

export function vaultForCapture(service: VaultService): CapturePorts['vault'] {
  return {
    status: service.status,
    async sealToInbox(record) {
      await service.seal(record)
    },
    async inbox() {
      return (await (await open(service))?.inbox()) ?? []
    },
    async dropFromInbox(id) {
      await (await open(service))?.drop(id)
    },
    // A page that offers its key has these asked too.
    async list() {
      return (await (await service.opened())?.list()) ?? []
    },
    read: service.look,
    async put(record) {
      const put = await service.withVault(async vault => {
        const refused = refuseKey(record, await service.policy.read())
        if (refused) return refused
        await vault.put(record)
        return { ok: true as const }
      })
      await service.touch()
      if (put.ok) await service.changed([record.id])
      return put
    },
  }
}
