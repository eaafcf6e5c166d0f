/** What a vault should hold, according to a state: one key for each secret that is current. */
import { providerIds, providers } from '../../providers/list.ts'
import { currentTags, isAlive, isRetired } from './join.ts'
import type { SyncRecord, SyncState, Value } from './state.ts'
import { syncedFields } from './synced-fields.ts'

/** One key of the vault. `from`: the records it stands for, its own first, and what is before the names of fields that are its own there. */
export type Shown = { tag: string; from: Map<string, string>; fields: Map<string, Value> }

/**
 * Under which id another secret of a record is kept in the vault: the same on all devices. Not under the id of a record that knows
 * nothing of this secret.
 */
export function copyId({ records }: SyncState, id: string, tag: string): string {
  const nameFrom = (start: number) => `${id.slice(0, 40)}:${(tag + tag).slice(start, start + 16)}`
  const isFree = (name: string) => records.get(name)?.secrets.has(tag) ?? true
  const start = [...tag].findIndex((_, at) => isFree(nameFrom(at)))
  return nameFrom(Math.max(0, start))
}

/**
 * What is said about this secret: the record's fields, and before them the secret's own words. Fields that this Keyway does not know
 * are a newer one's: they stay in the state as they are, and nothing here speaks of them.
 */
function fieldsOf({ fields }: SyncRecord, prefix: string): Map<string, Value> {
  const said = new Map<string, Value>()
  for (const name of syncedFields) {
    const value = (fields.get(prefix + name) ?? fields.get(name))?.value ?? null
    if (value !== null) said.set(name, value)
  }
  return said
}

/** By the id under which the vault holds it. A secret that no sealed text has come of yet is left out. */
export function showState(state: SyncState): Map<string, Shown> {
  const { records, sealed } = state
  const shown = new Map<string, Shown>()
  for (const [id, record] of records) {
    if (!isAlive(record)) continue
    currentTags(record)
      .filter(tag => sealed.has(tag))
      .forEach((tag, rank) => {
        const name = rank === 0 ? id : copyId(state, id, tag)
        // A copy that became a record of its own speaks for itself.
        if (rank > 0 && records.has(name)) return
        const prefix = rank === 0 ? '' : `${tag}.`
        const fields = fieldsOf(record, prefix)
        if (rank > 0 && !record.fields.has(`${prefix}label`))
          fields.set('label', `${String(fields.get('label') ?? '').slice(0, 190)} (${rank + 1})`)
        shown.set(name, { tag, from: new Map([[id, prefix]]), fields })
      })
  }
  return withoutDoubles(shown)
}

const withoutDouble: ReadonlySet<Value | undefined> = new Set(
  providerIds.filter(id => providers[id].local || providers[id].isKeptOnly),
)
/** Where a key is sent, and what of it was agreed to: a record never takes it from another one. */
const ownOfEach: ReadonlySet<string> = new Set(['provider', 'kind', 'baseUrl', 'providerConfirmed'])

/** Is it the key of a server on the person's own computer? */
export const isOnThisComputer = (fields: Map<string, Value>): boolean =>
  providerIds.some(id => id === fields.get('provider') && providers[id].local)

/**
 * What tells one key from another, as text. Undefined: it is no other's double. Servers on a computer share a word like `none`, and one
 * text may be kept for several services.
 * @param fields what is said about it
 */
export function doubleOf(tag: string, fields: Map<string, Value>): string | undefined {
  const provider = fields.get('provider')
  if (withoutDouble.has(provider)) return undefined
  return JSON.stringify([tag, provider ?? null, fields.get('baseUrl') ?? null])
}

/** The same secret that two devices added by themselves is one key; what the second says fills what the first does not say. */
function withoutDoubles(shown: Map<string, Shown>): Map<string, Shown> {
  const first = new Map<string, Shown>()
  const single = new Map<string, Shown>()
  for (const [id, each] of [...shown].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const double = doubleOf(each.tag, each.fields)
    const same = double === undefined ? undefined : first.get(double)
    if (same) {
      for (const [record, prefix] of each.from) same.from.set(record, prefix)
      for (const [name, value] of each.fields)
        if (!same.fields.has(name) && !ownOfEach.has(name)) same.fields.set(name, value)
    } else {
      if (double !== undefined) first.set(double, each)
      single.set(id, each)
    }
  }
  return single
}

/**
 * Was this key of the vault, with this secret, deleted on somebody's word? Absence from what is shown is no such word. A secret that others
 * keep as a copy, since another one came under its id, was deleted with the copy.
 */
export function isDeleted(state: SyncState, id: string, tag: string): boolean {
  const { records } = state
  const own = records.get(id)
  if (own) {
    const copy = records.get(copyId(state, id, tag))
    const stays = currentTags(own)
    // Where each was deleted by itself and a word was said since, the key is there again by who holds it.
    const isGone = stays.includes(tag) ? copy !== undefined && !isAlive(copy) : stays.length > 0
    return !isAlive(own) || (own.secrets.has(tag) && isGone)
  }
  for (const [of, record] of records)
    for (const each of record.secrets.keys())
      if (copyId(state, of, each) === id) return !isAlive(record) || isRetired(record, each)
  return false
}
