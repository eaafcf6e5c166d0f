/** The table's state: order, selection, and which row the keyboard is at. Sorting and selection are TanStack Table's. */
import { type RowSelectionState, useTable } from '@tanstack/react-table'
import { type MouseEvent, type RefObject, useMemo, useRef, useState } from 'react'
import type { KeyRow } from '../../../../protocol/published.ts'
import { go } from '../../../../ui/route.ts'
import { type Line, linesOf } from '../../core/sections.ts'
import type { Blocked } from '../../core/status-group.ts'
import type { SortColumn, View } from '../../core/table-choice.ts'
import { useSteadyOrder } from '../steady-order.ts'
import { type Costs, columns, entriesOf, features } from './key-columns.ts'
import { useTableKeys } from './list-keyboard.ts'
import { takeOpened } from './opened-key.ts'

type Props = {
  rows: KeyRow[]
  view: View
  setView: (patch: Partial<View>) => void
  blocked: Blocked
  costs: Costs | undefined
  place: RefObject<HTMLTableElement | null>
  onHelp: () => void
}

export type KeyList = ReturnType<typeof useKeyTable>

export function useKeyTable({ rows, view, setView, blocked, costs, place, onHelp }: Props) {
  const { order, now, over } = useSteadyOrder(rows)
  const data = useMemo(() => entriesOf(order, blocked, costs), [order, blocked, costs])
  const { sort, isDescending, group } = view
  const sorting = useMemo(() => [{ id: sort, desc: isDescending }], [sort, isDescending])
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({})
  const table = useTable({
    features,
    columns,
    data,
    getRowId: entry => entry.row.id,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, rowSelection },
    onSortingChange: updater => {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater
      if (next) setView({ sort: next.id as SortColumn, isDescending: next.desc })
    },
    onRowSelectionChange: setRowSelection,
  })
  const sorted = table.getRowModel().rows
  const held: Line[] = useMemo(
    () =>
      linesOf(
        sorted.map(({ original }) => original.row),
        { group, isByStatus: sort === 'status', blocked },
      ),
    [sorted, group, sort, blocked],
  )
  const lines = useMemo(
    () => held.map(line => (line.kind === 'row' ? { ...line, row: now(line.row) } : line)),
    [held, now],
  )
  const inOrder = useMemo(() => lines.flatMap(line => (line.kind === 'row' ? [line.row] : [])), [lines])
  const selected = useMemo(() => inOrder.filter(row => rowSelection[row.id]), [inOrder, rowSelection])

  const [currentId, setCurrentId] = useState<string | undefined>(takeOpened)
  const current = inOrder.find(row => row.id === currentId)
  /** The row that is to get the focus as soon as it is drawn. */
  const wanted = useRef(currentId)
  const [, draw] = useState(0)
  const focusRow = (row: KeyRow | undefined) => {
    if (!row) return
    wanted.current = row.id
    setCurrentId(row.id)
    draw(count => count + 1)
  }
  const anchor = useRef<string>(undefined)
  const select = (id: string, event: MouseEvent<HTMLInputElement>) => {
    const isOn = !rowSelection[id]
    const [from, to] = [event.shiftKey ? anchor.current : id, id]
      .map(each => inOrder.findIndex(row => row.id === each))
      .sort((a, b) => a - b)
    anchor.current = id
    const range = inOrder.slice(Math.max(0, from ?? 0), (to ?? 0) + 1).map(row => row.id)
    const ids = event.shiftKey && range.includes(id) ? range : [id]
    setRowSelection(was => {
      const others = Object.entries(was).filter(([each]) => !ids.includes(each))
      return Object.fromEntries([...others, ...(isOn ? ids.map(each => [each, true] as const) : [])])
    })
  }
  const clearSelection = () => setRowSelection({})

  useTableKeys({
    move: by => {
      const isInTable = place.current?.contains(document.activeElement) ?? false
      const at = inOrder.findIndex(row => row.id === currentId)
      const next = isInTable ? at + by : Math.max(0, at)
      if (next < 0) return document.querySelector<HTMLElement>('input[type="search"]')?.focus()
      focusRow(inOrder[Math.min(inOrder.length - 1, next)])
    },
    toEnd: isLast => focusRow(isLast ? inOrder.at(-1) : inOrder[0]),
    add: () => go('keys', 'add'),
    edit: id => go('keys', id, 'edit'),
    help: onHelp,
    back: () => {
      if (selected.length > 0) clearSelection()
      else if (view.text !== '') setView({ text: '' })
    },
  })

  return {
    table,
    lines,
    over,
    selected,
    selection: rowSelection,
    select,
    clearSelection,
    /** The row the keyboard is at; the first takes the Tab key when there is none. */
    current,
    currentId: current?.id ?? inOrder[0]?.id,
    firstRow: inOrder[0],
    wantedId: wanted,
    setCurrentId,
    /** The key goes away: the keyboard goes to its neighbour. */
    leave: (id: string) => {
      const at = inOrder.findIndex(row => row.id === id)
      focusRow(inOrder[at + 1] ?? inOrder[at - 1])
    },
  }
}
