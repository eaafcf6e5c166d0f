/**
 * What one element of the page shows and where it stands. Texts are the page's own, hidden or not; nothing here forces style or
 * layout but `boxOf`.
 */

import { MUTE } from './name.ts'
import { parentOf } from './tree.ts'
import { bare, fold, squeeze, unplussed } from './words.ts'

/** As much of a text as is compared. */
const OPENING = 120

export class Traits {
  readonly element: Element
  readonly tag: string
  readonly id: string
  readonly class: string
  readonly href: string
  /** The beginning of its text, the same bare, and squeezed. */
  readonly opening: string
  readonly bare: string
  readonly text: string

  constructor(element: Element, [opening, stripped]: [string, string]) {
    this.element = element
    this.tag = element.localName
    this.opening = opening
    this.bare = stripped
    this.text = unplussed(stripped) || fold(opening)
    const marked = element.hasAttributes()
    this.id = (marked && element.getAttribute('id')) || ''
    this.class = (marked && element.getAttribute('class')) || ''
    this.href = (marked && element.getAttribute('href')) || ''
  }
}

export type Surroundings = {
  path: string[]
  box: [number, number, number, number]
  before: string[]
  after: string[]
  zone: string
}

/** Where an element stands; read anew each time, because it changes with the page around it. */
export const surroundingsOf = (element: Element): Surroundings => ({
  path: pathOf(element).split('/'),
  box: boxOf(element),
  before: textsBeside(element, 'previousNode').map(squeeze),
  after: textsBeside(element, 'nextNode').map(squeeze),
  zone: zoneOf(element),
})

/** The beginning of an element's text, and the same bare; its children's are asked of `traitsOf`. */
export function readText(element: Element, traitsOf: (child: Element) => Traits): [string, string] {
  let opening = ''
  let stripped = ''
  if (element.localName === 'input') opening = buttonValue(element)
  else
    for (let child = element.firstChild; child && opening.length <= OPENING; child = child.nextSibling) {
      let piece = ''
      if (child.nodeType === 3) {
        piece = tidy((child as Text).data)
        stripped += bare(piece)
      } else if (child.nodeType === 1 && !MUTE.has((child as Element).localName)) {
        const traits = traitsOf(child as Element)
        piece = traits.opening
        stripped += traits.bare
      }
      if (piece) opening = opening ? `${opening} ${piece}` : piece
    }
  if (stripped && opening.length <= OPENING) return [opening, stripped]
  opening = opening.slice(0, OPENING)
  return [opening, bare(opening)]
}

function tidy(data: string): string {
  const text = data.trim()
  return /\s\s|[^\S ]/.test(text) ? text.slice(0, 400).replace(/\s+/g, ' ') : text
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

const FOOT = /\b(foot(er)?|colophon|contentinfo)\b/
const HEAD = /\b(header|masthead|topbar|topnav|navbar|banner)\b/

/** The page's head or foot, by landmarks or by what pages call these parts; empty for all that is between. */
export function zoneOf(element: Element): 'head' | 'foot' | '' {
  for (let up: Element | null = element; up && up.localName !== 'body'; up = parentOf(up)) {
    const tag = up.localName
    if (tag === 'main' || tag === 'article' || tag === 'section') continue
    if (tag === 'footer') return 'foot'
    if (tag === 'header') return 'head'
    const called = `${up.id} ${up.getAttribute('class') ?? ''} ${up.getAttribute('role') ?? ''}`
    if (called.length < 3) continue
    const words = called
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[_-]/g, ' ')
      .toLowerCase()
    if (FOOT.test(words)) return 'foot'
    if (HEAD.test(words)) return 'head'
  }
  return ''
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
