/**
 * What goes on being checked after the lock, when its owner chose so: whole records in session memory; and, when that was chosen too,
 * sealed for this browser, for the time before the first unlock. Its changes come one after the other.
 */
import { createSerialQueue } from '../../../platform/serial-queue.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import type { OpenVault, RecordAbout } from '../../../vault/index.ts'
import { notices } from '../../../vault/notices.ts'
import type { VaultPorts } from './ports.ts'
import type { ProtectedSettingsService } from './protected-settings.ts'
import type { RowBook } from './published-rows.ts'
import { createSealedWatch, withoutRevoked } from './sealed-watch.ts'

export type WatchList = ReturnType<typeof createWatchList>

export function createWatchList(
  { session, sealedWatch }: VaultPorts,
  settings: ProtectedSettingsService,
  book: RowBook,
) {
  const inOrder = createSerialQueue()
  /** The last change could not be followed: what was to go may be there still. */
  let isBehind = false
  const sealed = createSealedWatch(sealedWatch)

  async function forget(): Promise<void> {
    await session.remove('watched', 'watchedIsUnproven')
    await sealed.clear()
  }

  /** Is what was sealed what the vault says? It counts only until the vault is open. */
  async function review(vault: OpenVault): Promise<boolean> {
    for (const { id, secret, provider, baseUrl } of (await session.get('watched')) ?? []) {
      if (!secret) continue
      const is = await vault.get(id).catch(() => undefined)
      if (is && (is.secret !== secret || is.provider !== provider || is.baseUrl !== baseUrl)) return false
    }
    return true
  }

  /** @param isAnew the time before failed, so nobody knows what is sealed */
  async function update(
    vault: OpenVault,
    ids: string[] | undefined,
    open: () => boolean,
    isAnew = false,
  ): Promise<void> {
    const { watchWhileLocked, watchFromStart } = await settings.inForce()
    if (!watchWhileLocked) return forget()
    const isUnproven = await session.get('watchedIsUnproven')
    const before = isUnproven ? undefined : await session.get('watched')
    const known = ids && before?.filter(({ id, secret }) => secret && !ids.includes(id))
    const kept = new Map(known?.map(each => [each.id, each]))
    // A lock that is under way has emptied the shown list; the vault is open until this is done.
    const rows = (await book.read()) ?? (await vault.list())
    const wanted = rows.filter(row => row.checkEveryMinutes !== 0 && !isKeptOnly(row))
    const whole = await Promise.all(
      wanted.map(({ id }) => kept.get(id) ?? vault.get(id).catch(() => undefined)),
    )
    if (!open()) return
    const records = whole.filter(record => record !== undefined).map(withoutRevoked)
    await session.set('watched', records)
    if (isUnproven) await session.remove('watchedIsUnproven')
    await (watchFromStart ? sealed.keep(records, isAnew ? undefined : before) : sealed.clear())
  }

  /** Takes up what was sealed. Is anything watched by it now? */
  async function resume(): Promise<boolean> {
    if (!(await settings.inForce()).watchFromStart) {
      // What cannot be let go of now is at the worker's next start.
      await sealed.clear().catch(() => undefined)
      return false
    }
    if (await session.get('watched')) return false
    const nothing = { key: undefined, records: [], isWhole: false }
    const { key, records, isWhole } = await sealed.read().catch(() => nothing)
    if (!isWhole) await settings.tell([notices.watchedLost])
    if (!key) return false
    await session.set('watchedIsUnproven', true)
    await session.set('watched', records)
    return true
  }

  return {
    /** All that was changed so far is followed, or false where that failed. */
    settled: () => inOrder(async () => !isBehind),
    forget: () => inOrder(forget),
    /**
     * After a change of these records, or of any. Whoever saves need not wait for it.
     * @param open is the vault? A list read from one that closed meanwhile would be empty
     */
    follow(vault: OpenVault, ids: string[] | undefined, open: () => boolean): void {
      const followed = inOrder(async () => {
        const wasBehind = isBehind
        isBehind = true
        await update(vault, wasBehind ? undefined : ids, open, wasBehind)
        isBehind = false
      })
      void followed.catch(() => undefined)
    },
    /** A check told something of this key, with the vault open or not. */
    note(id: string, about: Partial<RecordAbout>): void {
      const noted = inOrder(async () => {
        if ((await settings.inForce()).watchFromStart) await sealed.note(id, about)
      })
      void noted.catch(() => undefined)
    },
    /** At the lock: they go on from what was seen last. */
    async refresh(): Promise<void> {
      const [kept, rows] = [await session.get('watched'), await book.read()]
      if (!kept || !rows) return
      const latest = new Map(rows.map(row => [row.id, row]))
      await session.set(
        'watched',
        kept.map(each => ({ ...each, ...latest.get(each.id) })),
      )
    },
    /** Locked since the browser began. `isLocked` is asked when it is this one's turn. */
    resume: (isLocked: () => Promise<boolean>) => inOrder(async () => (await isLocked()) && resume()),
    /** After an unlock, before anything that came in meanwhile is believed. */
    review: (vault: OpenVault, open: () => boolean) =>
      inOrder(async () => {
        if (!(await session.get('watchedIsUnproven'))) return
        if (!(await review(vault))) {
          await settings.tell([notices.watched])
          await vault.notes(async () => undefined)
        }
        // Who unlocks need not suffer from it; the next change tries again.
        await update(vault, undefined, open).catch(() => undefined)
      }),
  }
}
