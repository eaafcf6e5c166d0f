/** The table's lines. A long list draws only what is near the window; the rest is two empty rows of its height. */
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { plural } from '../../../../i18n/t.ts'
import type { Failure } from '../../../../protocol/failure.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { useMonths } from '../../../health/screen/history/use-months.ts'
import type { Line } from '../../core/sections.ts'
import type { Costs } from './key-columns.ts'
import { Gap, mostDrawn, useColumnCount, useScrollMargin } from './long-table.tsx'
import { TableRow } from './table-row.tsx'
import type { KeyList } from './use-key-table.ts'

type Props = {
  list: KeyList
  /** Undefined: there is no such column. */
  costs: Costs | undefined
  running: string[]
  isCompact: boolean
  copied: string | undefined
  onDelete: (row: KeyRow) => void
  onTestFailed: (row: KeyRow, failure: Failure) => void
}

export function TableBody({ list, costs, running, isCompact, copied, onDelete, onTestFailed }: Props) {
  const { lines, selection, currentId } = list
  const body = useRef<HTMLTableSectionElement>(null)
  const scrollMargin = useScrollMargin(body)
  const columnCount = useColumnCount(body)
  const isLong = lines.length > mostDrawn
  const virtual = useWindowVirtualizer({
    count: lines.length,
    enabled: isLong,
    estimateSize: index => (lines[index]?.kind !== 'row' ? 28 : isCompact ? 32 : 40),
    getItemKey: index => lines[index]?.id ?? index,
    scrollMargin,
    overscan: 12,
  })
  // A row that is wanted gets the focus as soon as it is drawn; one that is far away is scrolled to first.
  useEffect(() => {
    const id = list.wantedId.current
    if (id === undefined) return
    const name = body.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] [data-row-name]`)
    const index = lines.findIndex(line => line.id === id)
    if (!name && isLong && index >= 0) return virtual.scrollToIndex(index, { align: 'center' })
    list.wantedId.current = undefined
    name?.focus({ preventScroll: true })
    name?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  })
  const latest = useRef({ list, onTestFailed, lines })
  latest.current = { list, onTestFailed, lines }
  const select = useCallback<KeyList['select']>((id, event) => latest.current.list.select(id, event), [])
  const tellFailed = useCallback((id: string, failure: Failure) => {
    const line = latest.current.lines.find(one => one.id === id)
    if (line?.kind === 'row') latest.current.onTestFailed(line.row, failure)
  }, [])
  const items = isLong ? virtual.getVirtualItems() : undefined
  const drawn = items ? items.map(item => lines[item.index]) : lines
  const months = useMonths(drawn.flatMap(line => (line?.kind === 'row' ? [line.row] : [])))
  const draw = (line: Line, index: number) =>
    line.kind === 'row' ? (
      <TableRow
        key={line.id}
        ref={isLong ? virtual.measureElement : undefined}
        row={line.row}
        index={index + 2}
        month={months.get(line.id)}
        cost={costs && (costs.get(line.id) ?? null)}
        isRunning={running.includes(line.id)}
        isCopied={copied === line.id}
        isSelected={selection[line.id] ?? false}
        isCurrent={currentId === line.id}
        onSelect={select}
        onFocus={list.setCurrentId}
        onTestFailed={tellFailed}
        onDelete={onDelete}
      />
    ) : (
      <Between key={line.id} line={line} index={index} columnCount={columnCount} />
    )
  if (!items) return <tbody ref={body}>{lines.map(draw)}</tbody>
  const above = (items[0]?.start ?? scrollMargin) - scrollMargin
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin)
  return (
    <tbody ref={body}>
      <Gap size={above} columnCount={columnCount} />
      {items.map(item => {
        const line = lines[item.index]
        return line && draw(line, item.index)
      })}
      <Gap size={below} columnCount={columnCount} />
    </tbody>
  )
}

type BetweenProps = { line: Exclude<Line, { kind: 'row' }>; index: number; columnCount: number }

/** A group's name with its counts, or a cause that the rows under it share. */
function Between({ line, index, columnCount }: BetweenProps) {
  return (
    <tr className={`between ${line.kind}`} data-index={index} aria-rowindex={index + 2}>
      <td colSpan={columnCount}>
        {line.kind === 'group' ? (
          <>
            <strong>{line.name}</strong>{' '}
            <span className="quiet">
              {plural({ one: '{count} key', other: '{count} keys' }, line.count)}
              {line.broken > 0 &&
                ` · ${plural({ one: '{count} needs you', other: '{count} need you' }, line.broken)}`}
            </span>
          </>
        ) : (
          <>
            <strong>
              {line.name} ({line.count})
            </strong>{' '}
            <span className="quiet">{line.sentence}</span>
          </>
        )}
      </td>
    </tr>
  )
}
