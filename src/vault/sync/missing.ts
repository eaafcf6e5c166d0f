/** What one state says beyond another: all that has to be written where the other can be read already. */
import { isSameValue } from './local-changes.ts'
import {
  type Clock,
  compareClocks,
  type Field,
  type SyncRecord,
  type SyncState,
  saysSomething,
} from './state.ts'

function without<V>(
  map: Map<string, V>,
  said: Map<string, V> | undefined,
  isSame: (one: V, other: V) => boolean,
) {
  const rest = new Map(map)
  for (const [name, value] of said ?? []) {
    const own = map.get(name)
    if (own !== undefined && isSame(own, value)) rest.delete(name)
  }
  return rest
}

const isSameClock = (one: Clock, other: Clock) => compareClocks(one, other) === 0
const isSameField = (one: Field, other: Field) =>
  isSameClock(one.clock, other.clock) && isSameValue(one.value, other.value)

const missingOf = (record: SyncRecord, said: SyncRecord | undefined): SyncRecord => ({
  fields: without(record.fields, said?.fields, isSameField),
  secrets: without(record.secrets, said?.secrets, isSameClock),
  retired: without(record.retired, said?.retired, isSameClock),
  deletions: without(record.deletions, said?.deletions, isSameClock),
})

/**
 * What of `state` is not in `said`: joined to `said`, it says all that `state` says. Another sealed text of the same secret says nothing:
 * devices make the same one, so it may be forged. Changes no argument.
 */
export function missingFrom(said: SyncState, state: SyncState): SyncState {
  const records = new Map<string, SyncRecord>()
  for (const [id, record] of state.records) {
    const rest = missingOf(record, said.records.get(id))
    if (saysSomething(rest)) records.set(id, rest)
  }
  return { records, sealed: without(state.sealed, said.sealed, (one, other) => one === other) }
}
