/** Does a control look as Keyway drew it? Compares what Chrome computed, so that it need not be known how a page could change it. */
import { colourOf } from './colour.ts'

/** WCAG 2.2, 1.4.11: the least contrast of a control. */
const leastContrast = 3
/** Pixels. WCAG 2.2, 2.5.8: the least size of a target. */
const leastSize = 24
const leastFont = 12

/** @param label the text that the control has to show */
export function looksAsDrawn(button: HTMLElement, label: string): boolean {
  for (let part: Element | null = button; part; part = part.parentElement) {
    const { opacity, visibility, filter, clipPath, maskImage, mixBlendMode } = getComputedStyle(part)
    if (opacity !== '1' || visibility !== 'visible' || mixBlendMode !== 'normal') return false
    if ([filter, clipPath, maskImage].some(effect => effect !== 'none')) return false
  }
  const card = button.closest('[data-keyway]')
  return (
    button.textContent === label && hasRoom(button) && isReadable(button) && card !== null && isReadable(card)
  )
}

function hasRoom(button: HTMLElement): boolean {
  const words = document.createRange()
  words.selectNodeContents(button)
  const [outer, inner] = [button.getBoundingClientRect(), words.getBoundingClientRect()]
  return (
    outer.height >= leastSize &&
    outer.width >= inner.width &&
    inner.height >= leastFont &&
    // A quarter of the font's size for each letter: less would be a font that draws nothing.
    inner.width >= (leastFont / 4) * button.textContent.length &&
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1
  )
}

function isReadable(element: Element): boolean {
  const { color, backgroundColor, fontSize } = getComputedStyle(element)
  return Number.parseFloat(fontSize) >= leastFont && contrast(color, backgroundColor) >= leastContrast
}

/** The contrast of two colours, 1 to 21; 0 when one of them is transparent. */
function contrast(text: string, ground: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue, alpha] = colourOf(colour)
    const linear = (value: number) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    return alpha < 0.98 ? Number.NaN : 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
  const [one, other] = [luminance(text), luminance(ground)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) || 0
}
