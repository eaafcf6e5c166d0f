/** What a vault should hold, according to a state: one key for each secret that is current. */
import { currentTags, isAlive } from './join.ts'
import { isLater, type SyncRecord, type SyncState, type Value } from './state.ts'

/** One key of the vault. `from`: the records it stands for, its own first. `prefix`: before the names of fields that are its own. */
export type Shown = { tag: string; from: string[]; prefix: string; fields: Map<string, Value> }

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

const isOwnName = (name: string) => !name.includes('.')

/** What is said about this secret: the record's fields, and beside them the secret's own words. */
function fieldsOf({ fields }: SyncRecord, prefix: string): Map<string, Value> {
  const said = new Map<string, Value>()
  for (const [name, { value }] of fields) if (value !== null && isOwnName(name)) said.set(name, value)
  if (prefix === '') return said
  for (const [name, { value }] of fields)
    if (name.startsWith(prefix)) {
      if (value === null) said.delete(name.slice(prefix.length))
      else said.set(name.slice(prefix.length), value)
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
        shown.set(name, { tag, from: [id], prefix, fields })
      })
  }
  return withoutDoubles(shown)
}

/** The same secret that two devices added by themselves is one key; what the second says fills what the first does not say. */
function withoutDoubles(shown: Map<string, Shown>): Map<string, Shown> {
  const first = new Map<string, Shown>()
  const single = new Map<string, Shown>()
  for (const [id, each] of [...shown].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const same = first.get(each.tag)
    if (same) {
      same.from.push(...each.from)
      for (const [name, value] of each.fields) if (!same.fields.has(name)) same.fields.set(name, value)
    } else {
      first.set(each.tag, each)
      single.set(id, each)
    }
  }
  return single
}

/** Was this key of the vault deleted on somebody's word? Absence from what is shown is no such word. */
export function isDeleted(state: SyncState, id: string): boolean {
  const { records } = state
  const own = records.get(id)
  if (own) return !isAlive(own)
  for (const [of, record] of records)
    for (const [tag, clock] of record.secrets)
      if (copyId(state, of, tag) === id) return !isAlive(record) || !isLater(clock, record.retired.get(tag))
  return false
}
