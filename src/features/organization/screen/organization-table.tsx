/** The organization's keys in one table. Sorting is TanStack Table's; of a long list only what is near the window is drawn. */
import {
  createColumnHelper,
  createSortedRowModel,
  type Header,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { byName } from '../../keys/core/filter.ts'
import { Gap, mostDrawn, useColumnCount, useScrollMargin } from '../../keys/screen/table/long-table.tsx'
import type { OrganizationRow } from '../core/organization-rows.ts'
import { OrganizationKeyRow } from './organization-key-row.tsx'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
type Features = typeof features

const organizationHeadings = {
  name: t('Name'),
  project: t('Project'),
  owner: t('Owner'),
  cost: t('30-day cost'),
  call: t('Model call'),
  used: t('Last used'),
  created: t('Created'),
  expires: t('Expires'),
  marks: t('Remarks'),
}
type Column = keyof typeof organizationHeadings

const column = createColumnHelper<Features, OrganizationRow>()
type Pair = { getValue: (column: string) => unknown }
const asText = (a: Pair, b: Pair, id: string) => byName(String(a.getValue(id)), String(b.getValue(id)))
const text = (id: Column, read: (row: OrganizationRow) => string | undefined) =>
  column.accessor(read, { id, sortFn: asText, sortUndefined: 'last' })
const amount = (id: Column, read: (row: OrganizationRow) => number | undefined) =>
  column.accessor(read, { id, sortUndefined: 'last', sortDescFirst: true })

/** What is not known stands last, whichever way round. */
const columns = column.columns([
  text('name', ({ key }) => key.name),
  text('project', ({ project }) => project || undefined),
  text('owner', ({ key }) => key.owner),
  amount('cost', ({ use }) => use?.dollars),
  text('call', ({ use }) => use?.lastCall),
  amount('used', ({ key }) => key.lastUsedAt ?? undefined),
  amount('created', ({ key }) => key.createdAt),
  amount('expires', ({ key }) => key.expiresAt ?? undefined),
  amount('marks', ({ marks }) => marks.length),
])

type Props = {
  rows: OrganizationRow[]
  /** Whether costs and calls of models were read, so that none means none. */
  knows: { costs: boolean; calls: boolean }
  /** By the platform's clock. */
  now: number
  onOpen: (id: string) => void
}

export function OrganizationTable({ rows, knows, now, onOpen }: Props) {
  const [sorting, setSorting] = useState<SortingState>([{ id: 'cost', desc: true }])
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: row => row.key.id,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: setSorting,
  })
  const sorted = table.getRowModel().rows
  const body = useRef<HTMLTableSectionElement>(null)
  const columnCount = useColumnCount(body)
  const scrollMargin = useScrollMargin(body)
  const isLong = sorted.length > mostDrawn
  const virtual = useWindowVirtualizer({
    count: sorted.length,
    enabled: isLong,
    estimateSize: () => 40,
    getItemKey: index => sorted[index]?.id ?? index,
    scrollMargin,
    overscan: 12,
  })
  const items = isLong ? virtual.getVirtualItems() : sorted.map((_, index) => ({ index, start: 0, end: 0 }))
  const above = isLong ? (items[0]?.start ?? scrollMargin) - scrollMargin : 0
  const below = isLong ? virtual.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin) : 0
  return (
    <table
      className="keys organization-keys"
      aria-label={t('Keys of the organization')}
      aria-rowcount={sorted.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          {table
            .getHeaderGroups()
            .flatMap(group => group.headers.map(header => <Heading key={header.id} header={header} />))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Gap size={above} columnCount={columnCount} />
        {items.map(({ index }) => {
          const row = sorted[index]?.original
          return (
            row && (
              <OrganizationKeyRow
                key={row.key.id}
                row={row}
                index={index + 2}
                knows={knows}
                now={Math.floor(now / 60_000) * 60_000}
                onOpen={onOpen}
              />
            )
          )
        })}
        <Gap size={below} columnCount={columnCount} />
      </tbody>
    </table>
  )
}

function Heading({ header }: { header: Header<Features, OrganizationRow, unknown> }) {
  const sorted = header.column.getIsSorted()
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={`cell-${header.column.id}`}
      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      <Button className="sort" onPress={() => header.column.toggleSorting(sorted === 'asc')}>
        <span className="cut-end">{organizationHeadings[header.column.id as Column]}</span>
        {sorted !== false && <Arrow size={13} aria-hidden="true" />}
      </Button>
    </th>
  )
}
