/** The table's head: selects all that is shown, and sorts by a column, the other way round when pressed again. */
import type { Header, Table } from '@tanstack/react-table'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { t } from '../../../../i18n/t.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import { type Column, type Features, headings, type KeyEntry } from './key-columns.ts'

type Props = { table: Table<Features, KeyEntry>; hasCosts: boolean }

export function TableHead({ table, hasCosts }: Props) {
  const all = table.getIsAllRowsSelected()
  const headers = table
    .getHeaderGroups()
    .flatMap(group => group.headers)
    .filter(header => hasCosts || header.column.id !== 'cost')
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className="cell-select">
          <label className="tick">
            <input
              type="checkbox"
              aria-label={t('Select all keys shown')}
              checked={all}
              ref={box => {
                if (box) box.indeterminate = !all && table.getIsSomeRowsSelected()
              }}
              onChange={event => table.toggleAllRowsSelected(event.currentTarget.checked)}
            />
          </label>
        </td>
        {headers.map(header => (
          <Heading key={header.id} header={header} />
        ))}
        <td className="cell-actions" />
      </tr>
    </thead>
  )
}

function Heading({ header }: { header: Header<Features, KeyEntry, unknown> }) {
  const { column } = header
  const sorted = column.getIsSorted()
  const heading = headings[column.id as Column]
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={`cell-${column.id}`}
      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {column.getCanSort() ? (
        <Button className="sort" onPress={() => column.toggleSorting(sorted === 'asc')}>
          <span className="cut-end" title={heading}>
            {heading}
          </span>
          {sorted !== false && <Arrow size={13} aria-hidden="true" />}
        </Button>
      ) : (
        <span className="unsorted cut-end">{heading}</span>
      )}
    </th>
  )
}
