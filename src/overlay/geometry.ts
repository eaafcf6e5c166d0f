/** Boxes and where a card goes beside one. Pure: numbers in, numbers out; draws nothing. */

export type Box = { left: number; top: number; width: number; height: number }
export type Size = { width: number; height: number }
export type Side = 'right' | 'left' | 'below' | 'above' | 'docked'
/** `arrow`: where the arrow's tip stands along the card's edge, from its left or top. */
export type Place = {
  left: number
  top: number
  side: Side
  arrow?: number
  /** The card covers something that it must not, or does not fit into the window. */
  covers: boolean
}

export const ringGap = 8
const arrowGap = 12
const edge = 8

export const inflate = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

export function intersect(a: Box, b: Box): Box | null {
  const left = Math.max(a.left, b.left)
  const top = Math.max(a.top, b.top)
  const width = Math.min(a.left + a.width, b.left + b.width) - left
  const height = Math.min(a.top + a.height, b.top + b.height) - top
  return width > 0 && height > 0 ? { left, top, width, height } : null
}

export const area = (box: Box | null): number => (box ? box.width * box.height : 0)

export const same = (a: Box | null, b: Box | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    (['left', 'top', 'width', 'height'] as const).every(side => Math.abs(a[side] - b[side]) < 0.5))

/** The path that dims the page outside of the hole. The hole’s edge is where the ring is drawn. */
export function spotlightPath(view: Size, hole: Box): string {
  const { left: x, top: y, width: w, height: h } = hole
  const r = Math.min(10, w / 2, h / 2)
  const arc = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`
  const [across, down] = [w - 2 * r, h - 2 * r]
  return (
    `M-9-9H${view.width + 9}V${view.height + 9}H-9ZM${x + r} ${y}` +
    `h${across}${arc(r, r)}v${down}${arc(-r, r)}h${-across}${arc(-r, -r)}v${-down}${arc(r, -r)}Z`
  )
}

export type Surroundings = {
  view: Size
  card: Size
  /** What the ring encloses; null when there is nothing to point at. */
  hole: Box | null
  /** Never to be covered: the dialog's buttons and fields, open lists. */
  keepClear: Box[]
  /** Better not covered: the dialog itself. */
  spare: Box[]
  /** Where the card was: it stays on that side while it can. */
  last?: Side | undefined
  rightToLeft?: boolean
}

/** Left, top, side, and the cost of that side itself, to which the cost of what the card covers there is added. */
type Candidate = [number, number, Side, number]

/** Places the card beside the target where it covers least, or in a corner when there is no room beside it. */
export function placeCard(around: Surroundings): Place {
  const { view, card, hole } = around
  let best: Place | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [x, y, side, dislike] of candidates(around)) {
    const left = clamp(x, edge, view.width - card.width - edge)
    const top = clamp(y, edge, view.height - card.height - edge)
    const box = { left, top, ...card }
    let under = hole ? area(intersect(box, inflate(hole, side === 'docked' ? 2 : 0))) * 1000 : 0
    for (const other of around.keepClear) under += area(intersect(box, other)) * 50
    let cost = under + dislike - (side === around.last ? 6 : 0)
    for (const other of around.spare) cost += area(intersect(box, other)) / 100
    if (cost < least) {
      least = cost
      best = {
        left,
        top,
        side,
        covers: under > 0 || top + card.height > view.height,
        ...arrowFor(side, box, hole),
      }
    }
  }
  return best ?? { left: edge, top: edge, side: 'docked', covers: false }
}

function* candidates({ view, card, hole, rightToLeft }: Surroundings): Generator<Candidate> {
  const beside = rightToLeft ? ([4, 0] as const) : ([0, 4] as const)
  if (hole) {
    const { left, top, width, height } = hole
    /** In the middle, or in line with either end. */
    const along = (start: number, length: number, own: number) =>
      [start + (length - own) / 2, start, start + length - own].entries()
    for (const [extra, y] of along(top, height, card.height)) {
      yield [left + width + arrowGap, y, 'right', beside[0] + extra]
      yield [left - arrowGap - card.width, y, 'left', beside[1] + extra]
    }
    for (const [extra, x] of along(left, width, card.width)) {
      yield [x, top + height + arrowGap, 'below', 2 + extra]
      yield [x, top - arrowGap - card.height, 'above', 6 + extra]
    }
  }
  const near = edge * 2
  const farX = view.width - card.width - near
  const farY = view.height - card.height - near
  const [home, away] = rightToLeft ? [near, farX] : [farX, near]
  const docked = hole ? 40 : 0
  yield [home, farY, 'docked', docked]
  yield [away, farY, 'docked', docked + 2]
  yield [home, near, 'docked', docked + 3]
  yield [away, near, 'docked', docked + 4]
}

/** An arrow only where it really points at the target: beside it, and within the card's straight edge. */
function arrowFor(side: Side, card: Box, hole: Box | null): { arrow?: number } {
  if (side === 'docked' || hole === null) return {}
  const upright = side === 'right' || side === 'left'
  const length = upright ? card.height : card.width
  const start = upright ? card.top : card.left
  const from = upright ? hole.top : hole.left
  const to = from + (upright ? hole.height : hole.width)
  const tip = clamp((from + to) / 2 - start, 18, length - 18)
  return tip + start >= from && tip + start <= to ? { arrow: tip } : {}
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
