/**
 * Carries devices' files through the browser's sync area: a small notice board that forgets. What the vault holds is the truth; an item
 * that is missing says nothing and is written again. Since room is short, a device writes only what the files of devices before it (by
 * name) do not say: together they hold each key about once. Where even that finds no room, it writes what nobody's file says: a device
 * after it that has filled the area has no reason to make room.
 */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail, isFailure } from '../../../protocol/failure.ts'
import { join } from '../../../vault/sync/join.ts'
import { missingFrom } from '../../../vault/sync/missing.ts'
import { emptyState, type SyncState, stateText } from '../../../vault/sync/state.ts'
import { bytesIn, cutIntoItems, filesIn, type Items, limits, namesOf } from './browser-items.ts'
import type { Carrier, Found, OwnFile } from './ports.ts'

/** `chrome.storage.sync`. */
export type SyncArea = {
  get(): Promise<Items>
  /** All or none. Throws what the browser says against it. */
  set(items: Record<string, string>): Promise<void>
  remove(names: string[]): Promise<void>
}
export type BrowserPorts = {
  area: SyncArea
  device: string
  now(): number
  /** When this device wrote there last, ms since the epoch. */
  writtenAt(): number | undefined
  noteWriting(at: number): Promise<unknown>
  /** Of each file, by the device that its name names. A failure when nobody looked at them. */
  open(files: Map<string, string>): Promise<Found[] | Failure>
  /** Is this device's own file, of this text, as it would be written now but for what is sealed in it? `given`: as for `Carrier.read`. */
  isCurrent(text: string, given: number): Promise<boolean>
  hasNews(): boolean
  seal(file: OwnFile): Promise<{ text: string; mark: string } | Failure>
}

/** Chromium takes 1,800 writes an hour and 120 a minute; each also wakes every other computer. In ms. */
const pause = 30_000

const silent = fail(
  'storage_failed',
  t('The browser did not give Keyway its sync area. Your keys stay on this computer; sync goes on later.'),
)
const full = fail(
  'storage_full',
  t(
    'Browser sync is full. The keys on this computer stay, and new changes do not leave it. Sync through a folder: that has room.',
  ),
)

export function createBrowserCarrier(ports: BrowserPorts): Carrier {
  const { area, device } = ports
  /** What the files of devices before this one say, and of all others. */
  let [before, others] = [emptyState(), emptyState()]
  /** What may stand in this device's file: what it wants to write, and what it has to. */
  const partsOf = (state: SyncState) => [missingFrom(before, state), missingFrom(others, state)]
  return {
    kind: 'browser',
    async read(given) {
      const items = await area.get().catch(() => undefined)
      if (!items) return silent
      const files = filesIn(items)
      const ownText = files.get(device)
      const opened = await ports.open(new Map(ownText === undefined ? [] : [[device, ownText]]))
      if (isFailure(opened)) return opened
      const [own] = opened
      const isOwn = (each: Found | undefined) => each?.is === 'state' && each.device === device
      files.delete(device)
      const read = await ports.open(files)
      if (isFailure(read)) return read
      const found = read.filter(each => !isOwn(each))
      const states = found.filter(each => each.is === 'state')
      before = joinAll(states.filter(each => each.device < device))
      others = joinAll(states)
      const ownState = own?.is === 'state' && isOwn(own) ? own.state : undefined
      const isCurrent = ownState !== undefined && (await ports.isCurrent(ownText ?? '', given))
      return {
        found,
        own: own?.is === 'state' && isCurrent ? own.sequence : undefined,
        former: own?.is === 'state' && ownState ? own : undefined,
        hasNews: ports.hasNews(),
        isUpToDate: state =>
          ownState !== undefined && partsOf(state).some(part => stateText(part) === stateText(ownState)),
      }
    },
    async write({ sequence, at, state }) {
      const since = ports.now() - (ports.writtenAt() ?? -pause)
      // Below zero: the clock was set back.
      if (since >= 0 && since < pause) return 'later'
      for (const part of partsOf(state)) {
        const sealed = await ports.seal({ sequence, at, state: part })
        if (isFailure(sealed)) return sealed
        const failed = await writeItems(ports, cutIntoItems(device, sealed.mark, sealed.text))
        if (failed !== full) return failed
      }
      return full
    },
  }
}

const joinAll = (files: { state: SyncState }[]): SyncState =>
  files.reduce((sum, { state }) => join(sum, state), emptyState())

async function writeItems(
  { area, device, noteWriting, now }: BrowserPorts,
  items: Record<string, string>,
): Promise<Failure | undefined> {
  try {
    const there = await area.get()
    const stale = namesOf(there, device)
    const others = Object.fromEntries(Object.entries(there).filter(([name]) => !stale.includes(name)))
    if (!fits({ ...others, ...items })) return full
    await noteWriting(now())
    // What comes in from other devices is not held to the limit: beyond it every write fails, also one that makes room.
    const isOver = !fits({ ...there, ...items })
    if (isOver) await area.remove(stale)
    await area.set(items)
    const left = stale.filter(name => !Object.hasOwn(items, name))
    if (!isOver && left.length > 0) await area.remove(left)
    return undefined
  } catch {
    return silent
  }
}

const fits = (items: Items): boolean =>
  bytesIn(items) <= limits.bytes && Object.keys(items).length <= limits.items
