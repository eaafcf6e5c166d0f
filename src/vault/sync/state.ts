/**
 * What a device knows of all keys for syncing: each field with the time and the device of its last change. Holds no secret: a secret
 * is named by a tag (a keyed digest that the vault makes) and lies beside as a sealed text. Types and reading only.
 */
import { isObject } from '../crypto/bytes.ts'
import { isRecordId } from '../stored/names.ts'

/** When (ms since the epoch, or one more than the change before it) and where a change was made. */
export type Clock = readonly [time: number, device: string]
export type Value = string | number | boolean | string[] | null
/** `null`: the field was taken away. */
export type Field = { value: Value; clock: Clock }
export type SyncRecord = {
  /** `<name>`, or `<tag>.<name>` where another secret of the same record was given a word of its own. */
  fields: Map<string, Field>
  /** Every secret that was ever put under this id, by its tag. */
  secrets: Map<string, Clock>
  /** Secrets that were deleted, while another of the record stayed. */
  retired: Map<string, Clock>
  /** The record was deleted by somebody who had seen these changes (`<name>` and `#<tag>`), and no later ones. */
  deletions: Map<string, Clock>
}
/** `sealed`: the secrets of the records that are not deleted, by tag. */
export type SyncState = { records: Map<string, SyncRecord>; sealed: Map<string, string> }

export const emptyState = (): SyncState => ({ records: new Map(), sealed: new Map() })
export const emptyRecord = (): SyncRecord => ({
  fields: new Map(),
  secrets: new Map(),
  retired: new Map(),
  deletions: new Map(),
})

/** One that says nothing is none: it would tell two states apart that say the same. */
export const saysSomething = (record: SyncRecord): boolean => Object.values(record).some(map => map.size > 0)

/** Positive when `one` is the later. Of two changes at the same time the device's name decides, the same everywhere. */
export function compareClocks(one: Clock | undefined, other: Clock | undefined): number {
  if (!one || !other) return (one ? 1 : 0) - (other ? 1 : 0)
  if (one[0] !== other[0]) return one[0] - other[0]
  return one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0
}
export const isLater = (one: Clock | undefined, other: Clock | undefined): boolean =>
  compareClocks(one, other) > 0

const sorted = <V>(map: Map<string, V>): [string, V][] =>
  [...map].sort(([one], [other]) => (one < other ? -1 : 1))

/** As JSON, in an order that is the same for equal states. */
export const writeState = ({ records, sealed }: SyncState): unknown => ({
  records: sorted(records).map(([id, { fields, secrets, retired, deletions }]) => [
    id,
    sorted(fields).map(([name, { value, clock }]) => [name, ...clock, value]),
    ...[secrets, retired, deletions].map(map => sorted(map).map(([name, clock]) => [name, ...clock])),
  ]),
  sealed: sorted(sealed),
})

/** All that tells one state from another: without the sealed texts, which differ each time they are made. */
export const stateText = (state: SyncState): string =>
  JSON.stringify([writeState({ ...state, sealed: new Map() }), [...state.sealed.keys()].sort()])

/** A record id that a message takes: under it something is looked up, so a name that every object answers to (`constructor`) is none. */
export const isPlainId = (id: unknown): id is string => isRecordId(id) && !(id in {})
/** A secret's name among the devices: 16 bytes in hex, of which nobody without the sync key can make another one. */
const tagPattern = /^[0-9a-f]{32}$/
const isTag = (tag: unknown): tag is string => typeof tag === 'string' && tagPattern.test(tag)
const isFieldName = (name: string) => /^(?:[0-9a-f]{32}\.)?\w{1,60}$/.test(name)
const isDeletionName = (name: string) => (name.startsWith('#') ? isTag(name.slice(1)) : isFieldName(name))

/** The last time that a calendar can show, in ms since the epoch. */
const lastTime = 8.64e15
/**
 * How far ahead of this computer's clock a change from elsewhere may be, in ms: 100 years. As with a hybrid logical clock, what is
 * beyond is not taken, so that there is always a later time for the person's next change. No computer's wrong clock is that wrong.
 */
const mostAhead = 100 * 365 * 86_400_000

function readRows<V>(
  rows: unknown,
  isName: (name: string) => boolean,
  read: (row: unknown[]) => V | undefined,
): Map<string, V> {
  const map = new Map<string, V>()
  for (const row of Array.isArray(rows) ? rows : []) {
    if (!Array.isArray(row) || typeof row[0] !== 'string' || !isName(row[0])) continue
    const value = read(row)
    if (value !== undefined) map.set(row[0], value)
  }
  return map
}
const clockReader =
  (latest: number) =>
  ([, time, device]: unknown[]): Clock | undefined =>
    typeof time === 'number' &&
    Number.isSafeInteger(time) &&
    time >= 0 &&
    time <= latest &&
    isRecordId(device)
      ? [time, device]
      : undefined
const isValue = (value: unknown): value is Value =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every(each => typeof each === 'string'))

/** A secret has at most 20,000 characters; sealed it has a third more. */
const mostSealed = 100_000

/**
 * What has the shape of a state, of whatever was read; the rest is left out. Undefined for anything else. Every id and tag that comes
 * out can be named in a message to the worker: one that could not would stop sync for all keys.
 * @param now this computer's time (ms since the epoch), for a state from elsewhere; left out for one that this device has written itself
 */
export function readState(value: unknown, now?: number): SyncState | undefined {
  if (!isObject(value) || !Array.isArray(value.records)) return undefined
  const state = emptyState()
  const readClock = clockReader(now === undefined ? lastTime : Math.min(lastTime, now + mostAhead))
  const readField = (row: unknown[]): Field | undefined => {
    const clock = readClock(row)
    return clock && isValue(row[3]) ? { value: row[3], clock } : undefined
  }
  for (const row of value.records as unknown[]) {
    if (!Array.isArray(row) || !isPlainId(row[0])) continue
    const record = {
      fields: readRows(row[1], isFieldName, readField),
      secrets: readRows(row[2], isTag, readClock),
      retired: readRows(row[3], isTag, readClock),
      deletions: readRows(row[4], isDeletionName, readClock),
    }
    if (saysSomething(record)) state.records.set(row[0], record)
  }
  state.sealed = readRows(value.sealed, isTag, ([, text]) =>
    typeof text === 'string' && text.length <= mostSealed ? text : undefined,
  )
  return state
}
