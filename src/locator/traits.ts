/**
 * What one element of the page shows and where it stands. Texts are the page's own, hidden or not; nothing here forces style or
 * layout but `boxOf`.
 */

import { MUTE } from './name.ts'
import { squash } from './squash.ts'
import { parentOf } from './tree.ts'
import { bare } from './words.ts'

/** As much of a text as is compared. */
const OPENING = 120

/** The beginning of an element's text, and the same bare. */
export type Traits = { opening: string; bare: string }

/** @param traitsOf what is known of a child */
export function readText(element: Element, traitsOf: (child: Element) => Traits): Traits {
  let opening = ''
  let stripped = ''
  if (element.localName === 'input') opening = buttonValue(element)
  else
    for (let child = element.firstChild; child && opening.length <= OPENING; child = child.nextSibling) {
      let piece = ''
      if (child.nodeType === 3) {
        piece = squash((child as Text).data)
        stripped += bare(piece)
      } else if (child.nodeType === 1 && !MUTE.has((child as Element).localName)) {
        const traits = traitsOf(child as Element)
        piece = traits.opening
        stripped += traits.bare
      }
      if (piece) opening = opening ? `${opening} ${piece}` : piece
    }
  if (stripped && opening.length <= OPENING) return { opening, bare: stripped }
  opening = opening.slice(0, OPENING)
  return { opening, bare: bare(opening) }
}

/** A button's caption is written in its value; what a person typed is never read. */
const buttonValue = (element: Element): string =>
  /^(submit|button|reset)$/i.test(element.getAttribute('type') ?? '')
    ? (element.getAttribute('value') ?? '')
    : ''

/** Beyond this the number of a row says nothing. */
const FAR = 60

export function pathOf(element: Element): string {
  const parts: string[] = []
  for (let at: Element | null = element; at && at.localName !== 'html'; at = parentOf(at)) {
    let number = 1
    for (
      let before = at.previousElementSibling;
      before && number < FAR;
      before = before.previousElementSibling
    )
      if (before.localName === at.localName) number++
    parts.unshift(at.localName + number)
  }
  return parts.join('/')
}

export function boxOf(element: Element): [number, number, number, number] {
  const box = element.getBoundingClientRect()
  const view = element.ownerDocument.defaultView
  return [box.left + (view?.scrollX ?? 0), box.top + (view?.scrollY ?? 0), box.width, box.height]
}

/** Up to three short texts before or after an element in reading order. */
export function textsBeside(element: Element, way: 'previousNode' | 'nextNode'): string[] {
  const walker = element.ownerDocument.createTreeWalker(element.getRootNode(), NodeFilter.SHOW_TEXT)
  let from: Node = element
  if (way === 'nextNode') while (from.lastChild) from = from.lastChild
  walker.currentNode = from
  const texts: string[] = []
  for (let steps = 0; steps < 40 && texts.length < 3; steps++) {
    const node = walker[way]() as Text | null
    if (!node) break
    const text = node.data.length < 300 ? node.data.trim() : ''
    const parent = node.parentElement
    if (text && text.length <= 80 && parent && !MUTE.has(parent.localName)) texts.push(text)
  }
  return texts
}
