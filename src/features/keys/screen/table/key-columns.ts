/**
 * The table's columns: what each is sorted by and how it is headed. Its cell is in table-row.tsx, its width in keys.css, and a new one that can
 * be sorted by has its name in core/table-choice.ts.
 */
import {
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { serviceName } from '../../../../providers/provider-names.ts'
import { byName } from '../../core/filter.ts'
import { type Blocked, rankOf, statusGroupOf } from '../../core/status-group.ts'
import type { SortColumn } from '../../core/table-choice.ts'

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  rowSelectionFeature,
})
export type Features = typeof features

/** A row as the table sorts it: what is derived of the key, once. */
export type KeyEntry = { row: KeyRow; statusRank: string; cost: number | undefined }

/** Id of a key -> US dollars in 30 days. */
export type Costs = ReadonlyMap<string, number>
const noCosts: Costs = new Map()

/** Keys of one status stand together, worst first; the rest of the order is by name (the table's sort is stable). */
export function entriesOf(rows: readonly KeyRow[], blocked: Blocked, costs = noCosts): KeyEntry[] {
  return rows
    .map(row => {
      const group = statusGroupOf(row, blocked)
      return { row, statusRank: `${rankOf(group)}${group.name}`, cost: costs.get(row.id) }
    })
    .sort((a, b) => byName(a.row.label, b.row.label))
}

const column = createColumnHelper<Features, KeyEntry>()

export type Column = SortColumn | 'days'

export const headings: Record<Column, string> = {
  status: t('Status'),
  name: t('Name'),
  provider: t('Provider'),
  environment: t('Environment'),
  days: t('30 days'),
  expires: t('Expires'),
  checked: t('Checked'),
  cost: t('Cost'),
}

type Pair = { getValue: (column: string) => unknown }
const asText = (a: Pair, b: Pair, id: string) => byName(String(a.getValue(id)), String(b.getValue(id)))

/** A key without the value stands last in either direction. */
export const columns = column.columns([
  column.accessor(entry => entry.statusRank, { id: 'status', header: headings.status, sortFn: asText }),
  column.accessor(entry => entry.row.label, { id: 'name', header: headings.name, sortFn: asText }),
  column.accessor(entry => serviceName(entry.row), {
    id: 'provider',
    header: headings.provider,
    sortFn: asText,
  }),
  column.accessor(entry => entry.row.environment || undefined, {
    id: 'environment',
    header: headings.environment,
    sortFn: asText,
    sortUndefined: 'last',
  }),
  // The history is read only for rows that are drawn, so the table cannot be sorted by it.
  column.display({ id: 'days', header: headings.days }),
  column.accessor(entry => entry.row.expiresAt, {
    id: 'expires',
    header: headings.expires,
    sortUndefined: 'last',
  }),
  column.accessor(entry => entry.row.verdict?.at, {
    id: 'checked',
    header: headings.checked,
    sortUndefined: 'last',
  }),
  column.accessor(entry => entry.cost, { id: 'cost', header: headings.cost, sortUndefined: 'last' }),
])
