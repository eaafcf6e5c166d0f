/** What the screen that syncs may ask. It gets no secret and no key: both are sealed and opened here. */
import * as v from 'valibot'
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import type { joinMessages } from '../../../protocol/messages/join-messages.ts'
import type { syncMessages } from '../../../protocol/messages/sync-messages.ts'
import { aboutBrought } from '../../../protocol/messages/transfer-messages.ts'
import type { Handlers, Request } from '../../../protocol/messages.ts'
import { mayBeKept } from '../../../providers/recognition/whose.ts'
import { systemRandom, toBase64, toHex } from '../../../vault/crypto/bytes.ts'
import { type NewRecord, type OpenVault, type SyncItem, VaultError } from '../../../vault/index.ts'
import type { RecordAbout, VaultRecord } from '../../../vault/record.ts'
import { syncedFields } from '../../../vault/sync/synced-fields.ts'
import { makeSyncCode, openFromSync, readSyncCode, sealForSync, tagOf } from '../../../vault/sync-sealing.ts'
import { replying } from '../../lock/core/refusals.ts'
import type { VaultEffects } from '../../lock/worker/ports.ts'
import type { VaultKeeper } from '../../lock/worker/service.ts'
import { allowedCarriers, refuseKey, refuseSync } from '../../policy/core/policy.ts'
import { joinHandlers } from './join-handlers.ts'

const about = v.object({
  ...aboutBrought,
  createdAt: v.number(),
  madeHere: v.optional(v.boolean()),
  providerConfirmed: v.optional(v.boolean()),
})
/** A secret is opened into the vault only: no place that a screen can name is one of these. */
const secretPlace = (tag: string) => `secret ${tag}`
const textPlace = (place: string) => `text ${place}`
type ApplyRequest = Request<'screen.syncApply'>

export function syncHandlers(
  service: VaultKeeper,
  effects: VaultEffects,
  freshProof: () => Promise<Failure | undefined>,
): Handlers<keyof typeof syncMessages | keyof typeof joinMessages> {
  const withVault = <T extends object>(work: (vault: OpenVault) => Promise<T>) =>
    replying(async () => refuseSync(await effects.policy.read()) ?? service.withVault(work))
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
        const abouts = new Map((await vault.list()).map(each => [each.id, each]))
        const stamps = await vault.stamps()
        const keys = stamps.map(({ id, about: stamp, secret: secretStamp }) => {
          const said = abouts.get(id)
          return { id, stamp, secretStamp, ...(said && { about: said }) }
        })
        const aside = stamps.filter(each => each.aside).map(({ id }) => id)
        return {
          ok: true,
          ...(item && { space: item.space }),
          device: item?.device ?? '',
          carriers: allowedCarriers(await effects.policy.read()),
          keys,
          deleted: [...aside, ...(item?.deleted ?? []).filter(id => !stamps.some(each => each.id === id))],
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
      replying(() =>
        service.withVault(async vault => {
          await vault.setSyncItem(null)
          return { ok: true }
        }),
      ),
    'screen.syncSeal': ({ place, text, carrier }) =>
      synced(
        async item =>
          refuseSync(await effects.policy.read(), carrier) ?? {
            ok: true,
            sealed: await sealForSync(item, textPlace(place), text, systemRandom),
          },
      ),
    'screen.syncOpen': ({ place, sealed }) =>
      synced(async item => {
        const text = await openFromSync(item, textPlace(place), sealed)
        return { ok: true, ...(typeof text === 'string' && { text }) }
      }),
    'screen.syncSecrets': ({ ids }) =>
      synced(async (item, vault) => {
        const secrets = []
        for (const id of ids) {
          const secret = (await vault.get(id).catch(() => undefined))?.secret
          if (secret === undefined) continue
          const tag = await tagOf(item, secret)
          secrets.push({ id, tag, sealed: await sealForSync(item, secretPlace(tag), secret, systemRandom) })
        }
        return { ok: true, secrets }
      }),
    'screen.syncApply': async ({ changes, handled }) => {
      const policy = await effects.policy.read()
      const left = new Set(changes.map(({ id }) => id))
      const byId = new Map(changes.map(each => [each.id, each]))
      const applied = await synced(async (item, vault) => {
        await vault.changeAll([...byId.keys()], async (id, is) => {
          const change = byId.get(id)
          const next = change && (await nextRecord(item, change, is))
          const isRefused = next && (!mayBeKept(next) || refuseKey(next, policy))
          if (isRefused) return undefined
          if (next !== undefined) left.delete(id)
          return next
        })
        const done = new Set(handled)
        if (done.size > 0)
          await vault.setSyncItem({ ...item, deleted: item.deleted.filter(id => !done.has(id)) })
        return { ok: true as const, left: [...left] }
      })
      if (changes.length > 0 && !isFailure(applied)) await service.changed()
      return applied
    },
  }
}

/** What the key is to be: null removed, undefined what it was. */
async function nextRecord(
  item: SyncItem,
  change: ApplyRequest['changes'][number],
  is: { stamp: string; record: VaultRecord | undefined } | undefined,
): Promise<NewRecord | null | undefined> {
  // Somebody has changed it since it was looked at: the next run looks again.
  if (is?.stamp !== change.stamp) return undefined
  if (change.about === undefined) return is ? null : undefined
  const { success, output } = v.safeParse(about, change.about)
  const { tag = '', sealed } = change
  const opened =
    sealed === undefined ? is?.record?.secret : await openFromSync(item, secretPlace(tag), sealed)
  if (!success || typeof opened !== 'string') return undefined
  if (sealed !== undefined && (await tagOf(item, opened)) !== tag) return undefined
  const own: Partial<RecordAbout> = { ...is?.record }
  for (const name of syncedFields) delete own[name]
  // What follows from the secret is found anew.
  if (sealed !== undefined) for (const name of ['lastFour', 'verdict', 'lastCopy'] as const) delete own[name]
  return { ...own, ...output, id: change.id, secret: opened } as NewRecord
}
