/** How many columns there is room for: the style sheet hides the others, and a line across the table spans what is left. */
import { type RefObject, useLayoutEffect, useState } from 'react'

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
