/**
 * The spotlight: one path that dims the page but for the hole, and the ring with its glow. While the target moves only the
 * ring goes along, a layer that nothing has to paint; the dimming comes back when it rests.
 */
import { make, svgNames } from './element.ts'
import { area, type Box, between, inflate, ringGap, same, spotlightPath } from './geometry.ts'

/** Milliseconds. */
const glide = 160
/** Frames of movement after which it counts as scrolling, not as a jump. */
const jump = 2

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

export type Light = {
  /** On another thing: it glides there. */
  on(box: Box): void
  /** The same thing, elsewhere. */
  follow(box: Box): void
  rest(): void
  off(): void
  /** In a dialog of the page, which dims the rest by itself. */
  soft(soft: boolean): void
  /** What is lit is only probably it. */
  likely(likely: boolean): void
}

export function makeLight(into: HTMLElement, signal: AbortSignal): Light {
  const svg = document.createElementNS(svgNames, 'svg')
  svg.setAttribute('class', 'light')
  const path = document.createElementNS(svgNames, 'path')
  svg.append(path)
  const ring = make('div', { class: 'spotlight', 'data-keyway': 'spotlight' })
  into.append(svg, ring)
  let shown: Box | null = null
  let way: { from: Box; to: Box; since: number } | null = null
  let frame = 0
  let moves = 0

  function paint(hole: Box, dimming: boolean): void {
    ring.style.transform = `translate(${hole.left}px, ${hole.top}px)`
    if (shown?.width !== hole.width) ring.style.width = `${hole.width}px`
    if (shown?.height !== hole.height) ring.style.height = `${hole.height}px`
    if (dimming) path.setAttribute('d', spotlightPath({ width: innerWidth, height: innerHeight }, hole))
    shown = hole
  }

  function step(at: number): void {
    frame = 0
    if (!way) return
    const share = Math.min(1, Math.max(0, at - way.since) / glide)
    paint(between(way.from, way.to, 1 - (1 - share) ** 3), true)
    if (share < 1) frame = requestAnimationFrame(step)
    else way = null
  }

  function hide(hidden: boolean): void {
    for (const part of [svg, ring]) part.toggleAttribute('hidden', hidden)
  }

  signal.addEventListener('abort', () => cancelAnimationFrame(frame))
  return {
    on(box) {
      const hole = inflate(box, ringGap)
      const dark = ring.hidden
      hide(false)
      svg.removeAttribute('data-away')
      moves = 0
      if (!dark && shown && area(shown) > 0 && !same(shown, hole) && !calm()) {
        way = { from: shown, to: hole, since: performance.now() }
        frame ||= requestAnimationFrame(step)
      } else {
        way = null
        paint(hole, true)
      }
    },
    follow(box) {
      const hole = inflate(box, ringGap)
      hide(false)
      moves++
      if (way) way.to = hole
      else {
        if (moves === jump + 1) svg.setAttribute('data-away', '')
        paint(hole, moves <= jump)
      }
    },
    rest() {
      moves = 0
      if (shown && !way) paint(shown, true)
      svg.removeAttribute('data-away')
    },
    off() {
      way = null
      moves = 0
      hide(true)
    },
    likely: likely => void ring.classList.toggle('likely', likely),
    soft: soft => void svg.toggleAttribute('data-soft', soft),
  }
}
