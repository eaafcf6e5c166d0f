/** What came by sync, into the vault in one step: all that may be taken, and what this computer alone knows goes along with its secret. */
import type { Request } from '../../../protocol/messages.ts'
import type { NextRecord, OpenVault, SyncItem } from '../../../vault/index.ts'
import type { VaultRecord } from '../../../vault/record.ts'
import { openSecret } from '../../../vault/sync-sealing.ts'
import { joinHistories } from '../../health/core/history.ts'
import { type Policy, refuseKey } from '../../policy/core/policy.ts'
import { mayBeTaken, nextRecord, withKnown } from './next-record.ts'

/** @returns the ids of those that were left as they are */
export async function applyChanges(
  item: SyncItem,
  vault: OpenVault,
  { changes, handled }: Pick<Request<'screen.syncApply'>, 'changes' | 'handled'>,
  policy: Policy,
): Promise<Set<string>> {
  const left = new Set(changes.map(({ id }) => id))
  const byId = new Map(changes.map(each => [each.id, each]))
  const drops = new Map(changes.flatMap(({ id, into }) => (into === undefined ? [] : [[id, into]])))
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
  return left
}
