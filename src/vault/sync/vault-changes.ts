/** What has to be done in the vault so that it holds what a state says. */
import { isSameValue, type LocalVault } from './local-changes.ts'
import { isDeleted, type Shown, showState } from './shown.ts'
import type { SyncState } from './state.ts'

export type VaultChanges = {
  /** Keys that the vault lacks. To be done first: what is replaced may be kept by one of these. */
  add: Map<string, Shown>
  /** Keys of which something is said otherwise; `secret`: the secret is another one too. */
  edit: Map<string, Shown & { secret: boolean }>
  /** Keys that were deleted elsewhere. */
  remove: string[]
  /** Keys whose secret another key of the vault holds as well: nothing is lost with them. */
  drop: string[]
}

export function changesFor(vault: LocalVault, state: SyncState): VaultChanges {
  const changes: VaultChanges = { add: new Map(), edit: new Map(), remove: [], drop: [] }
  const shown = showState(state)
  const tags = new Set<string>()
  for (const [id, wanted] of shown) {
    if (vault.unsure.has(id)) continue
    tags.add(wanted.tag)
    const local = vault.keys.get(id)
    if (!local) changes.add.set(id, wanted)
    else {
      const names = new Set([...local.fields.keys(), ...wanted.fields.keys()])
      const isSame = [...names].every(name => isSameValue(local.fields.get(name), wanted.fields.get(name)))
      const secret = local.tag !== wanted.tag
      if (!isSame || secret) changes.edit.set(id, { ...wanted, secret })
    }
  }
  for (const [id, { tag }] of vault.keys) {
    if (shown.has(id)) continue
    if (tags.has(tag)) changes.drop.push(id)
    else if (isDeleted(state, id)) changes.remove.push(id)
  }
  return changes
}
