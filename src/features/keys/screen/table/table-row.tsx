/** One key as a row of the table. Its controls are in the tab order only while it is the row the keyboard is at. */
import { type MouseEvent, memo, type Ref } from 'react'
import { t } from '../../../../i18n/t.ts'
import { clock, day } from '../../../../i18n/time.ts'
import type { Failure } from '../../../../protocol/failure.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../providers/list.ts'
import { serviceName } from '../../../../providers/provider-names.ts'
import { Ago } from '../../../../ui/ago.tsx'
import { EnvironmentTag } from '../../../../ui/pieces/environment-tag.tsx'
import { Menu, type MenuItem } from '../../../../ui/pieces/menu.tsx'
import { MiddleCut } from '../../../../ui/pieces/middle-cut.tsx'
import { ProviderTile } from '../../../../ui/pieces/provider-tile.tsx'
import { go } from '../../../../ui/route.ts'
import { CopyButton } from '../../../copy/screen/copy.tsx'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import type { DayCounts } from '../../../health/core/month.ts'
import { unanswered } from '../../../health/core/present-status.ts'
import { MonthStrip } from '../../../health/screen/history/month-strip.tsx'
import { VerdictBadge } from '../../../health/screen/status.tsx'
import { TestButton, useTest } from '../../../health/screen/testing/test-button.tsx'
import { dollars } from '../../../usage/core/prices.ts'
import { expirySoon, replacing } from '../../core/due-dates.ts'

type Props = {
  row: KeyRow
  /** Where it stands in the whole table, the head counted. */
  index: number
  /** Its last 30 days; undefined until they were read. */
  month: readonly DayCounts[] | undefined
  /** US dollars in 30 days; null: not known. Undefined: there is no such column. */
  cost: number | null | undefined
  isRunning: boolean
  isCopied: boolean
  isSelected: boolean
  isCurrent: boolean
  onSelect: (id: string, event: MouseEvent<HTMLInputElement>) => void
  onFocus: (id: string) => void
  onTestFailed: (id: string, failure: Failure) => void
  onDelete: (row: KeyRow) => void
  ref: Ref<HTMLTableRowElement> | undefined
}

export const TableRow = memo(function TableRow(props: Props) {
  const { row, index, month, cost, isRunning, isCopied, isSelected, isCurrent } = props
  const test = useTest(row, failure => props.onTestFailed(row.id, failure))
  const tabIndex = isCurrent ? 0 : -1
  const tail = row.lastFour ? `…${row.lastFour}` : undefined
  const soon = expirySoon(row.expiresAt)
  const last = unanswered(row)
  return (
    <tr
      ref={props.ref ?? null}
      data-keyway="key-row"
      data-id={row.id}
      data-index={index - 2}
      aria-rowindex={index}
      aria-selected={isSelected}
      data-current={isCurrent || undefined}
      onFocus={() => props.onFocus(row.id)}
      onMouseDown={() => props.onFocus(row.id)}
    >
      <td className="cell-select">
        <label className="tick">
          <input
            type="checkbox"
            aria-label={t('Select {label}', { label: row.label })}
            checked={isSelected}
            tabIndex={tabIndex}
            readOnly
            onClick={event => props.onSelect(row.id, event)}
          />
        </label>
      </td>
      <td className="cell-status">
        <VerdictBadge verdict={row.verdict} of={row} running={isRunning} />
      </td>
      <th scope="row" className="cell-name">
        <span className="name-line">
          <span className="in-name" title={serviceName(row)}>
            <ProviderTile provider={row.provider} />
            <span className="visually-hidden">{serviceName(row)}</span>
          </span>
          <a
            href={`#keys/${row.id}`}
            className="key-title"
            aria-label={row.label}
            tabIndex={tabIndex}
            data-row-name
          >
            <MiddleCut>{row.label}</MiddleCut>
          </a>
          {tail && (
            <span className="last-four mono" translate="no">
              {tail}
            </span>
          )}
          {row.environment && (
            <span className="in-name">
              <EnvironmentTag name={row.environment} />
            </span>
          )}
        </span>
        <span className="narrow-line">
          <VerdictBadge verdict={row.verdict} of={row} running={isRunning} />
          {row.environment && <EnvironmentTag name={row.environment} />}
        </span>
      </th>
      <td className="cell-provider">
        <span className="with-tile">
          <ProviderTile provider={row.provider} />
          <span className="provider-name">{serviceName(row)}</span>
        </span>
      </td>
      <td className="cell-environment">{row.environment && <EnvironmentTag name={row.environment} />}</td>
      <td className="cell-days">{month && <MonthStrip month={month} />}</td>
      <td className={soon ? 'cell-expires tone-needs' : 'cell-expires'}>
        {row.expiresAt !== undefined && (
          <time dateTime={new Date(row.expiresAt).toISOString()} title={soon}>
            {day(row.expiresAt)}
          </time>
        )}
      </td>
      <td className="cell-checked">
        {last ? (
          <span
            className="tone-needs"
            title={t('Checked {time}: {status}. The status of this key is from {since}.', {
              time: clock(last.at),
              status: last.short,
              since: clock(last.since),
            })}
          >
            {last.short}
          </span>
        ) : (
          row.verdict && <Ago time={row.verdict.at} />
        )}
      </td>
      {cost !== undefined && <td className="cell-cost">{cost !== null && dollars(cost)}</td>}
      <td className="cell-actions">
        <span className="row-actions">
          <CopyButton row={row} copied={isCopied} compact tabIndex={tabIndex} />
          {!isKeptOnly(row) && <TestButton row={row} test={test} running={isRunning} tabIndex={tabIndex} />}
          <Menu
            label={t('More for {label}', { label: row.label })}
            tabIndex={tabIndex}
            items={() =>
              keyActions(row, { onTest: () => void test.run(), onDelete: () => props.onDelete(row) })
            }
          />
        </span>
      </td>
    </tr>
  )
})

type Given = { onTest: () => void; onDelete: () => void }

/** What can be done with one key beside copying it. */
function keyActions(row: KeyRow, { onTest, onDelete }: Given): MenuItem[] {
  const way = replacing(row)
  return [
    { name: t('Open'), onChoose: () => go('keys', row.id), shortcut: 'Enter' },
    ...(isKeptOnly(row)
      ? []
      : [
          { name: t('Test'), onChoose: onTest, shortcut: 't' },
          { name: t('Try it'), onChoose: () => go('keys', row.id, 'call') },
        ]),
    { name: t('Add to a project'), onChoose: () => go('keys', row.id, 'project') },
    { name: t('History'), onChoose: () => go('keys', row.id, 'history') },
    { name: t('Edit'), onChoose: () => go('keys', row.id, 'edit'), shortcut: 'e' },
    ...(way && 'guide' in way
      ? [{ name: t('Replace'), onChoose: () => void guideMe(way.guide, row.id) }]
      : []),
    { name: t('Delete…'), onChoose: onDelete, isDangerous: true },
  ]
}
