/** A long list that draws only what is seen. Loaded only when there is one. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import type { KeyRow } from '../../../../protocol/published.ts'

type Props = { rows: KeyRow[]; draw: (row: KeyRow) => ReactNode }

export default function Many({ rows, draw }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 72,
    getItemKey: index => rows[index]?.id ?? index,
    initialRect: { width: 380, height: 400 },
    overscan: 6,
  })
  return (
    <div ref={scroller} className="scroller">
      <ul className="key-list" style={{ blockSize: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index]
          return row ? (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
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
