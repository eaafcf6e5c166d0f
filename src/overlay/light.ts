/**
 * The spotlight: one path that dims the page except for the hole, and the ring with its glow. While the target moves only the ring moves
 * with it, in a layer that needs no painting; the dimming is shown again when the target is at rest.
 */
import { make, svgNames } from './element.ts'
import { type Box, inflate, ringGap, spotlightPath } from './geometry.ts'

/** Frames of movement after which it counts as scrolling, not as a jump. */
const jump = 2

export function enclose({ style }: HTMLElement, { left, top, width, height }: Box): void {
  style.transform = `translate(${left}px, ${top}px)`
  style.width = `${width}px`
  style.height = `${height}px`
}

export type Light = {
  /** Puts the light on another element, without an animation. */
  on(box: Box): void
  /** The same element has moved. */
  follow(box: Box): void
  rest(): void
  off(): void
  /** The target stands in a dialog of the page, which dims the rest itself. */
  soft(soft: boolean): void
  /** The highlighted element is only probably the target. */
  likely(likely: boolean): void
}

export function makeLight(into: HTMLElement): Light {
  const svg = document.createElementNS(svgNames, 'svg')
  svg.setAttribute('class', 'light')
  const path = document.createElementNS(svgNames, 'path')
  svg.append(path)
  const ring = make('div', { class: 'spotlight', 'data-keyway': 'spotlight' })
  into.append(svg, ring)
  let shown: Box | null = null
  let moves = 0

  function paint(hole: Box, dimming: boolean): void {
    enclose(ring, hole)
    if (dimming) path.setAttribute('d', spotlightPath({ width: innerWidth, height: innerHeight }, hole))
    shown = hole
  }

  function hide(hidden: boolean): void {
    for (const part of [svg, ring]) part.toggleAttribute('hidden', hidden)
  }

  function rest(): void {
    moves = 0
    svg.removeAttribute('data-away')
    if (shown) paint(shown, true)
  }

  return {
    on(box) {
      hide(false)
      shown = inflate(box, ringGap)
      rest()
    },
    follow(box) {
      const hole = inflate(box, ringGap)
      hide(false)
      moves++
      if (moves === jump + 1) svg.setAttribute('data-away', '')
      paint(hole, moves <= jump)
    },
    rest,
    off: () => hide(true),
    likely: likely => void ring.classList.toggle('likely', likely),
    soft: soft => void svg.toggleAttribute('data-soft', soft),
  }
}
