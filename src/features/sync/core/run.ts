/**
 * One sync run: the vault's own changes into the state, the other devices' states joined to it, what came of it into the vault, and
 * the state into this device's file, on each carrier. It may end anywhere: the next run finds what is left to do by comparing, not by a note of it.
 */
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import { type Shown, showState } from '../../../vault/sync/expected-keys.ts'
import { join, prune } from '../../../vault/sync/join.ts'
import { keepAlive, type LocalVault, takeLocalChanges } from '../../../vault/sync/local-changes.ts'
import { type SyncState, stateText } from '../../../vault/sync/state.ts'
import { changesFor, noChanges, type VaultChanges } from '../../../vault/sync/vault-changes.ts'
import { closedRecords, type NotTaken, notTakenOf } from './not-taken.ts'
import type { ApplyContext, Board, Carrier, Found, Look, SyncMemory, SyncPorts } from './ports.ts'
import { offeredTexts, withTexts } from './sealed-texts.ts'

/** A device says once in so many ms that it is there, though nothing changed. */
const signOfLife = 12 * 3_600_000
const mostEvents = 50
/** A number that somebody forged must leave room for many more. */
const mostNumber = 2 ** 52

export type SyncResult = {
  ok: true
  /** Files that could not be read, by what is the matter with them. */
  unreadable: (Exclude<Found, { is: 'state' }> & { carrier: Carrier['kind'] })[]
  /** Devices whose newest file is older than one that was read before. */
  setBack: string[]
  /** Keys that would be deleted here, or lose their secret, which wait for the person's word. */
  asks: string[]
  /** How many keys could not be taken in, and which. */
  left: number
  notTaken: NotTaken[]
  /** Carriers that could not be read or written, and why. The others were. */
  failures: Failure[]
  /** Something of this device waits to be written by a later run. */
  isWaiting: boolean
}
/** What the person answers to a run that asks. */
export type Answer = 'delete' | 'keep'

export async function runSync(ports: SyncPorts, answer?: Answer): Promise<SyncResult | Failure> {
  const { device } = ports
  const memory = await ports.memory.read()
  const look = await ports.vault.look()
  if (isFailure(look)) return look
  const read = await readLocal(ports, memory, look)
  if (isFailure(read)) return read
  const { vault, tags } = read
  const at = { now: ports.now(), device }
  let mine = prune(takeLocalChanges(memory.state, vault, at))

  const boards: { carrier: Carrier; board: Board }[] = []
  const failures: Failure[] = []
  for (const carrier of ports.carriers) {
    const board = await carrier.read(memory.sequence)
    if (isFailure(board)) failures.push(board)
    else boards.push({ carrier, board })
  }
  const [failed] = failures
  if (failed && boards.length === 0) return failed
  const states = boards.flatMap(({ board }) => board.found.filter(each => each.is === 'state'))
  const others = [...states, ...boards.flatMap(({ board }) => board.former ?? [])].map(({ state }) => state)
  const offered = offeredTexts(others, mine.sealed)
  const opened = await ports.vault.openTexts(offered)
  if (isFailure(opened)) return opened
  const texts = new Map([...opened, ...mine.sealed])
  const joinAll = (own: SyncState) => withTexts(prune(others.reduce(join, own)), texts)
  let joined = joinAll(mine)
  let changes = changesFor(vault, joined)
  const asks = answer === 'delete' ? [] : tooMany(changes, vault, joined)
  if (asks.length > 0 && answer === 'keep') {
    const notDeleted = new Map([...vault.keys].filter(([id]) => asks.includes(id)))
    mine = keepAlive(mine, joined, notDeleted, at)
    joined = joinAll(mine)
    changes = changesFor(vault, joined)
  } else if (asks.length > 0) {
    // Nothing is taken in, so that nothing is concluded from it; what this device has is still told to the others.
    joined = mine
    changes = noChanges()
  }

  // Only what the stored memory knows: if the page ends before it is written, the vault still names the others.
  const handled = [...look.deleted].filter(id => memory.handled.has(id))
  const latest = latestOf(states)
  const news = latest.filter(({ device: of, sequence }) => sequence > (memory.heard.get(of)?.sequence ?? 0))
  const from = news.map(({ name }) => name)
  const refused = await applyAll(ports, vault, changes, { look, sealed: joined.sealed, handled, from })
  if (isFailure(refused)) return refused
  const closed = closedRecords(joined, offered)
  // Of a record that this device knows itself, what others say counts all the same: else a forged text would keep the rest from it.
  const unknown = [...closed].flatMap(([id, { isWhole }]) => (isWhole && !mine.records.has(id) ? [id] : []))
  const state = withoutRefused(mine, joined, new Set([...refused, ...unknown]))
  const setBack = latest.filter(
    ({ device: of, sequence }) => sequence < (memory.heard.get(of)?.sequence ?? 0),
  )
  const next: SyncMemory = {
    ...memory,
    state,
    tags,
    // One that is there again is deleted anew if it is deleted once more.
    handled: new Set([...look.deleted].filter(id => !changes.add.has(id) || refused.has(id))),
    heard: new Map(memory.heard),
    events: [...eventOf(changes, refused, from, ports.now()), ...memory.events].slice(0, mostEvents),
  }
  for (const { device: of, name, sequence, at: when } of latest)
    if (sequence >= (memory.heard.get(of)?.sequence ?? 0)) next.heard.set(of, { name, sequence, at: when })
  const written = await push(ports, next, boards)
  return {
    ok: true,
    unreadable: boards.flatMap(({ carrier, board }) =>
      board.found.flatMap(each => (each.is === 'state' ? [] : [{ ...each, carrier: carrier.kind }])),
    ),
    setBack: setBack.map(({ name }) => name),
    asks: answer === undefined ? asks : [],
    left: refused.size + closed.size,
    notTaken: notTakenOf(refused, closed, joined, look, states),
    failures: [...failures, ...written.filter(each => each !== 'later')],
    isWaiting: written.includes('later'),
  }
}

/** Of each device the newest file: one carrier may lag behind another. */
function latestOf<F extends { device: string; sequence: number }>(files: F[]): F[] {
  const latest = new Map<string, F>()
  for (const file of files)
    if (file.sequence > (latest.get(file.device)?.sequence ?? -1)) latest.set(file.device, file)
  return [...latest.values()]
}

/** The vault as it is compared with the state: each secret by its tag. */
async function readLocal(ports: SyncPorts, memory: SyncMemory, look: Look) {
  const tags = new Map<string, { stamp: string; tag: string }>()
  const unknown: string[] = []
  for (const [id, { secret }] of look.keys) {
    const known = memory.tags.get(id)
    if (known?.stamp === secret && memory.state.sealed.has(known.tag)) tags.set(id, known)
    else unknown.push(id)
  }
  const made = unknown.length > 0 ? await ports.vault.sealSecrets(unknown) : new Map()
  if (isFailure(made)) return made
  const vault: LocalVault = {
    keys: new Map(),
    unsure: new Set(look.unsure),
    deleted: new Set([...look.deleted].filter(id => !memory.handled.has(id))),
    sealed: new Map(),
  }
  for (const [id, { secret, fields }] of look.keys) {
    const fresh = made.get(id)
    if (fresh) {
      tags.set(id, { stamp: secret, tag: fresh.tag })
      vault.sealed.set(fresh.tag, fresh.sealed)
    }
    const tag = tags.get(id)?.tag
    if (tag === undefined) vault.unsure.add(id)
    else vault.keys.set(id, { fields, tag })
  }
  return { vault, tags }
}

/**
 * The keys that this vault would hold no more as they are, where they are so many that the person is asked first: deleted, with another
 * secret, whether or not the one before lives on as a copy, or with another key under their name.
 */
function tooMany({ edit, remove }: VaultChanges, { keys }: LocalVault, joined: SyncState): string[] {
  const replaced = [...edit].flatMap(([id, { secret }]) => (secret ? id : []))
  const lost = [...new Set([...remove, ...replaced, ...namesTaken(keys, showState(joined))])]
  return lost.length >= 3 || lost.length > keys.size / 5 ? lost : []
}

/** Keys that no key with their secret is to be called by their name any more, and one with another secret is that was not. */
function namesTaken(keys: LocalVault['keys'], shown: ReadonlyMap<string, Shown>): string[] {
  const called = (each: Pick<Shown, 'tag' | 'fields'>) => JSON.stringify([each.tag, each.fields.get('label')])
  const [before, after] = [new Set([...keys.values()].map(called)), new Set([...shown.values()].map(called))]
  const newNames = new Set(
    [...shown.values()].filter(each => !before.has(called(each))).map(({ fields }) => fields.get('label')),
  )
  return [...keys].flatMap(([id, key]) =>
    !after.has(called(key)) && newNames.has(key.fields.get('label')) ? id : [],
  )
}

/**
 * What lets go of a secret comes last, and only when each key that is to hold it instead is in the vault: a key may take the secret that
 * another one lets go of, and may itself be left as it is.
 */
async function applyAll(
  { vault: { apply } }: SyncPorts,
  { keys }: LocalVault,
  { add, edit, remove, drop }: VaultChanges,
  context: ApplyContext,
): Promise<Set<string> | Failure> {
  const replaced = new Map([...edit].filter(([, { secret }]) => secret))
  const sameSecret = new Map([...edit].filter(([, { secret }]) => !secret))
  const first = await apply({ ...noChanges(), add, edit: sameSecret, remove }, context)
  if (isFailure(first)) return first
  const refused = new Set(first)
  const missing = new Set([...add].flatMap(([id, { tag }]) => (first.has(id) ? tag : [])))
  const leave = (id: string) => {
    refused.add(id)
    const wanted = replaced.get(id)
    if (wanted) missing.add(wanted.tag)
  }
  const letsGoOf = (id: string) => keys.get(id)?.tag ?? ''
  let waiting = [...replaced.keys(), ...drop.keys()]
  while (waiting.length > 0) {
    const heldUp = waiting.filter(id => missing.has(letsGoOf(id)))
    heldUp.forEach(leave)
    waiting = waiting.filter(id => !refused.has(id))
    if (heldUp.length > 0) continue
    const awaited = new Set(waiting.map(id => replaced.get(id)?.tag))
    const free = waiting.filter(id => !awaited.has(letsGoOf(id)))
    // Keys that exchange their secrets are changed together.
    const now = free.length > 0 ? free : waiting
    const more = await apply(
      {
        ...noChanges(),
        edit: new Map([...replaced].filter(([id]) => now.includes(id))),
        drop: new Map([...drop].filter(([id]) => now.includes(id))),
      },
      { ...context, handled: [] },
    )
    if (isFailure(more)) return more
    more.forEach(leave)
    waiting = waiting.filter(id => !now.includes(id))
  }
  return refused
}

/** What the vault did not take is not remembered as if it had: it would look like a change of this device the next time. */
function withoutRefused(mine: SyncState, joined: SyncState, refused: ReadonlySet<string>): SyncState {
  if (refused.size === 0) return joined
  const records = new Map(joined.records)
  for (const shown of [showState(mine), showState(joined)])
    for (const id of refused)
      for (const record of [id, ...(shown.get(id)?.from.keys() ?? [])]) {
        const before = mine.records.get(record)
        if (before) records.set(record, before)
        else records.delete(record)
      }
  return prune({ records, sealed: new Map([...joined.sealed, ...mine.sealed]) })
}

function eventOf(
  { add, edit, remove, drop }: VaultChanges,
  refused: ReadonlySet<string>,
  from: string[],
  now: number,
) {
  const count = (ids: Iterable<string>) => [...ids].filter(id => !refused.has(id)).length
  const [added, changed, removed] = [count(add.keys()), count(edit.keys()), count(remove)]
  const merged = count(drop.keys())
  if (added + changed + removed + merged === 0) return []
  return [{ at: now, from, added, changed, removed, merged }]
}

/** Remembers, then writes this device's file wherever it does not stand as it is now. */
async function push(
  ports: SyncPorts,
  next: SyncMemory,
  boards: { carrier: Carrier; board: Board }[],
): Promise<(Failure | 'later')[]> {
  const text = stateText(next.state)
  const at = ports.now()
  const seen = boards.map(({ board }) => board.own ?? board.former?.sequence ?? 0)
  const highest = Math.max(next.sequence, ...seen.filter(number => number <= mostNumber))
  // A number that this device never gave, and all that it would write under the next one: another computer works with a copy of its disk.
  // Were that written again, each of the two would answer the other for ever.
  const isThere =
    highest > next.sequence &&
    boards.some(({ board }) => board.own === highest && board.isUpToDate?.(next.state))
  const isNew =
    Math.abs(at - next.pushedAt) >= signOfLife ||
    boards.some(({ board }) => board.hasNews) ||
    (!isThere && (text !== next.pushed || highest !== next.sequence))
  const sequence = isNew ? highest + 1 : highest
  // A number stands for one state: it is remembered before anything is written under it.
  await ports.memory.write(isNew || isThere ? { ...next, sequence, pushed: text, pushedAt: at } : next)
  const unwritten: (Failure | 'later')[] = []
  for (const { carrier, board } of boards) {
    if (board.own === sequence && (board.isUpToDate?.(next.state) ?? true)) continue
    const failed = await carrier.write({ sequence, at, state: next.state })
    if (failed) unwritten.push(failed)
  }
  return unwritten
}
