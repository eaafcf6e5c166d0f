/** What has to be done in the vault so that it holds what a state says. */

import { doubleOf, isDeleted, type Shown, showState } from './expected-keys.ts'
import { differentFields, type LocalVault } from './local-changes.ts'
import type { SyncState } from './state.ts'

export type VaultChanges = {
  /** Keys that the vault lacks. To be done first: what is replaced may be kept by one of these. */
  add: Map<string, Shown>
  /** Keys of which something is said otherwise. `secret`: the secret is another one too. */
  edit: Map<string, Shown & { secret: boolean }>
  /** Keys that were deleted elsewhere. */
  remove: string[]
  /** Keys that another key of the vault stands for as well, by the id of that one: the same secret of the same provider. */
  drop: Map<string, string>
}
export const noChanges = (): VaultChanges => ({
  add: new Map(),
  edit: new Map(),
  remove: [],
  drop: new Map(),
})

export function changesFor(vault: LocalVault, state: SyncState): VaultChanges {
  const changes = noChanges()
  const shown = showState(state)
  /** Under which ids the vault should hold each secret. */
  const holders = new Map<string, string[]>()
  for (const [id, { tag }] of shown) holders.set(tag, [...(holders.get(tag) ?? []), id])
  const doubles = new Map([...shown].map(([id, { tag, fields }]) => [doubleOf(tag, fields), id]))
  doubles.delete(undefined)
  /** Is a key that should hold this secret one that is left as it is? Then nobody lets go of the secret. */
  const isHeldUp = (tag: string) => holders.get(tag)?.some(id => vault.unsure.has(id))
  for (const [id, wanted] of shown) {
    if (vault.unsure.has(id)) continue
    const local = vault.keys.get(id)
    if (!local) {
      changes.add.set(id, wanted)
      continue
    }
    const secret = local.tag !== wanted.tag && !isHeldUp(local.tag)
    if (secret || differentFields(local.fields, wanted.fields).length > 0)
      changes.edit.set(id, { ...wanted, secret })
  }
  for (const [id, { tag, fields }] of vault.keys) {
    if (shown.has(id) || isHeldUp(tag)) continue
    const same = doubles.get(doubleOf(tag, fields))
    if (same !== undefined) changes.drop.set(id, same)
    else if (isDeleted(state, id, tag)) changes.remove.push(id)
  }
  return changes
}
