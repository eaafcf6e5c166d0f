/**
 * The activity as the vault keeps it: the newest entries in one sealed item, older ones in items of their own, so that noting one seals
 * little. What is done while the vault is locked waits in session memory, and is lost if the browser is closed before the next unlock.
 */
import { createSerialQueue } from '../../../platform/serial-queue.ts'
import type { Reply } from '../../../protocol/failure.ts'
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import type { Items, SessionItems } from '../../../protocol/storage-keys.ts'
import type { OpenVault } from '../../../vault/index.ts'
import { type ActivityEntry, dayLength, stillKept } from '../core/activity.ts'

export type ActivityPorts = {
  now(): number
  session: Items<SessionItems>
  /** Does not count as use of the vault. */
  withVault<T>(work: (vault: OpenVault) => Promise<T>): Promise<T | Failure>
  labelOf(id: string): Promise<string | undefined>
  /** How far this computer's clock is ahead of a provider's, in ms; undefined: none told it in the last day, by this clock. */
  clockAhead(): Promise<number | undefined>
}
export type ActivityLog = ReturnType<typeof createActivityLog>

/** `first` to `next - 1`: the items that hold older entries. `at`: the time by which the last of them were judged to be over. */
type Book = { days: number; first: number; next: number; entries: ActivityEntry[]; at?: number }

const newBook: Book = { days: 90, first: 0, next: 0, entries: [] }
const mostInItem = 200
const mostItems = 50
const mostWaiting = 100
const itemName = (number: number) => `activity.${number}`

export function createActivityLog(ports: ActivityPorts) {
  const inOrder = createSerialQueue()

  // Only this vault can have sealed them.
  const bookOf = async (vault: OpenVault) => ((await vault.kept('activity')) as Book | undefined) ?? newBook
  const itemOf = async (vault: OpenVault, number: number) =>
    ((await vault.kept(itemName(number))) as ActivityEntry[] | undefined) ?? []

  /** By a provider's clock. Until one tells it, each entry takes a day on at most: this computer's may have jumped ahead, and deletes nothing then. */
  async function timeOf({ at, entries }: Book): Promise<number> {
    const now = ports.now()
    const ahead = await ports.clockAhead()
    const most = (at ?? entries.at(-1)?.at ?? now) + dayLength
    return Math.min(now, ahead === undefined ? most : now - ahead)
  }

  /** Without what is older than it is kept for. */
  async function withoutOld(vault: OpenVault, book: Book, at: number): Promise<Book> {
    let { first } = book
    for (; first < book.next; first++) {
      const isOver = stillKept(await itemOf(vault, first), book.days, at).length === 0
      if (!isOver && book.next - first <= mostItems) break
      await vault.keep(itemName(first), null)
    }
    return { ...book, first, at, entries: stillKept(book.entries, book.days, at) }
  }

  async function append(vault: OpenVault, entries: ActivityEntry[]): Promise<void> {
    const book = await bookOf(vault)
    if (book.days === 0) return
    let next: Book = { ...book, entries: [...book.entries, ...entries] }
    if (next.entries.length > mostInItem) {
      await vault.keep(itemName(next.next), next.entries)
      next = { ...next, next: next.next + 1, entries: [] }
    }
    await vault.keep('activity', await withoutOld(vault, next, await timeOf(book)))
  }

  const note = (entry: Omit<ActivityEntry, 'at'>): Promise<void> => {
    const whole = { at: ports.now(), ...entry }
    return inOrder(async () => {
      const done = await ports.withVault(vault => append(vault, [whole]))
      if (!isFailure(done)) return
      const waiting = (await ports.session.get('activityWaiting')) ?? []
      await ports.session.set('activityWaiting', [...waiting, whole].slice(-mostWaiting))
    })
  }

  return {
    note,
    labelOf: ports.labelOf,
    /** What waited goes into the vault that is open now. */
    unlocked: (): Promise<void> =>
      inOrder(async () => {
        const waiting = (await ports.session.get('activityWaiting')) ?? []
        if (waiting.length === 0) return
        const done = await ports.withVault(vault => append(vault, waiting))
        if (!isFailure(done)) await ports.session.remove('activityWaiting')
      }),
    read: (): Promise<Reply<{ entries: ActivityEntry[]; days: number }>> =>
      inOrder(async () => {
        const read = await ports.withVault(async vault => {
          const book = await bookOf(vault)
          const entries: ActivityEntry[] = []
          for (let number = book.first; number < book.next; number++)
            entries.push(...(await itemOf(vault, number)))
          entries.push(...book.entries)
          const kept = stillKept(entries, book.days, await timeOf(book))
          // What came in one millisecond keeps its order.
          return { ok: true as const, entries: kept.reverse().sort((a, b) => b.at - a.at), days: book.days }
        })
        return read
      }),
    /** 0: nothing is noted, and what was is removed. */
    keepFor: (days: number): Promise<Reply> =>
      inOrder(() =>
        ports.withVault(async vault => {
          await vault.keep(
            'activity',
            await withoutOld(vault, { ...(await bookOf(vault)), days }, ports.now()),
          )
          return { ok: true as const }
        }),
      ),
  }
}
