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

const isName = (name: unknown): name is string => typeof name === 'string' && /^#?[\w.]{1,100}$/.test(name)
/** No calendar's clock comes near the last safe integer: there is room for one more change, many times. */
const isTime = (time: unknown): time is number => Number.isSafeInteger(time)

function readRows<V>(rows: unknown, read: (row: unknown[]) => V | undefined): Map<string, V> {
  const map = new Map<string, V>()
  for (const row of Array.isArray(rows) ? rows : []) {
    if (!Array.isArray(row) || !isName(row[0])) continue
    const value = read(row)
    if (value !== undefined) map.set(row[0], value)
  }
  return map
}
const readClock = ([, time, device]: unknown[]): Clock | undefined =>
  isTime(time) && isRecordId(device) ? [time, device] : undefined
const isValue = (value: unknown): value is Value =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every(each => typeof each === 'string'))
function readField(row: unknown[]): Field | undefined {
  const clock = readClock(row)
  return clock && isValue(row[3]) ? { value: row[3], clock } : undefined
}

/** What has the shape of a state, of whatever was read; the rest is left out. Undefined for anything else. */
export function readState(value: unknown): SyncState | undefined {
  if (!isObject(value) || !Array.isArray(value.records)) return undefined
  const state = emptyState()
  for (const row of value.records as unknown[]) {
    if (!Array.isArray(row) || !isRecordId(row[0])) continue
    state.records.set(row[0], {
      fields: readRows(row[1], readField),
      secrets: readRows(row[2], readClock),
      retired: readRows(row[3], readClock),
      deletions: readRows(row[4], readClock),
    })
  }
  state.sealed = readRows(value.sealed, ([, text]) => (typeof text === 'string' ? text : undefined))
  return state
}
