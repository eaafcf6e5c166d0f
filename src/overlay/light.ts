/** The spotlight: one path that dims the page but for the hole, whose edge is the ring; and the glow around it. */
import { make } from './element.ts'
import { area, type Box, between, inflate, ringGap, same, spotlightPath } from './geometry.ts'

const glide = 160

export type Light = {
  /** `gliding`: it goes to another thing, instead of following the same one. */
  on(box: Box, gliding: boolean): void
  /** In a dialog of the page, which dims the rest by itself. */
  soft(soft: boolean): void
  off(): void
}

export function makeLight(into: HTMLElement, signal: AbortSignal): Light {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'light')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.append(path)
  const ring = make('div', { class: 'spotlight', 'data-keyway': 'spotlight' })
  into.append(svg, ring)
  let shown: Box | null = null
  let way: { from: Box; to: Box; since: number } | null = null
  let frame = 0

  function paint(hole: Box): void {
    path.setAttribute('d', spotlightPath({ width: innerWidth, height: innerHeight }, hole))
    ring.style.transform = `translate(${hole.left}px, ${hole.top}px)`
    ring.style.width = `${hole.width}px`
    ring.style.height = `${hole.height}px`
    shown = hole
  }

  function step(at: number): void {
    frame = 0
    if (!way) return
    const share = Math.min(1, Math.max(0, at - way.since) / glide)
    paint(between(way.from, way.to, 1 - (1 - share) ** 3))
    if (share < 1) frame = requestAnimationFrame(step)
    else way = null
  }

  signal.addEventListener('abort', () => cancelAnimationFrame(frame), { once: true })
  return {
    on(box, gliding) {
      const hole = inflate(box, ringGap)
      const hidden = svg.hasAttribute('hidden')
      for (const part of [svg, ring]) part.removeAttribute('hidden')
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
      if (way) way.to = hole
      else if (gliding && !calm && !hidden && shown && area(shown) > 0 && !same(shown, hole)) {
        way = { from: shown, to: hole, since: performance.now() }
        frame ||= requestAnimationFrame(step)
      } else paint(hole)
    },
    soft: soft => void svg.toggleAttribute('data-soft', soft),
    off() {
      way = null
      for (const part of [svg, ring]) part.setAttribute('hidden', '')
    },
  }
}
