/**
 * Which sealed texts a device goes by. A computer that joined may be somebody else's, and say that a text is the secret of a tag when it
 * opens as nothing. So this device keeps the text that it made or has opened, takes in and passes on no other, and tries one after the
 * other where it has none.
 */
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import type { SyncState } from '../../../vault/sync/state.ts'
import type { VaultChanges } from '../../../vault/sync/vault-changes.ts'
import type { ApplyContext, SyncPorts } from './ports.ts'

type Changes = Omit<VaultChanges, 'drop'>
type Texts = SyncState['sealed']

/** Every text that others say is the secret of a tag, each once, by tag. */
export function offeredTexts(others: readonly SyncState[]): Map<string, string[]> {
  const offered = new Map<string, string[]>()
  for (const { sealed } of others)
    for (const [tag, text] of sealed) {
      const texts = offered.get(tag) ?? []
      if (!texts.includes(text)) offered.set(tag, [...texts, text])
    }
  return offered
}

/** `state` with this device's own text of each secret, where it has one. */
export const withOwnTexts = (state: SyncState, own: Texts): SyncState => ({
  ...state,
  sealed: new Map([...state.sealed].map(([tag, text]) => [tag, own.get(tag) ?? text])),
})

/**
 * Applies the changes; what is left is tried with the next text that was offered. Marks in `opened` the text of each secret that is in
 * the vault now.
 * @returns the ids of keys that were left as they are
 */
export async function applyWithTexts(
  apply: SyncPorts['vault']['apply'],
  { add, edit, remove }: Changes,
  context: ApplyContext,
  offered: ReadonlyMap<string, string[]>,
  opened: Texts,
): Promise<Set<string> | Failure> {
  const wanted = new Map([...add, ...[...edit].filter(([, { secret }]) => secret)])
  let sealed = context.sealed
  let trying: Changes = { add, edit, remove }
  let left = new Set<string>()
  for (let round = 0; ; round++) {
    const still = await apply(trying, { ...context, sealed, handled: round === 0 ? context.handled : [] })
    if (isFailure(still)) return still
    const tried = [...trying.add.keys(), ...trying.edit.keys()]
    left = new Set([...(round === 0 ? still : left)].filter(id => still.has(id) || !tried.includes(id)))
    for (const id of tried) {
      const tag = wanted.get(id)?.tag
      const text = sealed.get(tag ?? '')
      if (tag !== undefined && text !== undefined && !left.has(id)) opened.set(tag, text)
    }
    const next = new Map<string, string>()
    for (const id of left) {
      const { tag = '' } = wanted.get(id) ?? {}
      const text = offered.get(tag)?.filter(each => each !== context.sealed.get(tag))[round]
      if (text !== undefined) next.set(tag, text)
    }
    if (next.size === 0) return left
    sealed = next
    const again = ([id, { tag }]: [string, { tag: string }]) => left.has(id) && next.has(tag)
    trying = {
      add: new Map([...add].filter(again)),
      edit: new Map([...edit].filter(([id, each]) => each.secret && again([id, each]))),
      remove: [],
    }
  }
}

/** `state` without the texts that this device has neither made nor opened. */
export const withOnlyOpened = (state: SyncState, own: Texts, opened: Texts): SyncState => ({
  ...state,
  sealed: new Map(
    [...state.sealed.keys()].flatMap(tag => {
      const text = opened.get(tag) ?? own.get(tag)
      return text === undefined ? [] : [[tag, text] as const]
    }),
  ),
})
