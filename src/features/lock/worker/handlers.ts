/** What screens may ask of the vault: making, opening, locking, and the keys in it. A secret leaves only by `screen.pull`. */

import { t } from '../../../i18n/t.ts'
import { fail, isFailure } from '../../../protocol/failure.ts'
import type { vaultMessages } from '../../../protocol/messages/vault-messages.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import { isProviderKnown, kindOf, mayBeKept } from '../../../providers/recognition/whose.ts'
import type { Proof } from '../../../vault/crypto/slots.ts'
import type { AboutPatch } from '../../../vault/index.ts'
import { refusal, VaultError } from '../../../vault/index.ts'
import { notItsAddress, notTheirs, whoseIsOpen } from '../../capture/core/judge-paste.ts'
import { monthOf } from '../../health/core/month.ts'
import { forbidden, refuseFile, refuseKey, refuseProvider } from '../../policy/core/policy.ts'
import { missing, replying, watchIsBehind } from '../core/refusals.ts'
import { purgeAlarm, undoFor } from '../core/times.ts'
import type { VaultPorts } from './ports.ts'
import { freshProof, keepProof, passkeyProof, recoveryProof, weakness } from './proofs.ts'
import type { VaultService } from './service.ts'

const nameless = fail('nameless', t('A key needs a name. It keeps the one it had.'))

export const done = { ok: true } as const

export function vaultHandlers(
  service: VaultService,
  ports: VaultPorts,
): Handlers<keyof typeof vaultMessages> {
  const unlock = (proof: () => Promise<Proof>, next?: string) =>
    replying(async () => {
      await service.unlock(await proof(), next)
      return done
    })

  /** Runs a change; screens see it before the reply. */
  const change = async (id: string, work: Parameters<typeof service.withVault>[0]) => {
    const result = await service.withVault(work)
    if (isFailure(result)) return result
    await service.changed([id])
    await service.touch()
    // What is removed, or watched no more, leaves no sealed copy.
    return (await service.watchList.settled()) ? done : watchIsBehind
  }

  const prove = (proof: () => Promise<Proof>) =>
    replying(async () => {
      const given = await proof()
      const isRight = await service.proves(given)
      if (isFailure(isRight)) return isRight
      if (!isRight) throw new VaultError(refusal[given.kind])
      // In the service’s queue: a lock that comes now is run after this and takes it away again.
      const kept = await service.changeHeader(() => keepProof(ports))
      if (isFailure(kept)) return kept
      await service.touch()
      return done
    })

  return {
    'screen.createVault': async ({ passphrase, watchWhileLocked }) =>
      (await weakness(passphrase, ports)) ??
      replying(async () => ({ ok: true, recoveryCode: await service.create(passphrase, watchWhileLocked) })),
    'screen.unlock': ({ passphrase }) => unlock(async () => ({ kind: 'passphrase', passphrase })),
    'screen.unlockWithRecoveryCode': async ({ code, next }) =>
      (next !== undefined && (await weakness(next, ports))) || unlock(() => recoveryProof(code), next),
    'screen.unlockWithPasskey': ({ credentialId, prf }) =>
      unlock(async () => passkeyProof(credentialId, prf)),
    'screen.lock': async () => {
      await service.lock()
      return done
    },
    'screen.prove': ({ passphrase }) => prove(async () => ({ kind: 'passphrase', passphrase })),
    'screen.proveWithPasskey': ({ credentialId, prf }) => prove(async () => passkeyProof(credentialId, prf)),

    'screen.edit': async ({ id, about }) => {
      const { label, ...rest } = about
      if (label?.trim() === '') return nameless
      const was = await service.withVault(vault => vault.about(id))
      if (isFailure(was)) return was
      if (!was) return missing
      const policy = await ports.policy.read()
      if (rest.copyFreely && !was.copyFreely && policy.copyFreely === false) return forbidden
      // One that has none yet can still get its name.
      const dateGone = rest.expiresAt === null && was.expiresAt !== undefined
      const undated = dateGone && refuseKey({ provider: was.provider }, policy)
      if (undated) return undated
      let weaker = rest.copyFreely && !was.copyFreely
      if (rest.baseUrl !== undefined) {
        const at = baseUrlOf({ ...was, baseUrl: rest.baseUrl })
        if (at === null) return notItsAddress
        // Anybody on this computer could listen for the key at another address of it.
        weaker ||= providers[was.provider].local && at !== baseUrlOf(was)
        rest.baseUrl &&= at
      }
      const refused = weaker && (await freshProof(ports))
      if (refused) return refused
      const patch: AboutPatch = Object.fromEntries(
        Object.entries(rest).map(([field, value]) => [field, value === '' ? null : value]),
      )
      if (label !== undefined) patch.label = label.trim()
      return change(id, vault => vault.edit(id, patch))
    },
    'screen.confirmProvider': async ({ id, provider }) => {
      const record = await service.read(id)
      if (isFailure(record)) return record
      if (providers[provider].local || !mayBeKept({ ...record, provider, providerConfirmed: true }))
        return notTheirs
      const refused = refuseProvider({ provider }, await ports.policy.read())
      if (refused) return refused
      const patch: AboutPatch = {
        provider,
        kind: kindOf(provider, record.secret),
        providerConfirmed: true,
        // What the other one said of it tells nothing.
        ...(provider !== record.provider && { verdict: null, baseUrl: null, leaving: null }),
      }
      return change(id, vault => vault.edit(id, patch, provider === record.provider ? undefined : []))
    },
    'screen.remove': async ({ id }) => {
      const undoUntil = ports.now() + undoFor
      const removed = await change(id, vault => vault.putAside(id))
      if (isFailure(removed)) return removed
      await ports.alarm.set(purgeAlarm, undoUntil + 1_000)
      return { ok: true, undoUntil }
    },
    'screen.undoRemove': ({ id }) => change(id, vault => vault.takeBack(id)),
    'screen.pull': ({ id, reason }) =>
      service.unlessLocked(async () => {
        const record = await service.read(id)
        if (isFailure(record)) return record
        const policy = await ports.policy.read()
        if (reason === 'call') {
          if (!isProviderKnown(record)) return whoseIsOpen
          const refused = refuseProvider(record, policy)
          if (refused) return refused
        }
        if (reason === 'plain' && policy.plaintextExport === false) return forbidden
        const isForFile = reason === 'write' || reason === 'encrypt'
        const refused = isForFile && refuseFile(reason === 'write' ? 'env' : 'encrypted', policy)
        if (refused) return refused
        // Written into a file a key is copied as well.
        const later = (record.copies ?? 0) > 0 && !record.copyFreely
        const asks = isForFile ? later : reason !== 'call'
        return (asks && (await freshProof(ports))) || { ok: true, secret: record.secret }
      }),
    'screen.history': ({ id }) =>
      service.withVault(async vault => ({ ok: true, entries: await vault.history(id) })),
    'screen.months': ({ ids }) =>
      service.withVault(async vault => {
        const months = await Promise.all(
          ids.map(id =>
            vault.history(id).then(
              stored => [[id, monthOf(stored, ports.now())] satisfies [string, unknown]],
              () => [],
            ),
          ),
        )
        return { ok: true, months: months.flat() }
      }),
  }
}
