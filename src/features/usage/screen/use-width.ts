/** How wide an element is drawn, in CSS pixels: what is drawn in it by hand has letters of one size at every width. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * @param usual until it is known
 * @param least as a page that is being laid out may be narrower for a moment than what is drawn
 */
export function useWidth(usual: number, least = 0): [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(usual)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const look = () => setWidth(Math.max(least, element.clientWidth || usual))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [usual, least])
  return [place, width]
}
