/** Which keys are shown, and in what order. Pure. */
import type { KeyRow } from '../../../protocol/published.ts'
import { face, order, type Tone } from '../../health/core/present-status.ts'

export type Filter = { text: string; environment: string; tone: Tone | '' }
export const noFilter: Filter = { text: '', environment: '', tone: '' }

const texts = new WeakMap<KeyRow, string>()

/** Everything about a key that can be searched, in lower case; made once per row. */
function searchable(row: KeyRow): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const parts = [
    row.label,
    row.provider,
    row.project,
    row.organization,
    row.environment,
    row.purpose,
    row.notes,
    row.lastFour,
    row.trackingId,
    ...(row.tags ?? []),
    ...(row.usedIn ?? []),
  ]
  const text = parts.filter(Boolean).join('\n').toLowerCase()
  texts.set(row, text)
  return text
}

/** Every word has to be found somewhere. Worst verdicts first, then by name. */
export function pick(rows: KeyRow[], filter: Filter): KeyRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows
    .filter(
      row =>
        (filter.environment === '' || row.environment === filter.environment) &&
        (filter.tone === '' || face(row.verdict, row).tone === filter.tone) &&
        words.every(word => searchable(row).includes(word)),
    )
    .sort(
      (a, b) =>
        order[face(a.verdict, a).tone] - order[face(b.verdict, b).tone] ||
        (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
    )
}

export function environmentsOf(rows: KeyRow[]): string[] {
  const found = new Set<string>()
  for (const row of rows) if (row.environment) found.add(row.environment)
  return [...found].sort()
}
