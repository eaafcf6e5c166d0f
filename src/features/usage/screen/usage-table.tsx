/** The chart in numbers: cost, requests and tokens of each part. */
import { locale, t } from '../../../i18n/t.ts'
import type { UsageRow } from '../core/admin-pages.ts'
import { dollars } from '../core/prices.ts'
import type { Series } from '../core/series.ts'

type Props = {
  series: Series
  usage: UsageRow[]
  nameOf: (of: string | null) => string
  heading: string
}

const number = new Intl.NumberFormat(locale())

export function UsageTable({ series: { lines }, usage, nameOf, heading }: Props) {
  const of = (id: string | null) => usage.filter(row => (row.of ?? '') === id)
  const sum = (rows: UsageRow[], field: 'requests' | 'input' | 'output') =>
    number.format(rows.reduce((total, row) => total + row[field], 0))
  if (lines.length === 0) return null
  return (
    <div className="usage-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{t('Cost')}</th>
            <th scope="col">{t('Requests')}</th>
            <th scope="col">{t('Tokens in')}</th>
            <th scope="col">{t('Tokens out')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => {
            const rows = line.of === null ? [] : of(line.of)
            return (
              <tr key={line.of ?? 'rest'}>
                <th scope="row">{nameOf(line.of)}</th>
                <td>{dollars(line.total)}</td>
                {(['requests', 'input', 'output'] as const).map(field => (
                  <td key={field}>{rows.length > 0 ? sum(rows, field) : ''}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
