/** What the screen that syncs may ask. It gets no secret and no key: both are sealed and opened here. */
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import type { joinMessages } from '../../../protocol/messages/join-messages.ts'
import type { syncMessages } from '../../../protocol/messages/sync-messages.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { systemRandom, toBase64, toHex } from '../../../vault/crypto/bytes.ts'
import { type NextRecord, type OpenVault, type SyncItem, VaultError } from '../../../vault/index.ts'
import type { VaultRecord } from '../../../vault/record.ts'
import {
  makeSyncCode,
  openFromSync,
  openSecret,
  readSyncCode,
  sealForSync,
  sealSecret,
} from '../../../vault/sync-sealing.ts'
import { joinHistories } from '../../health/core/history.ts'
import { watchIsBehind } from '../../lock/core/refusals.ts'
import type { VaultPorts } from '../../lock/worker/ports.ts'
import type { VaultService } from '../../lock/worker/service.ts'
import { allowedCarriers, refuseKey, refuseSync } from '../../policy/core/policy.ts'
import { joinHandlers } from './join-handlers.ts'
import { mayBeTaken, nextRecord, withKnown } from './next-record.ts'

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
      const left = new Set(changes.map(({ id }) => id))
      const byId = new Map(changes.map(each => [each.id, each]))
      const drops = new Map(changes.flatMap(({ id, into }) => (into === undefined ? [] : [[id, into]])))
      const applied = await synced(async (item, vault) => {
        const list = await vault.list()
        const readAll = async (ids: string[]) => {
          const read = await Promise.all(ids.map(id => vault.get(id).catch(() => undefined)))
          return read.filter(each => each !== undefined)
        }
        /** The other keys of this vault that hold what is sealed there. */
        const alikeOf = async ({ id, tag = '', sealed }: (typeof changes)[number]) => {
          const secret = sealed === undefined ? undefined : await openSecret(item, tag, sealed)
          if (secret === undefined) return []
          const found = await readAll(
            list.flatMap(each => (secret.endsWith(each.lastFour) && each.id !== id ? each.id : [])),
          )
          return found.filter(each => each.secret === secret)
        }
        const alike = new Map<string, VaultRecord[]>()
        for (const change of changes) alike.set(change.id, await alikeOf(change))
        /** What this computer alone knows of a key that goes, by the id of the one that stands for it from then on. */
        const dropped = new Map<string, (VaultRecord & { history: unknown[] })[]>()
        for (const [id, into] of drops) {
          const history = await vault.history(id).catch(() => [])
          const kept = (await readAll([id])).map(record => ({ ...record, history }))
          dropped.set(into, [...(dropped.get(into) ?? []), ...kept])
        }
        const stayed = new Map<string, string>()
        const next: NextRecord = async (id, is) => {
          const change = byId.get(id)
          const into = drops.get(id)
          // Only where the key that stands for it is there, with the same secret.
          if (into !== undefined && (!is?.record || stayed.get(into) !== is.record.secret)) return undefined
          const made = change ? await nextRecord(item, change, is, alike.get(id)) : is?.record
          if (made && change && (!mayBeTaken(made, is?.record, alike.get(id)) || refuseKey(made, policy)))
            return undefined
          if (change && made !== undefined) left.delete(id)
          if (!made) return made
          stayed.set(id, made.secret)
          const known = (dropped.get(id) ?? []).filter(({ secret }) => secret === made.secret)
          const standbyFor = drops.get(made.standbyFor ?? '')
          const whole = {
            ...withKnown(
              made,
              known.map(({ history: _, ...record }) => record),
            ),
            ...(standbyFor !== undefined && standbyFor !== id && stayed.has(standbyFor) && { standbyFor }),
          }
          if (known.length === 0) return whole
          const own = histories.get(id) ?? []
          return { ...whole, history: known.reduce((all, { history }) => joinHistories(all, history), own) }
        }
        const histories = new Map<string, unknown[]>()
        for (const id of dropped.keys()) histories.set(id, await vault.history(id).catch(() => []))
        const standing = list.flatMap(({ id, standbyFor = '' }) => (drops.has(standbyFor) ? id : []))
        // Those that stay first: what goes is let go of once another one stands for it.
        const ids = [...byId.keys(), ...dropped.keys(), ...standing].filter(id => !drops.has(id))
        await vault.changeAll([...ids, ...drops.keys()], next, handled)
        return { ok: true as const, left: [...left] }
      })
      if (changes.length === 0 || isFailure(applied)) return applied
      await service.changed()
      // What was deleted or replaced elsewhere leaves no sealed copy here.
      return (await service.watchList.settled()) ? applied : watchIsBehind
    },
  }
}
