/** A long list that draws only what is seen. Loaded only when there is one. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import type { KeyRow } from '../../../../protocol/published.ts'

const rowHeight = 44

type Props = {
  rows: KeyRow[]
  /** The row that the list opens at. */
  startAt: number
  /** Another search begins at the top. */
  search: string
  draw: (row: KeyRow) => ReactNode
}

export default function Many({ rows, startAt, search, draw }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => rows[index]?.id ?? index,
    initialRect: { width: 380, height: 450 },
    initialOffset: Math.max(0, startAt - 4) * rowHeight,
    overscan: 6,
  })
  const searched = useRef(search)
  useEffect(() => {
    if (searched.current !== search) virtual.scrollToOffset(0)
    searched.current = search
  }, [search, virtual])
  return (
    <div ref={scroller} className="scroller">
      <ul className="key-list" style={{ blockSize: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index]
          return row ? (
            <li
              key={item.key}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              style={{ position: 'absolute', insetInline: 0, top: 0, translate: `0 ${item.start}px` }}
            >
              {draw(row)}
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}
