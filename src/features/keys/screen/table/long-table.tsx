/** What a table needs of which only the rows near the window are drawn. */
import { type RefObject, useLayoutEffect, useState } from 'react'

/** Up to so many rows are all drawn, so that the browser's own search and printing find them. */
export const mostDrawn = 150

/** Where the rows begin on the page, in pixels. */
export function useScrollMargin(body: RefObject<HTMLElement | null>): number {
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    const top = (body.current?.getBoundingClientRect().top ?? 0) + scrollY
    setScrollMargin(was => (Math.abs(was - top) > 1 ? top : was))
  })
  return scrollMargin
}

/** How many columns there is room for: the style sheet hides the others, and a line across the table spans what is left. */
export function useColumnCount(inside: RefObject<HTMLElement | null>): number {
  const [count, setCount] = useState(1)
  useLayoutEffect(() => {
    const table = inside.current?.closest('table')
    const cells = [...(table?.querySelectorAll('thead > tr:first-child > *') ?? [])]
    if (!table) return
    const look = () => setCount(cells.filter(cell => cell.checkVisibility()).length)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(table)
    return () => observer.disconnect()
  }, [inside])
  return count
}

/** An empty row as high as those that are not drawn. */
export function Gap({ size, columnCount }: { size: number; columnCount: number }) {
  return size > 0 ? (
    <tr className="gap">
      <td colSpan={columnCount} style={{ blockSize: size }} />
    </tr>
  ) : null
}
