/** What screens see of the vault's list. The worker alone writes it, so it remembers what it wrote: session memory has the truth. */

import type { KeyRow } from '../../../protocol/published.ts'
import { type RowPatch, shortList, withNews } from '../../../protocol/row-patch.ts'
import type { Items, SessionItems } from '../../../protocol/storage-keys.ts'

export type RowBook = ReturnType<typeof createRowBook>

export function createRowBook(session: Items<SessionItems>) {
  let known: { rows: KeyRow[]; news: RowPatch } | undefined
  /** Nothing was written or read yet in this life of the worker. */
  let untouched = true

  /** Undefined while locked. */
  async function read(): Promise<KeyRow[] | undefined> {
    if (!untouched) return known?.rows
    const [rows, news = {}] = [await session.get('rows'), await session.get('rowNews')]
    if (untouched && rows) known = { rows: withNews(rows, news), news }
    untouched = false
    return known?.rows
  }
  async function replace(rows: KeyRow[]): Promise<void> {
    untouched = false
    known = { rows, news: {} }
    await session.set('rows', rows)
  }

  return {
    read,
    replace,
    async patch(changed: RowPatch): Promise<void> {
      const before = await read()
      if (!before || !known) return
      const rows = withNews(before, changed)
      const news = { ...known.news, ...changed }
      if (rows.length <= shortList || Object.keys(news).length > shortList) return replace(rows)
      known = { rows, news }
      await session.set('rowNews', news)
    },
    clear: async () => {
      untouched = false
      known = undefined
      await session.remove('rows', 'rowNews', 'rights')
    },
  }
}
