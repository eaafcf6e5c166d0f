/**
 * One sync run: the vault's own changes into the state, the other devices' states joined to it, what came of it into the vault, and
 * the state into this device's file. It may end anywhere: the next run finds what is left to do by comparing, not by a note of it.
 */
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import { join, prune } from '../../../vault/sync/join.ts'
import { keepAlive, type LocalVault, takeLocalChanges } from '../../../vault/sync/local-changes.ts'
import { showState } from '../../../vault/sync/shown.ts'
import { type SyncState, stateText } from '../../../vault/sync/state.ts'
import { changesFor, type VaultChanges } from '../../../vault/sync/vault-changes.ts'
import type { ApplyContext, Found, Look, SyncMemory, SyncPorts } from './ports.ts'

/** A device says once in so many ms that it is there, though nothing changed. */
const signOfLife = 12 * 3_600_000
const mostEvents = 50

export type SyncResult = {
  ok: true
  /** Files that could not be read, by what is the matter with them. */
  unreadable: Exclude<Found, { is: 'state' }>[]
  /** Devices whose file is older than one that was read before. */
  setBack: string[]
  /** Keys that would be deleted here, which wait for the person's word. */
  asks: string[]
  /** How many keys could not be taken in. */
  left: number
  /** Why this device's file could not be written. */
  notWritten?: Failure
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

  const board = await ports.carrier.read()
  if (isFailure(board)) return board
  const states = board.found.flatMap(each => (each.is === 'state' ? [each] : []))
  const joinAll = (own: SyncState) => prune(states.reduce((sum, { state }) => join(sum, state), own))
  let joined = joinAll(mine)
  let changes = changesFor(vault, joined)
  const asks = answer === 'delete' ? [] : tooMany(changes, vault.keys.size)
  if (asks.length > 0 && answer === 'keep') {
    const refused = new Map([...vault.keys].filter(([id]) => asks.includes(id)))
    mine = keepAlive(mine, joined, refused, at)
    joined = joinAll(mine)
    changes = changesFor(vault, joined)
  } else if (asks.length > 0) {
    // Nothing is taken in, so that nothing is concluded from it; what this device has is still told to the others.
    joined = mine
    changes = { add: new Map(), edit: new Map(), remove: [], drop: [] }
  }

  const handled = [...look.deleted]
  const left = await applyAll(ports, changes, { look, sealed: joined.sealed, handled })
  if (isFailure(left)) return left
  const state = withoutLeft(mine, joined, left)
  const setBack = states.filter(
    ({ device: of, sequence }) => sequence < (memory.heard.get(of)?.sequence ?? 0),
  )
  const news = states.filter(({ device: of, sequence }) => sequence > (memory.heard.get(of)?.sequence ?? 0))
  const next: SyncMemory = {
    ...memory,
    state,
    tags,
    handled: new Set(handled),
    heard: new Map(memory.heard),
    events: [...eventOf(changes, left, news, ports.now()), ...memory.events].slice(0, mostEvents),
  }
  for (const { device: of, name, sequence, at: when } of states)
    if (sequence >= (memory.heard.get(of)?.sequence ?? 0)) next.heard.set(of, { name, sequence, at: when })
  const notWritten = await push(ports, next, board.own)
  return {
    ok: true,
    unreadable: board.found.flatMap(each => (each.is === 'state' ? [] : [each])),
    setBack: setBack.map(({ name }) => name),
    asks: answer === undefined ? asks : [],
    left: left.size,
    ...(notWritten && { notWritten }),
  }
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

/** The keys that would be deleted, where they are so many that the person is asked first. */
const tooMany = ({ remove }: VaultChanges, keys: number): string[] =>
  remove.length >= 3 || remove.length > keys / 5 ? remove : []

/** What lets go of a secret comes last, and only when every key that may hold it instead is in the vault. */
async function applyAll(
  ports: SyncPorts,
  { add, edit, remove, drop }: VaultChanges,
  context: ApplyContext,
): Promise<Set<string> | Failure> {
  const [said, replaced] = [true, false].map(
    isSaid => new Map([...edit].filter(([, { secret }]) => secret !== isSaid)),
  )
  const first = await ports.vault.apply({ add, edit: said ?? new Map(), remove }, context)
  if (isFailure(first)) return first
  const last = [...(replaced?.keys() ?? []), ...drop]
  if (last.length === 0) return first
  if ([...add.keys()].some(id => first.has(id))) return new Set([...first, ...last])
  const second = await ports.vault.apply(
    { add: new Map(), edit: replaced ?? new Map(), remove: drop },
    { ...context, handled: [] },
  )
  return isFailure(second) ? second : new Set([...first, ...second])
}

/** What the vault did not take is not remembered as if it had: it would look like a change of this device the next time. */
function withoutLeft(mine: SyncState, joined: SyncState, left: ReadonlySet<string>): SyncState {
  if (left.size === 0) return joined
  const records = new Map(joined.records)
  for (const shown of [showState(mine), showState(joined)])
    for (const id of left)
      for (const record of [id, ...(shown.get(id)?.from ?? [])]) {
        const before = mine.records.get(record)
        if (before) records.set(record, before)
        else records.delete(record)
      }
  return prune({ records, sealed: new Map([...joined.sealed, ...mine.sealed]) })
}

function eventOf(
  { add, edit, remove }: VaultChanges,
  left: ReadonlySet<string>,
  states: { name: string }[],
  now: number,
) {
  const count = (ids: Iterable<string>) => [...ids].filter(id => !left.has(id)).length
  const [added, changed, removed] = [count(add.keys()), count(edit.keys()), count(remove)]
  if (added + changed + removed === 0) return []
  return [{ at: now, from: states.map(({ name }) => name), added, changed, removed }]
}

/** Remembers, then writes this device's file, when it does not say the same already. */
async function push(
  ports: SyncPorts,
  next: SyncMemory,
  own: number | undefined,
): Promise<Failure | undefined> {
  const text = stateText(next.state)
  const now = ports.now()
  const isNew = text !== next.pushed || own !== next.sequence
  if (!isNew && Math.abs(now - next.pushedAt) < signOfLife) {
    await ports.memory.write(next)
    return undefined
  }
  const sequence = Math.max(next.sequence, own ?? 0) + 1
  await ports.memory.write({ ...next, sequence })
  const failed = await ports.carrier.write({ sequence, at: now, state: next.state })
  if (!failed) await ports.memory.write({ ...next, sequence, pushed: text, pushedAt: now })
  return failed
}
