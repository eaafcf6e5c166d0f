/** Finds what was changed in the vault since the last sync, by comparing it with what the state says it should hold. */
import { currentTags } from './join.ts'
import { copyId, isOnThisComputer, type Shown, showState } from './shown.ts'
import { type Clock, emptyRecord, isLater, type SyncRecord, type SyncState, type Value } from './state.ts'

/** A key as the vault holds it: what of it is synced, and the tag of its secret. */
export type LocalKey = { fields: Map<string, Value>; tag: string }
export type LocalVault = {
  keys: Map<string, LocalKey>
  /** Keys that cannot be read now, or that can still be brought back: they are left as they are. */
  unsure: Set<string>
  /** Keys that the person deleted, since the last sync. A key that is in no list is not taken for deleted. */
  deleted: Set<string>
  /** Sealed texts of secrets that the state has none of yet, by tag. */
  sealed: Map<string, string>
}

/** Later than what it replaces, whatever this computer's clock says; a wrong clock of another device is not taken over. */
const clockAfter = (now: number, device: string, ...before: (Clock | undefined)[]): Clock => [
  Math.max(now, ...before.map(clock => (clock ? clock[0] + 1 : 0))),
  device,
]

export const isSameValue = (one: Value | undefined, other: Value | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/**
 * Names of fields of which a key says one thing and a state another. Where a server on this computer listens is this computer's own: it
 * comes with a new key, and is never changed from elsewhere, since whatever listens there is handed the key.
 */
export function differentFields(local: Map<string, Value>, wanted: Map<string, Value>): string[] {
  const isLocal = isOnThisComputer(local)
  return [...new Set([...local.keys(), ...wanted.keys()])].filter(
    name => !(isLocal && name === 'baseUrl') && !isSameValue(local.get(name), wanted.get(name)),
  )
}

/**
 * The state with this device's changes in it. Changes no argument.
 * @param now this computer's time, ms since the epoch
 */
export function takeLocalChanges(
  state: SyncState,
  vault: LocalVault,
  { now, device }: { now: number; device: string },
): SyncState {
  const records = new Map(state.records)
  const expected = showState(state)
  const change = (id: string): SyncRecord => {
    const { fields, secrets, retired, deletions } = records.get(id) ?? emptyRecord()
    const copy = {
      fields: new Map(fields),
      secrets: new Map(secrets),
      retired: new Map(retired),
      deletions: new Map(deletions),
    }
    records.set(id, copy)
    return copy
  }
  const say = (record: SyncRecord, name: string, value: Value) =>
    record.fields.set(name, {
      value,
      clock: clockAfter(now, device, record.fields.get(name)?.clock, record.deletions.get(name)),
    })
  const hold = (record: SyncRecord, tag: string) =>
    record.secrets.set(
      tag,
      clockAfter(
        now,
        device,
        ...record.secrets.values(),
        record.retired.get(tag),
        record.deletions.get(`#${tag}`),
      ),
    )
  /** Everything that was seen of it until now; of a record that holds another secret as well, only this one. */
  const remove = ({ from, tag }: Shown) => {
    for (const id of from.keys()) {
      const record = change(id)
      const clock = record.secrets.get(tag)
      if (clock && currentTags(record).some(each => each !== tag)) record.retired.set(tag, clock)
      else cover(record)
    }
  }

  for (const [id, { fields, tag }] of vault.keys) {
    const shown = expected.get(id)
    if (!shown) {
      const record = change(id)
      for (const [name, value] of fields) say(record, name, value)
      hold(record, tag)
      continue
    }
    const [own = id] = shown.from.keys()
    // Of all records that the key stands for: it stays one key when it moves to another provider, and what is taken away stays away.
    for (const name of differentFields(fields, shown.fields))
      for (const [record, prefix] of shown.from) say(change(record), prefix + name, fields.get(name) ?? null)
    // Whoever put another secret under the id may never have seen the first: it stays, beside the new one.
    if (tag !== shown.tag && !currentTags(records.get(own) ?? emptyRecord()).includes(tag))
      hold(change(own), tag)
  }
  for (const id of vault.deleted) {
    const shown = expected.get(id)
    if (shown && !vault.keys.has(id)) remove(shown)
  }
  return { records, sealed: new Map([...vault.sealed, ...state.sealed]) }
}

/** Deletes a record: everything that was seen of it until now. */
function cover({ fields, secrets, deletions }: SyncRecord): void {
  const over = (name: string, clock: Clock) => {
    if (isLater(clock, deletions.get(name))) deletions.set(name, clock)
  }
  for (const [name, { clock }] of fields) over(name, clock)
  for (const [tag, clock] of secrets) over(`#${tag}`, clock)
}

/** For deletions and replacements that the person refuses: `mine`, which says anew, and later than anything in `joined`, that these keys are there. */
export function keepAlive(
  mine: SyncState,
  joined: SyncState,
  keys: Map<string, LocalKey>,
  { now, device }: { now: number; device: string },
): SyncState {
  const records = new Map(mine.records)
  for (const [id, record] of joined.records)
    for (const tag of record.secrets.keys()) {
      if (keys.get(id)?.tag !== tag && keys.get(copyId(joined, id, tag))?.tag !== tag) continue
      const own = records.get(id) ?? emptyRecord()
      const later = clockAfter(
        now,
        device,
        ...record.secrets.values(),
        record.retired.get(tag),
        record.deletions.get(`#${tag}`),
      )
      records.set(id, { ...own, secrets: new Map(own.secrets).set(tag, later) })
    }
  return { ...mine, records }
}
