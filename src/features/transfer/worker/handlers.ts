/** What screens may ask when keys move in or are backed up. The files themselves are read and written by the dashboard. */
import { isFailure } from '../../../protocol/failure.ts'
import type { transferMessages } from '../../../protocol/messages/transfer-messages.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { identityOf } from '../../../providers/hosts.ts'
import { mayBeKept } from '../../../providers/recognition/whose.ts'
import { sha256, toHex, utf8 } from '../../../vault/crypto/bytes.ts'
import type { NewRecord } from '../../../vault/index.ts'
import { notTheirs } from '../../capture/core/judge-paste.ts'
import type { VaultPorts } from '../../lock/worker/ports.ts'
import type { VaultService } from '../../lock/worker/service.ts'
import { refuseKey } from '../../policy/core/policy.ts'

export function transferHandlers(
  service: VaultService,
  ports: VaultPorts,
): Handlers<keyof typeof transferMessages> {
  return {
    'screen.findDuplicates': ({ salt, digests }) =>
      service.withVault(async vault => {
        const known = new Map<string, { id: string; label: string }>()
        for (const { id, label } of await vault.list()) {
          const whole = await vault.get(id).catch(() => undefined)
          if (whole) known.set(toHex(await sha256(utf8(salt + identityOf(whole)))), { id, label })
        }
        return { ok: true, keys: digests.map(digest => known.get(digest) ?? null) }
      }),
    'screen.import': async ({ records }) => {
      const theirs = (records as NewRecord[]).map(record => ({ ...record, providerConfirmed: true }))
      if (!theirs.every(mayBeKept)) return notTheirs
      const policy = await ports.policy.read()
      for (const each of theirs) {
        const refused = refuseKey(each, policy)
        if (refused) return refused
      }
      const stored = await service.withVault(vault => vault.addAll(theirs))
      if (isFailure(stored)) return stored
      await service.changed()
      await service.touch()
      return { ok: true, count: stored.length }
    },
    'screen.backedUp': async () => {
      const choices = await ports.local.get('vaultChoices')
      if (choices) await ports.local.set('vaultChoices', { ...choices, lastBackupAt: ports.now() })
      await service.publish()
      return { ok: true }
    },
  }
}
