/** What goes on being checked after the lock, when its owner chose so: whole records, in session memory only. */
import type { Items, ProtectedSettings, SessionItems } from '../../../protocol/storage-keys.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import type { OpenVault } from '../../../vault/index.ts'
import type { RowBook } from './published-rows.ts'

export function createWatchList(
  session: Items<SessionItems>,
  settings: { inForce(): Promise<ProtectedSettings> },
  book: RowBook,
) {
  return {
    /** After a change of these records, or of any. `open`: a list read from a vault that closed meanwhile would be empty. */
    async update(vault: OpenVault, ids: string[] | undefined, open: () => boolean): Promise<void> {
      if (!(await settings.inForce()).watchWhileLocked) return session.remove('watched')
      const known = ids && (await session.get('watched'))
      const kept = new Map(known?.filter(({ id }) => !ids?.includes(id)).map(each => [each.id, each]))
      const wanted = ((await book.read()) ?? []).filter(
        row => row.checkEveryMinutes !== 0 && !isKeptOnly(row),
      )
      const whole = await Promise.all(
        wanted.map(({ id }) => kept.get(id) ?? vault.get(id).catch(() => undefined)),
      )
      if (!open()) return
      await session.set(
        'watched',
        whole.filter(record => record !== undefined),
      )
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
  }
}
