/** What screens may ask about the ways to unlock, the vault key, and a vault that is damaged. */

import { isFailure } from '../../../protocol/failure.ts'
import type { securityMessages } from '../../../protocol/messages/security-messages.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import type { DamageView } from '../../../protocol/published.ts'
import type { Proof } from '../../../vault/crypto/slots.ts'
import {
  bringBack,
  type OpenVault,
  refusal,
  type Store,
  startOver,
  VaultError,
  waysToUnlock,
} from '../../../vault/index.ts'
import { namesIn } from '../../../vault/stored/mirrored-store.ts'
import { headerCopyName, headerName, oldPrefix } from '../../../vault/stored/names.ts'
import { refuseLooser } from '../../policy/core/policy.ts'
import { replying, watchIsBehind } from '../core/refusals.ts'
import { done } from './handlers.ts'
import type { VaultPorts } from './ports.ts'
import { freshProof, passkeyProof, recoveryProof, weakness } from './proofs.ts'
import type { VaultService } from './service.ts'

async function namesOf(store: Store | undefined): Promise<string[]> {
  return (await namesIn(store)) ?? []
}

/** How many records have a secret stored, by the names alone. */
const countKeys = (names: string[], where = 'vault.') => {
  const own = names.flatMap(name => (name.startsWith(where) ? name.slice(where.length) : []))
  return new Set(own.flatMap(name => /^\d+\.part\.([^.]+)\.secret\./.exec(name)?.[1] ?? [])).size
}
const countHeads = (names: string[]) =>
  names.filter(name => name === headerName || name === headerCopyName).length

async function lookAtDamage({ store, options }: VaultPorts): Promise<DamageView> {
  const [browser, mirror] = [await namesOf(store), await namesOf(options.mirror)]
  const waiting = new Set([...browser, ...mirror].filter(name => /^vault\.\d+\.inbox\./.test(name)))
  const slots = await waysToUnlock(store, options).catch(() => [])
  const all = [...browser, ...mirror]
  const times = new Set(all.flatMap(name => /^vault\.old\.(\d+)\./.exec(name)?.[1] ?? []))
  return {
    heads: { browser: countHeads(browser), mirror: countHeads(mirror) },
    keys: { browser: countKeys(browser), mirror: countKeys(mirror) },
    waiting: waiting.size,
    ways: [...new Set(slots.map(({ kind }) => kind))],
    aside: [...times]
      .map(at => ({ at: Number(at), keys: countKeys(all, `${oldPrefix}${at}.`) }))
      .sort((a, b) => b.at - a.at),
  }
}

export function securityHandlers(
  service: VaultService,
  ports: VaultPorts,
): Handlers<keyof typeof securityMessages> {
  const { store, options, local, session, now } = ports
  /** A change of the ways to unlock, of which screens hear whatever came of it. */
  const change = async <T>(work: (vault: OpenVault) => Promise<T>) => {
    const result = await service.changeHeader(work)
    await service.publish()
    return result
  }
  /** The same, with a fresh proof first. */
  const proven = async <T>(work: (vault: OpenVault) => Promise<T>) =>
    (await freshProof(ports)) ?? change(work)

  /** Another vault, or none, in place of this one. */
  const instead = (work: () => Promise<unknown>) =>
    replying(async () => {
      // Whatever fails half-way, screens hear how it stands.
      await service.whileClosed(work).finally(service.publish)
      await session.remove('inboxKey', 'protectedSettings')
      await service.watchList.forget()
      void ports.tell('protectedSettingsChanged')
      return done
    })

  return {
    'screen.changePassphrase': ({ passphrase, code, next }) =>
      replying(async () => {
        const weak = await weakness(next, ports)
        if (weak) return weak
        const proof: Proof =
          code === undefined ? { kind: 'passphrase', passphrase } : await recoveryProof(code)
        const isRight = await service.proves(proof)
        if (isFailure(isRight)) return isRight
        if (!isRight) throw new VaultError(refusal[proof.kind])
        return change(async vault => {
          await vault.changePassphrase(next)
          return done
        })
      }),
    'screen.newRecoveryCode': () =>
      proven(async vault => ({ ok: true, recoveryCode: await vault.addRecoveryCode() })),
    'screen.addPasskey': ({ credentialId, prfSalt, prf }) =>
      replying(async () => {
        const proof = passkeyProof(credentialId, prf)
        return proven(async vault => {
          await vault.addPasskey({ credentialId, prfSalt, prf: proof.prf })
          return done
        })
      }),
    'screen.removeSlot': ({ id }) =>
      proven(async vault => {
        await vault.removeSlot(id)
        return done
      }),
    'screen.rotateVaultKey': ({ passphrase }) =>
      change(async vault => {
        await vault.rotateVaultKey(passphrase)
        await service.keyChanged(vault)
        return { ok: true, recoveryCode: await vault.addRecoveryCode() }
      }),
    'screen.setWatching': ({ watchWhileLocked, watchFromStart = false }) =>
      replying(async () => {
        const choice = { watchWhileLocked, watchFromStart }
        // Then keys stay in memory while it is locked, and on the disk.
        const refused =
          refuseLooser(choice, await ports.policy.read()) ??
          ((watchWhileLocked || watchFromStart) && (await freshProof(ports)))
        if (refused) return refused
        const failed = await service.changeSettings(choice)
        if (failed) return failed
        if (!watchFromStart) await service.watchList.forget()
        await service.changed()
        const isFollowed = await service.watchList.settled()
        await service.publish()
        return isFollowed ? done : watchIsBehind
      }),

    'screen.verifyVault': async () => {
      const report = await service.withVault(async vault => ({
        ok: true as const,
        ...(await vault.verify()),
      }))
      await service.changed()
      await service.publish()
      return report
    },
    'screen.lookAtDamage': async () => ({ ok: true, damage: await lookAtDamage(ports) }),
    'screen.startOver': () =>
      instead(async () => {
        await startOver({ primary: store, mirror: options.mirror }, now())
        await local.remove('vaultChoices')
        await ports.marker.clear()
      }),
    'screen.bringBack': ({ at }) =>
      instead(async () => {
        await bringBack({ primary: store, mirror: options.mirror }, at, now())
        await local.set('vaultChoices', { createdAt: at })
        await ports.marker.set()
      }),
  }
}
