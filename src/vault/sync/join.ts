/**
 * Joins what two devices know. A pure function of two states: in whatever order, how often and in what parts states are joined, the
 * result is the same. Nothing is deleted by being absent; a secret is never replaced by another one.
 */
import { type Clock, compareClocks, type Field, isLater, type SyncRecord, type SyncState } from './state.ts'

function joinMaps<V>(one: Map<string, V>, other: Map<string, V>, join: (one: V, other: V) => V) {
  const joined = new Map(one)
  for (const [name, value] of other) {
    const before = joined.get(name)
    joined.set(name, before === undefined ? value : join(before, value))
  }
  return joined
}

const laterClock = (one: Clock, other: Clock): Clock => (isLater(other, one) ? other : one)

const textOf = ({ value }: Field) => JSON.stringify(value)

/** Two values with one clock come from a device that was set back: the content decides, the same everywhere. */
function joinFields(one: Field, other: Field): Field {
  const order = compareClocks(one.clock, other.clock)
  if (order !== 0) return order > 0 ? one : other
  return textOf(one) >= textOf(other) ? one : other
}

const joinRecords = (one: SyncRecord, other: SyncRecord): SyncRecord => ({
  fields: joinMaps(one.fields, other.fields, joinFields),
  secrets: joinMaps(one.secrets, other.secrets, laterClock),
  retired: joinMaps(one.retired, other.retired, laterClock),
  deletions: joinMaps(one.deletions, other.deletions, laterClock),
})

export const join = (one: SyncState, other: SyncState): SyncState => ({
  records: joinMaps(one.records, other.records, joinRecords),
  // Two sealed texts of one tag hold the same secret. Which one stays has to be the same everywhere all the same.
  sealed: joinMaps(one.sealed, other.sealed, (...texts) => texts.sort()[0] ?? ''),
})

/** In a record's deletions: the latest of its words that had been seen by whoever deleted this secret by itself. */
export const seenName = (tag: string) => `${tag}.seen`
export const isSeenName = (name: string) => name.endsWith('.seen')

/** Was this secret deleted by itself? Not where it was added again, or a word of its own was changed, by somebody who had not seen that. */
export function isRetired({ fields, secrets, retired, deletions }: SyncRecord, tag: string): boolean {
  if (isLater(secrets.get(tag), retired.get(tag))) return false
  const seen = deletions.get(seenName(tag))
  if (seen)
    for (const [name, { clock }] of fields)
      if (name.startsWith(`${tag}.`) && isLater(clock, seen)) return false
  return true
}

/**
 * Is there a change that whoever deleted the record had not seen? An edit beats a deletion. A record of which each secret was deleted
 * by itself is deleted as a whole, but for words that one of those had not seen.
 */
export const isAlive = (record: SyncRecord): boolean =>
  [...record.secrets.keys()].some(tag => isStanding(record, tag)) || isSaidSince(record)

/** Does nobody who had seen this secret say that it is deleted, be it by itself or with the record? */
const isStanding = (record: SyncRecord, tag: string): boolean =>
  !isRetired(record, tag) && isLater(record.secrets.get(tag), record.deletions.get(`#${tag}`))

/** Is there a word of it that whoever deleted it had not seen? */
function isSaidSince(record: SyncRecord): boolean {
  const { fields, secrets, deletions } = record
  const tags = [...secrets.keys()]
  const isSeen = (clock: Clock) =>
    tags.length > 0 &&
    tags.every(tag => isRetired(record, tag) && !isLater(clock, deletions.get(seenName(tag))))
  return [...fields].some(([name, { clock }]) => isLater(clock, deletions.get(name)) && !isSeen(clock))
}

/**
 * The record's secrets, latest first, without those that were deleted by themselves. One that was deleted with the record is back when
 * something was said of the record since, and not because another secret was added under the same id.
 */
export function currentTags(record: SyncRecord): string[] {
  const isBack = isSaidSince(record)
  return [...record.secrets]
    .filter(([tag]) => isStanding(record, tag) || (isBack && !isRetired(record, tag)))
    .sort(([one, first], [other, second]) => compareClocks(second, first) || (one < other ? -1 : 1))
    .map(([tag]) => tag)
}

/**
 * Lets go of what a deleted record said and of secrets that nothing names any more. Until when it was deleted stays. A word that is let go
 * of leaves no empty one: that would be later than what another computer still says of the key, should it be there again.
 */
export function prune(state: SyncState): SyncState {
  const wanted = new Set<string>()
  const records = new Map<string, SyncRecord>()
  for (const [id, record] of state.records) {
    const isThere = isAlive(record)
    if (isThere) for (const tag of currentTags(record)) wanted.add(tag)
    records.set(id, isThere ? record : { ...record, fields: new Map() })
  }
  return { records, sealed: new Map([...state.sealed].filter(([tag]) => wanted.has(tag))) }
}
