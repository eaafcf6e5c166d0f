/** A long list is published once and then only what changes of it, so that one save does not move thousands of rows. Pure. */
import type { KeyRow } from './published.ts'

/** Newer than the list beside it: record id -> its row, or null when it is gone. */
export type RowPatch = Record<string, KeyRow | null>

/** Up to so many rows (or so many news) the list is simply written anew. */
export const shortList = 64

/** The list with the news in it, oldest key first. Rows that did not change stay the same objects. */
export function withNews(rows: KeyRow[], news: RowPatch | undefined): KeyRow[] {
  const left = new Map(Object.entries(news ?? {}))
  if (left.size === 0) return rows
  const next = rows.flatMap(row => {
    const newer = left.get(row.id)
    if (newer === undefined) return [row]
    left.delete(row.id)
    return newer ?? []
  })
  const added = [...left.values()].filter(row => row !== null)
  return added.length === 0 ? next : [...next, ...added].sort((a, b) => a.createdAt - b.createdAt)
}
