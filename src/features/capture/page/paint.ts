/** What an element paints: can a text in it or under it be read? Only reads styles, changes nothing. */
import { type Colour, colourOf } from '../../../overlay/colour.ts'

const over = (top: Colour, below: Colour): Colour => {
  const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3])
  return [mix(0), mix(1), mix(2), 1]
}

const pictures = /^(?:IMG|CANVAS|VIDEO|EMBED|OBJECT|IFRAME|svg|path|rect|circle|image|use)$/i

/** Does this box, lying above a text, leave it readable? */
export function isSeeThrough(element: Element, x: number, y: number): boolean {
  if (pictures.test(element.tagName)) return false
  if ('value' in element && typeof element.value === 'string' && element.value !== '') return false
  if (paints(getComputedStyle(element)) || hasPaintedPart(element, 0)) return false
  return !ownTextAt(element, x, y)
}

const paints = (style: CSSStyleDeclaration): boolean =>
  Number(style.opacity) > 0.05 &&
  (colourOf(style.backgroundColor)[3] > 0.05 ||
    style.backgroundImage !== 'none' ||
    style.backdropFilter !== 'none' ||
    style.boxShadow.includes('inset'))

/** Does `::before` or `::after` paint over at least this share of the element? */
export function hasPaintedPart(element: Element, share: number): boolean {
  const { width, height } = element.getBoundingClientRect()
  return ['::before', '::after'].some(part => {
    const style = getComputedStyle(element, part)
    if (/^(?:none|normal)$/.test(style.content) || !/^(?:absolute|fixed)$/.test(style.position)) return false
    if (Number(style.zIndex) < 0 || style.visibility !== 'visible') return false
    const isText = !/^["']\s*["']/.test(style.content)
    if (!paints(style) && !isText) return false
    const area = Number.parseFloat(style.width) * Number.parseFloat(style.height)
    return !(area < width * height * share)
  })
}

function ownTextAt(element: Element, x: number, y: number): boolean {
  return [...element.childNodes].some(node => {
    if (node.nodeType !== Node.TEXT_NODE || (node.nodeValue ?? '').trim() === '') return false
    const range = (node.ownerDocument as Document).createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].some(
      box => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    )
  })
}

/** The least difference between a text's colour and what lies behind it, per channel, that a person can read. */
const leastDifference = 40

/**
 * Can a text of this element be read on what lies behind it?
 * @param behind the elements under the text at one point, the topmost first, its own element being the first
 * @param left the opacity that its own and its ancestors’ styles leave it, 0 to 1
 */
export function isReadable(element: Element, behind: Element[], left: number): boolean {
  const style = getComputedStyle(element)
  const text = colourOf(style.getPropertyValue('-webkit-text-fill-color') || style.color)
  const alpha = text[3] * left
  if (alpha < 0.25) return false
  const layers: Colour[] = []
  let ground: Colour | undefined
  for (const box of behind) {
    const { backgroundColor, backgroundImage, backgroundClip, opacity } = getComputedStyle(box)
    if (backgroundImage !== 'none' && !backgroundClip.includes('text')) {
      // A gradient’s colours are known; of a picture nothing is.
      const colours = backgroundImage.includes('url(') ? null : backgroundImage.match(/\b\w+\([^()]*\)/g)
      return colours?.some(one => differs(text, colourOf(one), alpha)) === true
    }
    const colour = colourOf(backgroundColor)
    colour[3] *= Number(opacity)
    if (colour[3] > 0.99) {
      ground = colour
      break
    }
    if (colour[3] > 0) layers.push(colour)
  }
  const behindAll = layers.reduceRight((below, layer) => over(layer, below), ground ?? canvasColour(element))
  return differs(text, behindAll, alpha)
}

const differs = (text: Colour, ground: Colour, alpha: number): boolean =>
  ([0, 1, 2] as const).some(at => Math.abs(text[at] - ground[at]) * alpha >= leastDifference)

/** What the browser itself paints behind a page that paints nothing. */
function canvasColour(element: Element): Colour {
  const root = element.ownerDocument.documentElement
  const schemes = getComputedStyle(root).colorScheme
  const dark = schemes.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches
  return dark ? [18, 18, 18, 1] : [255, 255, 255, 1]
}
