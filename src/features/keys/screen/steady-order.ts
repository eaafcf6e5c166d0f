/** Keeps a list’s order while the pointer is on one of its rows. Checks change the order, and a press must reach the key that the person aimed at. */
import { type PointerEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { KeyRow } from '../../../protocol/published.ts'

const aRow = '[data-keyway="key-row"]'

/**
 * @returns `order`: the keys to sort by, which stay as they were while the pointer is on a row and none comes or goes; `now`: the same key
 * as it is known by now; `over`: for the element around the list
 */
export function useSteadyOrder(rows: readonly KeyRow[]) {
  const [isOver, setOver] = useState(false)
  const byId = useMemo(() => new Map(rows.map(row => [row.id, row])), [rows])
  const held = useRef(rows)
  const isSame = held.current.length === rows.length && held.current.every(({ id }) => byId.has(id))
  if (!isOver || !isSame) held.current = rows
  return {
    order: held.current,
    now: useCallback((row: KeyRow) => byId.get(row.id) ?? row, [byId]),
    over: {
      onPointerOver: ({ target }: PointerEvent) => setOver((target as Element).closest(aRow) !== null),
      onPointerLeave: () => setOver(false),
    },
  }
}
