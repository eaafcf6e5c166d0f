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
  /** Under which id the vault should hold each secret. */
  const holders = new Map([...shown].map(([id, { tag }]) => [tag, id]))
  /** Is the key that should hold this secret one that is left as it is? Then nobody lets go of the secret. */
  const isHeldUp = (tag: string) => vault.unsure.has(holders.get(tag) ?? '')
  for (const [id, wanted] of shown) {
    if (vault.unsure.has(id)) continue
    const local = vault.keys.get(id)
    const secret = local?.tag !== wanted.tag
    if (!local) changes.add.set(id, wanted)
    else if ((secret && !isHeldUp(local.tag)) || !isSameFields(local.fields, wanted.fields))
      changes.edit.set(id, { ...wanted, secret: secret && !isHeldUp(local.tag) })
  }
  for (const [id, { tag }] of vault.keys) {
    if (shown.has(id) || isHeldUp(tag)) continue
    if (holders.has(tag)) changes.drop.push(id)
    else if (isDeleted(state, id)) changes.remove.push(id)
  }
  return changes
}

const isSameFields = (one: Shown['fields'], other: Shown['fields']) =>
  [...new Set([...one.keys(), ...other.keys()])].every(name => isSameValue(one.get(name), other.get(name)))
