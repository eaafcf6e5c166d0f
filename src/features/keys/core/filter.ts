/** Which keys are shown, and in what order. Pure. */
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { type Blocked, noneBlocked, rankOf, statusGroupOf } from './status-group.ts'

export type Filter = {
  text: string
  /** A status group's id, a provider's id, an environment as it was typed; empty: all. */
  status: string
  provider: string
  environment: string
}
export const noFilter: Filter = { text: '', status: '', provider: '', environment: '' }

const texts = new WeakMap<KeyRow, string>()

/** Everything about a key that can be searched besides its status, in lower case; made once per row. */
function searchable(row: KeyRow): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const parts = [
    row.label,
    row.provider,
    providerName(row.provider),
    row.service,
    row.webPage,
    row.variable,
    row.project,
    row.organization,
    row.environment,
    row.purpose,
    row.notes,
    row.lastFour,
    row.trackingId,
    row.standbyFor && t('Standby'),
    ...(row.tags ?? []),
    ...(row.usedIn ?? []),
  ]
  const text = parts.filter(Boolean).join('\n').toLowerCase()
  texts.set(row, text)
  return text
}

/** The keys that a filter lets through, in their own order. Every word of the search has to be found somewhere. */
export function filterKeys(
  rows: readonly KeyRow[],
  { text, status, provider, environment }: Filter,
  blocked: Blocked = noneBlocked,
): KeyRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(row => {
    const group = statusGroupOf(row, blocked)
    const isFound = (word: string) =>
      searchable(row).includes(word) || group.name.toLowerCase().includes(word)
    return (
      (environment === '' || row.environment === environment) &&
      (provider === '' || row.provider === provider) &&
      (status === '' || group.id === status) &&
      words.every(isFound)
    )
  })
}

/** The same, with keys that need the person first, and then by name. */
export function pick(rows: readonly KeyRow[], filter: Filter, blocked: Blocked = noneBlocked): KeyRow[] {
  const ranks = new Map(rows.map(row => [row, rankOf(statusGroupOf(row))]))
  return filterKeys(rows, filter, blocked).sort(
    (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || byName(a.label, b.label),
  )
}

const names = new Intl.Collator(undefined, { numeric: true })
export const byName = (a: string, b: string): number => names.compare(a, b)

/** What a filter offers, each with the number of keys that the rest of the filter leaves to it. */
export function choicesOf(
  rows: readonly KeyRow[],
  filter: Filter,
  field: 'provider' | 'environment',
  blocked: Blocked = noneBlocked,
): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = row[field]
    if (value) counts.set(value, counts.get(value) ?? 0)
  }
  for (const row of filterKeys(rows, { ...filter, [field]: '' }, blocked)) {
    const value = row[field]
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const nameOf = (value: string) => (field === 'provider' ? providerName(value as KeyRow['provider']) : value)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => byName(nameOf(a.value), nameOf(b.value)))
}
