/**
 * Where an element is, as it moves: by scrolling in any scroller, by layout, by animation. Looks once a frame while something
 * moves and not at all while nothing does. Clipped to what its scrollers show.
 */
import { boxInPage, framesAround } from './frames.ts'
import { type Box, intersect, same } from './geometry.ts'

/** Frames without a change after which it counts as being at rest. */
const rest = 12

export type Tracker = { look(): void }

export type Moves = {
  /** Null: out of sight. */
  moved(box: Box | null): void
  rested(): void
}

export function track(element: Element, on: Moves, signal: AbortSignal): Tracker {
  const scrollers = [element, ...framesAround(element)].flatMap(one => [
    ...(one === element ? [] : [one]),
    ...scrollersOf(one),
  ])
  let last: Box | null | undefined
  let still = 0
  let strayed = false
  let frame = 0
  let watcher: IntersectionObserver | undefined

  function now(): Box | null {
    let box = boxInPage(element)
    box &&= intersect(box, new DOMRect(0, 0, innerWidth, innerHeight))
    for (const scroller of scrollers) {
      const clip: Box | null = box && boxInPage(scroller)
      box = box && clip && intersect(box, clip)
    }
    return box
  }

  function tick(): void {
    frame = 0
    const box = now()
    if (last !== undefined && same(box, last)) still++
    else {
      still = 0
      strayed = last !== undefined
      last = box
      on.moved(box)
    }
    if (still < rest) frame = requestAnimationFrame(tick)
    else {
      standGuard()
      if (strayed) on.rested()
      strayed = false
    }
  }

  /** While the element is at rest, an IntersectionObserver whose root is cut to the element’s box reports as soon as the element leaves it. */
  function standGuard(): void {
    watcher?.disconnect()
    const box = boxInPage(element)
    if (!box) return
    const { left, top, width, height } = box
    const margins = [top, innerWidth - left - width, innerHeight - top - height, left]
    if (margins.some(margin => margin < 0)) return
    let first = true
    watcher = new IntersectionObserver(
      () => {
        // A move before the observer’s first report would be missed.
        if (!first || !same(now(), last ?? null)) look()
        first = false
      },
      {
        rootMargin: margins.map(margin => `${-Math.floor(margin)}px`).join(' '),
        threshold: [0, 0.25, 0.5, 0.75, 1],
      },
    )
    watcher.observe(element)
  }

  function look(): void {
    if (signal.aborted) return
    still = 0
    frame ||= requestAnimationFrame(tick)
  }

  const heard = { capture: true, passive: true, signal }
  const frames = framesAround(element)
  const views = [element, ...frames].flatMap(one => one.ownerDocument.defaultView ?? [])
  for (const type of ['scroll', 'transitionrun', 'animationstart'] as const)
    for (const view of views) view.addEventListener(type, look, heard)
  window.addEventListener('resize', look, heard)
  window.visualViewport?.addEventListener('resize', look, { signal })
  const sizes = new ResizeObserver(look)
  sizes.observe(element)
  signal.addEventListener('abort', () => {
    sizes.disconnect()
    watcher?.disconnect()
    cancelAnimationFrame(frame)
  })
  tick()
  return { look }
}

function scrollersOf(element: Element): Element[] {
  const found: Element[] = []
  for (let up = element.parentElement; up && up !== up.ownerDocument.body; up = up.parentElement) {
    const style = getComputedStyle(up)
    if (style.position === 'fixed') break
    if (style.overflow !== 'visible') found.push(up)
  }
  return found
}
