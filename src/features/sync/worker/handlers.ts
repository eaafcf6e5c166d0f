/** What the screen that syncs may ask. It gets no secret and no key: both are sealed and opened here. */
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import type { joinMessages } from '../../../protocol/messages/join-messages.ts'
import type { syncMessages } from '../../../protocol/messages/sync-messages.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { systemRandom, toBase64, toHex } from '../../../vault/crypto/bytes.ts'
import { type OpenVault, type SyncItem, VaultError } from '../../../vault/index.ts'
import {
  makeSyncCode,
  openFromSync,
  openSecret,
  readSyncCode,
  sealForSync,
  sealSecret,
} from '../../../vault/sync-sealing.ts'
import { watchIsBehind } from '../../lock/core/refusals.ts'
import type { VaultPorts } from '../../lock/worker/ports.ts'
import type { VaultService } from '../../lock/worker/service.ts'
import { allowedCarriers, refuseSync } from '../../policy/core/policy.ts'
import { applyChanges } from './apply-changes.ts'
import { joinHandlers } from './join-handlers.ts'

const textPlace = (place: string) => `text ${place}`

export function syncHandlers(
  service: VaultService,
  ports: VaultPorts,
  freshProof: () => Promise<Failure | undefined>,
): Handlers<keyof typeof syncMessages | keyof typeof joinMessages> {
  const withVault = async <T extends object>(work: (vault: OpenVault) => Promise<T>) =>
    refuseSync(await ports.policy.read()) ?? service.withVault(work)
  /** In a vault that is synced. */
  const synced = <T extends object>(work: (item: SyncItem, vault: OpenVault) => Promise<T>) =>
    withVault(async vault => {
      const item = await vault.syncItem()
      if (!item) throw new VaultError('missing')
      return work(item, vault)
    })
  /** Keys leave for another device from then on: not from a computer that was left alone. */
  const proven = async <T>(work: () => Promise<T>): Promise<T | Failure> => (await freshProof()) ?? work()
  const newDevice = () => toHex(systemRandom(8))

  return {
    ...joinHandlers({ withVault, synced, proven }),
    'screen.syncLook': () =>
      withVault(async vault => {
        const item = await vault.syncItem()
        return {
          ok: true,
          space: item?.space,
          device: item?.device ?? '',
          carriers: allowedCarriers(await ports.policy.read()),
          abouts: await vault.list(),
          // After the list: a key that came in between is not in it, and is left as it is.
          stamps: await vault.stamps(),
          deleted: item?.deleted ?? [],
        }
      }),
    'screen.syncStart': () =>
      proven(() =>
        withVault(async vault => {
          const before = await vault.syncItem()
          const item = before ?? {
            space: toHex(systemRandom(16)),
            device: newDevice(),
            key: toBase64(systemRandom(32)),
            deleted: [],
          }
          const made = await makeSyncCode(item, systemRandom)
          if (!before) await vault.setSyncItem(item)
          return { ok: true, ...made }
        }),
      ),
    'screen.syncJoin': ({ space, code, sealed }) =>
      proven(() =>
        withVault(async vault => {
          const key = await readSyncCode(code, space, sealed)
          await vault.setSyncItem({ space, device: newDevice(), key, deleted: [] })
          return { ok: true }
        }),
      ),
    'screen.syncLeave': () =>
      service.withVault(async vault => {
        await vault.setSyncItem(null)
        return { ok: true }
      }),
    'screen.syncSeal': ({ place, text, carrier }) =>
      synced(
        async item =>
          refuseSync(await ports.policy.read(), carrier) ?? {
            ok: true,
            sealed: await sealForSync(item, textPlace(place), text, systemRandom),
          },
      ),
    'screen.syncOpen': ({ place, sealed }) =>
      synced(async item => {
        const text = await openFromSync(item, textPlace(place), sealed)
        return { ok: true, ...(typeof text === 'string' && { text }) }
      }),
    'screen.syncSecrets': ({ ids, texts }) =>
      synced(async (item, vault) => {
        const secrets = []
        for (const id of ids) {
          const secret = (await vault.get(id).catch(() => undefined))?.secret
          if (secret === undefined) continue
          secrets.push({ id, ...(await sealSecret(item, secret)) })
        }
        const opens = texts.map(async ({ tag, sealed }) => !!(await openSecret(item, tag, sealed)))
        return { ok: true, secrets, opens: await Promise.all(opens) }
      }),
    'screen.syncApply': async ({ changes, handled }) => {
      const policy = await ports.policy.read()
      const applied = await synced(async (item, vault) => {
        const left = await applyChanges(item, vault, { changes, handled }, policy)
        return { ok: true as const, left: [...left] }
      })
      if (changes.length === 0 || isFailure(applied)) return applied
      await service.changed()
      // What was deleted or replaced elsewhere leaves no sealed copy here.
      return (await service.watchList.settled()) ? applied : watchIsBehind
    },
  }
}
