/** Finds what was changed in the vault since the last sync, by comparing it with what the state says it should hold. */

import { copyId, isOnThisComputer, type Shown, showState } from './expected-keys.ts'
import { currentTags, isSeenName, seenName } from './join.ts'
import {
  type Clock,
  compareClocks,
  emptyRecord,
  isLater,
  type SyncRecord,
  type SyncState,
  type Value,
} from './state.ts'
import { isOwnWord } from './synced-fields.ts'

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
  Math.max(now, ...before.flatMap(clock => (clock ? [clock[0] + 1] : []))),
  device,
]

export const isSameValue = (one: Value | undefined, other: Value | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Names of fields of which a key says one thing and a state another, but for what is each computer's own word. */
export function differentFields(local: Map<string, Value>, wanted: Map<string, Value>): string[] {
  const isLocal = isOnThisComputer(local)
  return [...new Set([...local.keys(), ...wanted.keys()])].filter(
    name =>
      !isOwnWord(name, isLocal, local.get(name), wanted.get(name)) &&
      !isSameValue(local.get(name), wanted.get(name)),
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
  /**
   * What is said already is not said anew: the vault may hold a key that nothing shows, since another one stands for it that it cannot take
   * now. A later clock with each run would wake every other device, for ever.
   */
  const say = (id: string, name: string, value: Value) => {
    const { fields, deletions } = records.get(id) ?? emptyRecord()
    const [said, deletion] = [fields.get(name), deletions.get(name)]
    if (said && isSameValue(said.value, value) && isLater(said.clock, deletion)) return
    const seen = [...deletions].flatMap(([of, clock]) => (isSeenName(of) ? [clock] : []))
    change(id).fields.set(name, { value, clock: clockAfter(now, device, said?.clock, deletion, ...seen) })
  }
  const hold = (id: string, tag: string) => {
    const { secrets, retired, deletions } = records.get(id) ?? emptyRecord()
    // The copy that others may have made of it speaks for itself, and may have been deleted.
    const copy = records.get(copyId(state, id, tag))
    const removals = [retired.get(tag), deletions.get(`#${tag}`), copy?.deletions.get(`#${tag}`)]
    if (removals.every(clock => isLater(secrets.get(tag), clock))) return
    change(id).secrets.set(tag, clockAfter(now, device, ...secrets.values(), ...removals))
  }
  /** Under which id the vault would hold a secret of a record by itself. */
  const nameOf = (record: string, prefix: string, tag: string) =>
    prefix === '' ? record : copyId(state, record, tag)
  /**
   * Everything that was seen of it until now; of a record that holds another secret as well, only this one. Not what the vault still holds
   * under another name.
   */
  const remove = ({ from, tag }: Shown) => {
    for (const [id, prefix] of from) {
      if (vault.keys.get(nameOf(id, prefix, tag))?.tag === tag) continue
      const record = change(id)
      const clock = record.secrets.get(tag)
      if (clock && currentTags(record).some(each => each !== tag)) removeSecret(record, tag, clock)
      else cover(record)
    }
  }

  for (const [id, { fields, tag }] of vault.keys) {
    const shown = expected.get(id)
    if (!shown) {
      for (const [name, value] of fields)
        if (!(name === 'checkEveryMinutes' && value === 0)) say(id, name, value)
      hold(id, tag)
      continue
    }
    const [own = id] = shown.from.keys()
    // Of all records that the key stands for: it stays one key when it moves to another provider, and what is taken away stays away. Not
    // of one of which the vault holds a key beside it, which speaks for itself: the two would contradict each other for ever.
    const of = [...shown.from].filter(([record, prefix]) => {
      const name = nameOf(record, prefix, shown.tag)
      return name === id || !vault.keys.has(name)
    })
    // Taken by nobody today; an earlier Keyway takes no key without it.
    const isKnown = fields.get('providerConfirmed') && !shown.fields.get('providerConfirmed')
    for (const name of [...differentFields(fields, shown.fields), ...(isKnown ? ['providerConfirmed'] : [])])
      for (const [record, prefix] of of) say(record, prefix + name, fields.get(name) ?? null)
    // Whoever put another secret under the id may never have seen the first: it stays, beside the new one.
    if (![...expected.values()].some(each => each.tag === tag && each.from.has(own))) hold(own, tag)
  }
  for (const id of vault.deleted) {
    const shown = expected.get(id)
    if (shown && !vault.keys.has(id)) remove(shown)
  }
  return { records, sealed: new Map([...vault.sealed, ...state.sealed]) }
}

/** Deletes one secret of a record, as it was seen until now. */
function removeSecret({ fields, retired, deletions }: SyncRecord, tag: string, clock: Clock): void {
  retired.set(tag, clock)
  const [latest] = [...fields.values()]
    .map(field => field.clock)
    .sort((one, other) => compareClocks(other, one))
  if (latest) deletions.set(seenName(tag), latest)
}

/** Deletes a record: everything that was seen of it until now. */
function cover({ fields, secrets, deletions }: SyncRecord): void {
  const over = (name: string, clock: Clock) => {
    if (isLater(clock, deletions.get(name))) deletions.set(name, clock)
  }
  for (const [name, { clock }] of fields) over(name, clock)
  for (const [tag, clock] of secrets) over(`#${tag}`, clock)
}

/** For deletions and replacements that the person refuses: `mine`, which says anew, and later than anything in `joined`, that these keys are there, by their names. */
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
      const fields = new Map(own.fields)
      const key = keys.get(id)
      const label = key?.tag === tag ? key.fields.get('label') : undefined
      if (label !== undefined && !isSameValue(record.fields.get('label')?.value, label)) {
        const clock = clockAfter(
          now,
          device,
          record.fields.get('label')?.clock,
          record.deletions.get('label'),
        )
        fields.set('label', { value: label, clock })
      }
      records.set(id, { ...own, fields, secrets: new Map(own.secrets).set(tag, later) })
    }
  return { ...mine, records }
}
