/**
 * Does a person see this key? Wholly painted, in readable colours, not clipped, not covered, in the order in which it is read. A
 * page can put another key where the visible one seems to be; what this file does not let through is never taken.
 */
import { parentOf } from '../../../locator/tree.ts'
import { type Field, type KeyText, rangeOf } from './key-texts.ts'
import { hasPaintedPart, isReadable, isSeeThrough } from './paint.ts'

/** Pixels that must be in sight of a key that is longer than its box, as most fields are. */
const leastWidth = 60
const slack = 1.5

/** @param own Keyway's element: what it covers is not hidden by the page. */
export function isInSight(text: KeyText, own: Element | null): boolean {
  try {
    const boxes = boxesOf(text, true)
    if (boxes.length === 0) return false
    return withEveryPointer(text.element, () => {
      const stubborn = stubbornCovers(text.element)
      return boxes.every(box => isSeen(box, own, stubborn))
    })
  } catch {
    // A field of a form may have the name of one of the element’s own properties and hide it.
    return false
  }
}

/** Would a person see it if they scrolled? Then a guide may lead there; it is taken only when it is in sight. */
export function isWithinReach(text: KeyText): boolean {
  const boxes = boxesOf(text, false)
  const { scrollX, scrollY } = text.element.ownerDocument.defaultView ?? window
  return (
    boxes.length > 0 &&
    boxes.every(
      ({ element, box }) =>
        isReadable(element, [...upFrom(element)], opacityOf(element)) &&
        box.left + scrollX >= 0 &&
        box.top + scrollY >= 0,
    )
  )
}

const boxesOf = (text: KeyText, inWindow: boolean): Seen[] =>
  (text.fields
    ? fieldBoxes(text.fields, inWindow)
    : text.field
      ? fieldBox(text.field, text.key, inWindow)
      : textBoxes(text, inWindow)) ?? []

/** A part of the key on the screen. */
type Seen = { element: Element; box: DOMRect }

function* upFrom(element: Element): Generator<Element> {
  for (
    let at: Element | null = element;
    at;
    at = Reflect.get(Element.prototype, 'assignedSlot', at) ?? parentOf(at)
  )
    yield at
}

/** Filters that can make a text unreadable, and the line through a text that no longer counts. A blur of zero is what animations leave behind. */
const hides = /url\(|blur\((?!0p)|opacity|contrast|brightness|through/

/** The opacity that its own and its ancestors’ styles leave it; 0 when something else makes it invisible. */
function opacityOf(element: Element): number {
  let left = 1
  for (const at of upFrom(element)) {
    const { opacity, filter, maskImage, textDecorationLine } = getComputedStyle(at)
    left *= Number(opacity)
    if (hides.test(filter + textDecorationLine) || maskImage !== 'none') return 0
  }
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) ? left : 0
}

/** Does the page draw the very letters of the text? */
function isDrawnAsWritten(element: Element): boolean {
  const style = getComputedStyle(element)
  return (
    Number.parseFloat(style.fontSize) >= 6 &&
    style.getPropertyValue('-webkit-text-security') === 'none' &&
    style.textTransform === 'none' &&
    !/override/.test(style.unicodeBidi) &&
    !['::before', '::after'].some(part => attaches(element, part)) &&
    !hasPaintedPart(element, 0.3)
  )
}

/** Letters or dots from `::before` or `::after` right beside the key make it read as another text. */
function attaches(element: Element, part: string): boolean {
  const { content, display, position } = getComputedStyle(element, part)
  if (/^(?:none|normal)$/.test(content) || display === 'none' || position === 'absolute') return false
  const text = content.replace(/^["']|["']$/g, '')
  return (
    /^url|counter|attr/.test(content) || /[\w*•●…-]/.test((part === '::before' ? text.at(-1) : text[0]) ?? '')
  )
}

/** A key in several parts counts as seen when each part is seen whole, in reading order. */
function fieldBoxes(fields: Field[], inWindow: boolean): Seen[] | null {
  const all: Seen[] = []
  for (const field of fields) {
    const [one] = fieldBox(field, field.value, inWindow) ?? []
    if (!one || field.scrollWidth > field.clientWidth || !comesAfter(one.box, all.at(-1)?.box)) return null
    all.push(one)
  }
  return all
}

/** Further right, or further down. */
const comesAfter = (box: DOMRect, last: DOMRect | undefined): boolean =>
  !last || box.top >= last.top + last.height / 2 || box.left >= last.right - slack

function fieldBox(field: Field, key: string, inWindow: boolean): Seen[] | null {
  if (field.type === 'password' || !isDrawnAsWritten(field)) return null
  const style = getComputedStyle(field)
  const number = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
  const { left, top } = field.getBoundingClientRect()
  const width = field.clientWidth - number('padding-left') - number('padding-right')
  const height = field.clientHeight - number('padding-top') - number('padding-bottom')
  const spacing = number('letter-spacing')
  const indent = number('text-indent')
  const line = number('line-height') || number('font-size') * 1.2
  if (width < leastWidth || height < 6 || spacing < -1.5 || spacing > 8 || indent < -1 || indent > width / 2)
    return null
  // A button often covers the end of a field, so only the first part of its width is checked.
  const box = new DOMRect(
    left + field.clientLeft + number('padding-left'),
    top + field.clientTop + number('padding-top'),
    Math.max(width * 0.6, leastWidth),
    height,
  )
  const seen = isNearTheStart(field, key, line) && visiblePart(box, field, inWindow)
  if (!seen || seen.left > box.left + slack || seen.width < leastWidth || seen.height < height - slack)
    return null
  return [{ element: field, box: seen }]
}

/** A key that stands behind a lot of other text in its field is outside the part of the field that is shown. */
function isNearTheStart({ value, scrollTop, clientHeight }: Field, key: string, lineHeight: number): boolean {
  const lines = value.slice(0, value.indexOf(key)).split('\n')
  const middle = (lines.length - 0.5) * lineHeight - scrollTop
  return (lines.at(-1) ?? '').length <= 40 && (lines.length === 1 || (middle > 0 && middle < clientHeight))
}

function textBoxes({ key, pieces }: KeyText, inWindow: boolean): Seen[] | null {
  const all: Seen[] = []
  let last: DOMRect | undefined
  for (const piece of pieces) {
    const element = piece.node.parentElement
    if (!element || !isDrawnAsWritten(element)) return null
    for (const box of rangeOf(piece).getClientRects()) {
      // A line that ends in an ellipsis has two boxes: the whole line, and the part that is drawn.
      if (box.width === 0 || (last && box.left === last.left && box.top === last.top)) continue
      if (!comesAfter(box, last) || box.height < 5) return null
      last = box
      all.push({ element, box })
    }
  }
  if (widthOf(all) < key.length * 1.5) return null
  return cutToSight(all, inWindow)
}

const widthOf = (all: Seen[]): number => all.reduce((sum, { box }) => sum + box.width, 0)

/** The boxes whole or, in one line that is longer than its box, as much as the box shows of its beginning; null when less is shown. */
function cutToSight(all: Seen[], inWindow: boolean): Seen[] | null {
  const oneLine = all.every(({ box }) => Math.abs(box.top - (all[0]?.box.top ?? 0)) < box.height / 2)
  const seen: Seen[] = []
  for (const { element, box } of all) {
    const part = visiblePart(box, element, inWindow)
    if (part && part.height < box.height - slack * 2) return null
    const isWhole = part !== null && part.width >= box.width - slack
    if (part && part.left > box.left + slack) return null
    if (part && part.width > 0) seen.push({ element, box: part })
    if (isWhole) continue
    return oneLine && widthOf(seen) >= leastWidth ? seen : null
  }
  return seen
}

/** The points at which it is checked: not at the very edge, where rounding may hit the neighbour. */
const pointsIn = ({ left, right, width }: DOMRect): number[] =>
  width < 5 ? [left + width / 2] : [left + 2, left + width / 2, right - 2]

/** The part of a box that the boxes around it and the window do not clip; null when all of it is clipped. */
function visiblePart(box: DOMRect, element: Element, inWindow: boolean): DOMRect | null {
  const view = element.ownerDocument.defaultView
  let { left, top, right, bottom } = box
  const cut = (by: { left: number; top: number; right: number; bottom: number }, x: boolean, y: boolean) => {
    if (x) [left, right] = [Math.max(left, by.left), Math.min(right, by.right)]
    if (y) [top, bottom] = [Math.max(top, by.top), Math.min(bottom, by.bottom)]
  }
  let isOwn = true
  for (const at of upFrom(element)) {
    const { overflowX, overflowY, position, display } = getComputedStyle(at)
    // A part that only the page’s own edge cuts off can be scrolled to.
    if (at.matches('html')) break
    if (!/^inline$|contents/.test(display) && !at.matches('body')) {
      // Text that overflows its own box is painted, but `elementsFromPoint` does not find it there.
      cut(at.getBoundingClientRect(), isOwn || overflowX !== 'visible', overflowY !== 'visible')
      isOwn = false
    }
    if (position === 'fixed') break
  }
  if (inWindow)
    cut({ left: 0, top: 0, right: view?.innerWidth ?? 0, bottom: view?.innerHeight ?? 0 }, true, true)
  return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null
}

function isSeen({ element, box }: Seen, own: Element | null, stubborn: Element[]): boolean {
  const opacity = opacityOf(element)
  const y = box.top + box.height / 2
  const liesOver = (other: Element, x: number) => {
    const { left, top, right, bottom } = other.getBoundingClientRect()
    return x >= left && x <= right && y >= top && y <= bottom && !isSeeThrough(other, x, y)
  }
  return (
    opacity > 0 &&
    pointsIn(box).every(
      x =>
        isOnTop(element, x, y, opacity, own) && !stubborn.some(other => other !== own && liesOver(other, x)),
    )
  )
}

/** Elements that no pointer can hit even now. Whether one lies above the key cannot be found out, so at the same place it counts as a cover. */
const stubbornCovers = (element: Element): Element[] =>
  rootsOf(element)
    .flatMap(root => [...root.querySelectorAll('*')])
    .filter(other => getComputedStyle(other).pointerEvents === 'none' && !other.contains(element))

/** The document and the shadow roots that an element stands in, through the frames around it. */
const rootsOf = (element: Element): (Document | ShadowRoot)[] => [
  ...new Set([...upFrom(element)].map(at => at.getRootNode() as Document | ShadowRoot)),
]

/** Does nothing that paints lie above the element at this point, or above the frames around it? */
function isOnTop(element: Element, x: number, y: number, opacity: number, own: Element | null): boolean {
  const stack = stackAt(element.ownerDocument, x, y).filter(other => other !== own)
  const at = stack.indexOf(element)
  if (at < 0 || !stack.slice(0, at).every(other => isSeeThrough(other, x, y))) return false
  const frame = element.ownerDocument.defaultView?.frameElement
  if (!isReadable(element, stack.slice(at), opacity)) return false
  if (!frame || element.ownerDocument === document) return true
  const place = frame.getBoundingClientRect()
  const inner = [place.left + frame.clientLeft + x, place.top + frame.clientTop + y] as const
  const outer = stackAt(frame.ownerDocument, ...inner).filter(other => other !== own)
  return (
    outer.slice(0, outer.indexOf(frame)).every(other => isSeeThrough(other, ...inner)) &&
    outer.includes(frame)
  )
}

/** All that lies at a point, the topmost first, with what is inside of open shadow roots before their hosts. */
function stackAt(root: Document | ShadowRoot, x: number, y: number): Element[] {
  return root
    .elementsFromPoint(x, y)
    .filter(element => element.getRootNode() === root)
    .flatMap(element => (element.shadowRoot ? [...stackAt(element.shadowRoot, x, y), element] : [element]))
}

/**
 * Runs `look` with a style sheet by which the pointer can hit every element: a cover with `pointer-events: none` hides a key all the same, and
 * many pages let the pointer through a disabled field. The sheet is removed in the same turn, so nothing is painted and no script of the page runs meanwhile.
 */
function withEveryPointer(element: Element, look: () => boolean): boolean {
  const before = rootsOf(element).map(root => ({ root, sheets: [...root.adoptedStyleSheets] }))
  for (const { root, sheets } of before) {
    const view = (root.ownerDocument ?? (root as Document)).defaultView ?? window
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync('*{pointer-events:auto!important}')
    root.adoptedStyleSheets = [...sheets, sheet]
  }
  try {
    return look()
  } finally {
    for (const { root, sheets } of before) root.adoptedStyleSheets = sheets
  }
}
