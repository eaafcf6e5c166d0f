/** The chart in numbers: what each part cost, its share, how it changed, what was asked for. Sorted by any of them, and saved as a file. */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Download from 'lucide-react/icons/download'
import { useMemo, useState } from 'react'
import { locale, plural, t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { SearchField } from '../../../ui/pieces/search-field.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import {
  type CostColumn,
  type CostLine,
  type CostOrder,
  costColumns,
  costLines,
  costsAsCsv,
  inOrder,
} from '../core/cost-lines.ts'
import { dollars } from '../core/prices.ts'
import type { Usage } from './read-usage.ts'
import { Sparkline } from './sparkline.tsx'

type Props = { usage: Usage; nameOf: (of: string | null) => string; heading: string }

/** So many are looked through at a glance; so many are drawn at once. */
const few = 20
const atOnce = 100

const number = new Intl.NumberFormat(locale())
/** One of thousands of keys has a share too. */
export const share = new Intl.NumberFormat(locale(), {
  style: 'percent',
  maximumFractionDigits: 1,
  maximumSignificantDigits: 1,
  roundingPriority: 'morePrecision',
})
const change = new Intl.NumberFormat(locale(), {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
})

const headings: Record<Exclude<CostColumn, 'name'>, string> = {
  cost: t('Cost'),
  share: t('Share'),
  change: t('Change'),
  requests: t('Requests'),
  input: t('Tokens in'),
  output: t('Tokens out'),
}

const cells: Record<Exclude<CostColumn, 'name'>, (line: CostLine) => string> = {
  cost: line => dollars(line.cost),
  share: line => share.format(line.share),
  change: line => (line.change === null ? t('new') : change.format(line.change)),
  requests: line => count(line.requests),
  input: line => count(line.input),
  output: line => count(line.output),
}

const count = (value: number | null) => (value === null ? '' : number.format(value))

export function UsageTable({ usage, nameOf, heading }: Props) {
  const [order, setOrder] = useState<CostOrder>({ by: 'cost', isDescending: true })
  const [text, setText] = useState('')
  const [most, setMost] = useState(atOnce)
  const lines = useMemo(() => costLines(usage, usage.before), [usage])
  if (lines.length === 0) return null
  const words = text.trim().toLowerCase()
  const found = lines.filter(({ of }) => `${nameOf(of)} ${of}`.toLowerCase().includes(words))
  const sort = (by: CostColumn) =>
    setOrder(now => ({ by, isDescending: now.by === by ? !now.isDescending : by !== 'name' }))
  const save = () => {
    const [first = '', last = ''] = [usage.days[0], usage.days.at(-1)]
    saveFile(`openai-costs-${first}-to-${last}.csv`, costsAsCsv({ ...usage, heading }, nameOf))
  }
  return (
    <div className="stack">
      {lines.length > few && (
        <div className="cluster usage-search">
          <SearchField
            label={t('Search this table')}
            placeholder={t('Search by name or id')}
            text={text}
            onText={setText}
          />
          <span className="small quiet" role="status">
            {words !== '' &&
              plural({ one: '{found} of 1 line', other: '{found} of {count} lines' }, lines.length, {
                found: found.length,
              })}
            {found.length === 0 && ` ${t('No line matches.')}`}
          </span>
        </div>
      )}
      <div className="usage-table">
        <table aria-label={t('Cost')}>
          <thead>
            <tr>
              {costColumns.map(column => (
                <Heading
                  key={column}
                  name={column === 'name' ? heading : headings[column]}
                  column={column}
                  order={order}
                  onSort={sort}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(found, order, nameOf)
              .slice(0, most)
              .map(line => (
                <tr key={line.of}>
                  <th scope="row">
                    <span className="usage-name">
                      <span>{nameOf(line.of)}</span>
                      <Sparkline values={line.values} />
                    </span>
                  </th>
                  {costColumns.map(
                    column =>
                      column !== 'name' && (
                        <td key={column} className={`cost-${column}`}>
                          {cells[column](line)}
                        </td>
                      ),
                  )}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {found.length > most && (
        <div>
          <Button onPress={() => setMost(most + 5 * atOnce)}>{t('Show more')}</Button>
        </div>
      )}
      <div className="cluster">
        <Button data-keyway="save-costs" onPress={save}>
          <Download size={15} aria-hidden="true" />
          {t('Save as CSV')}
        </Button>
        <span className="small quiet">
          {t('Change: against as many days before. The file has a line for each day.')}
        </span>
      </div>
    </div>
  )
}

type HeadingProps = {
  name: string
  column: CostColumn
  order: CostOrder
  onSort: (column: CostColumn) => void
}

function Heading({ name, column, order, onSort }: HeadingProps) {
  const isSorted = order.by === column
  const Arrow = order.isDescending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={`cost-${column}`}
      aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <Button className="sort" onPress={() => onSort(column)}>
        {name}
        {isSorted && <Arrow size={13} aria-hidden="true" />}
      </Button>
    </th>
  )
}
