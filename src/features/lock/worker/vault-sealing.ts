/** What comes in while nobody looks: captured keys and results of checks, sealed to the vault's public key. */
import type { Failure } from '../../../protocol/failure.ts'
import { isFailure } from '../../../protocol/failure.ts'
import type { VaultStatus } from '../../../protocol/published.ts'
import {
  type NewRecord,
  type OpenVault,
  type SealOptions,
  sealNote,
  sealToInbox,
  VaultError,
  type VaultErrorCode,
} from '../../../vault/index.ts'
import type { Turn, VaultPorts } from './ports.ts'

type Vault = {
  inOrder: Turn
  status(): Promise<VaultStatus['status']>
  /** The open vault, for who is in the queue already; or why not. */
  withVault<T>(work: (vault: OpenVault) => Promise<T>): Promise<T | Failure>
  publish(): Promise<void>
}

export function createVaultSealing(
  { session, store, options }: VaultPorts,
  { inOrder, status, withVault, publish }: Vault,
) {
  /** An open vault seals to its own key; of a locked one nothing is believed that its copies do not agree on. */
  const sealing = (
    own: (vault: OpenVault) => Promise<string>,
    whileLocked: (options: SealOptions) => Promise<string>,
  ) =>
    inOrder(async () => {
      const sealed = await withVault(own)
      if (!isFailure(sealed)) return sealed
      if (sealed.code !== 'locked' && (await status()) === 'unlocked')
        throw new VaultError(sealed.code as VaultErrorCode)
      return whileLocked({ ...options, trusted: await session.get('inboxKey') })
    })

  return {
    /** Seals a captured key, locked or not. Throws a VaultError. */
    seal: (record: NewRecord): Promise<string> =>
      sealing(
        vault => vault.seal(record),
        locked => sealToInbox(store, record, locked),
        // Refused or not: screens say how it stands.
      ).finally(publish),
    /** Seals a result that came in while locked; read again with `vault.notes`. Throws a VaultError. */
    sealNote: (note: unknown): Promise<string> =>
      sealing(
        vault => vault.sealNote(note),
        locked => sealNote(store, note, locked),
      ),
  }
}
