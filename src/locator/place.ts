/** Where on the page an element stands: its dialog's name, the headings above it, its row. Reads the tree only. */

import { heard, nameOf } from './name.ts'
import { ancestors } from './tree.ts'
import { squeeze } from './words.ts'

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading],legend,caption'
const ROWS =
  'tr,li,[role=row],[role=listitem],[role=option],[role=menuitem],[role=treeitem],article,[role=article]'

/** A dialog's own name, then its headings: either may be what a guide calls it. */
export function titlesOf(container: Element): string[] {
  const titles = [nameOf(container)]
  for (const heading of container.querySelectorAll(HEADINGS)) titles.push(heard(heading))
  const named = titles.filter(Boolean)
  return named.length > 0 ? named : [firstText(container)]
}

/** The oldest dialogs have neither name nor heading: their title is simply what they begin with. */
function firstText(container: Element): string {
  const walker = container.ownerDocument.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue?.trim()
    if (text) return text
  }
  return ''
}

/** Names of the groups it is in and the nearest headings that stand before it, the nearest first. */
export function sectionsOf(element: Element, most = 4): string[] {
  const found: string[] = []
  let below = element
  for (const up of ancestors(element)) {
    const label = up.getAttribute('aria-label') ?? (up.hasAttribute('aria-labelledby') ? nameOf(up) : '')
    const heading = headingBefore(up, below)
    if (heading) found.push(heading)
    if (label) found.push(label)
    if (found.length >= most || up.localName === 'body') break
    below = up
  }
  return [...new Set(found)].slice(0, most)
}

/** The last heading among the children of `container` that come before `child`. */
function headingBefore(container: Element, child: Element): string {
  let steps = 0
  for (let at = child.previousElementSibling; at && steps < 40; at = at.previousElementSibling, steps++) {
    if (at.parentElement !== container) break
    if (at.matches(HEADINGS)) return heard(at)
    const inside = at.querySelectorAll(HEADINGS)
    const last = inside[inside.length - 1]
    if (last) return heard(last)
  }
  return ''
}

/** The nearest row that says more than the element itself. */
export function rowOf(element: Element): Element | undefined {
  if (element.matches('tr,[role=row]')) return element
  const own = squeeze(element.textContent)
  for (const up of ancestors(element)) if (up.matches(ROWS) && squeeze(up.textContent) !== own) return up
  return undefined
}

/** What has a label of its own, or is the label of something else. */
const TAKEN = 'input,select,textarea,button,a,label[for]'

export const MENUS = '[aria-haspopup=menu],[aria-haspopup=true]'

/** A button that opens a list, and says what is chosen there. What unfolds a part of the page, opens a dialog, or a menu without a word of its own, is none. */
export const isPicker = (element: Element): boolean =>
  element.matches('[role=combobox],[aria-haspopup]:not([aria-haspopup=dialog])') &&
  (/[\p{L}\p{N}]/u.test(element.textContent) || !element.matches(MENUS))

const LABELLED =
  'input,select,textarea,fieldset,[role=switch],[role=checkbox],[role=textbox],[role=spinbutton],[role=slider],[role$=group],[contenteditable=true]'

/** What says by itself only how it stands: what it is for stands beside it. */
export const isLabelled = (element: Element): boolean => element.matches(LABELLED) || isPicker(element)

/** Many layouts tie no label to a field: the text right before it, or drawn over it, is what a person takes for its label. */
export function textBefore(element: Element): string {
  if (!isLabelled(element)) return ''
  const over = element.nextElementSibling
  if (!element.previousElementSibling && over?.matches('label,span')) return heard(over)
  let at = element
  for (let up = 0; up < 3; up++) {
    const before = at.previousElementSibling
    if (before) return before.matches(TAKEN) || before.querySelector(TAKEN) ? '' : heard(before)
    if (!at.parentElement) break
    at = at.parentElement
  }
  return ''
}

export function placeholdersOf(element: Element): string[] {
  return [element.getAttribute('placeholder'), element.getAttribute('aria-placeholder')].filter(
    text => text !== null,
  )
}
