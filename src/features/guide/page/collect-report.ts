/**
 * Collects a report on this page: roles, tags, states and boxes, in the page’s order. It reads no value of a field, no comment and no style
 * sheet, and of all other texts only shapes and masked words leave this file. It works in small pieces, so that a large or hostile page stays responsive.
 */
import { nameOf } from '../../../locator/name.ts'
import { CONTROLS, roleOf } from '../../../locator/role.ts'
import { squash } from '../../../locator/squash.ts'
import { holds, pageOf } from '../../../locator/tree.ts'
import {
  addressShape,
  type Catalogue,
  type Collected,
  knownRole,
  knownTag,
  knownType,
  type Part,
  printPart,
  shapeOf,
} from '../core/report/report-lines.ts'
import { checkedOf, filledOf } from './form-fields.ts'
import { createMask, type Masked, type Where } from './mask-words.ts'

const mostLines = 1_200
const mostElements = 60_000
/** Milliseconds that one piece of work may take, and all of them together. */
const piece = 3
const longest = 3_000
/** A longer text is not compared with the guides’ wordings: none of them is so long. */
const mostText = 2_000

const silent = 'script,style,noscript,template,link,meta,head,title,svg *,option,datalist,canvas,object'
const cells = 'td,[role=cell],[role=gridcell],[role=rowheader],[role=log],[role=listbox]'
const named =
  /^(?:dialog|alertdialog|heading|columnheader|navigation|main|region|complementary|form|search|tablist|tabpanel|group|table|grid|radiogroup|menu|toolbar|img)$/

type Place = {
  element: Element
  depth: number
  x: number
  y: number
  isData: boolean
  inside: string[]
  alike: number
}

/** @param shown the element that the person showed Keyway for the target, if it is on the page */
export async function collectReport(catalogue: Catalogue, shown: Element | null): Promise<Collected> {
  const mask = createMask(catalogue)
  const lines: string[] = []
  const left: Place[] = [
    { element: document.body, depth: 0, x: 0, y: 0, isData: false, inside: [], alike: 0 },
  ]
  const began = performance.now()
  let pieceBegan = began
  let count = 0
  let isCut = false
  for (let place = left.pop(); place; place = left.pop()) {
    if (++count > mostElements || lines.length >= mostLines || performance.now() - began > longest) {
      isCut = true
      break
    }
    const part = tryPart(place, mask, catalogue, shown)
    if (part === 'nothing') continue
    if (part) lines.push(printPart(part.part))
    if (!part?.isLeaf) left.push(...tryInner(place, part ? place.depth + 1 : place.depth, shown).reverse())
    // A hidden tab draws no frames, and its timers run only once a second: there it need not pause.
    if (performance.now() - pieceBegan < piece || document.visibilityState === 'hidden') continue
    await new Promise(done => setTimeout(done))
    pieceBegan = performance.now()
  }
  const address = addressShape(location.href, location.href, catalogue.segments)
  return { address, window: [innerWidth, innerHeight], lines, isCut }
}

type Mask = (text: string, where: Where) => Masked
type Drawn = { part: Part; isLeaf: boolean }

/** A page may redefine properties of its elements. An element whose properties throw is left out. */
function tryPart(
  place: Place,
  mask: Mask,
  catalogue: Catalogue,
  shown: Element | null,
): Drawn | undefined | 'nothing' {
  try {
    return partOf(place, mask, catalogue, shown)
  } catch {
    return 'nothing'
  }
}

function partOf(
  place: Place,
  mask: Mask,
  { segments }: Catalogue,
  shown: Element | null,
): Drawn | undefined | 'nothing' {
  const { element } = place
  if (element.matches(silent)) return 'nothing'
  if (!element.checkVisibility())
    return getComputedStyle(element).display === 'contents' ? undefined : 'nothing'
  if (!element.checkVisibility({ visibilityProperty: true })) return undefined
  const { left, top, width, height } = element.getBoundingClientRect()
  const role = knownRole(roleOf(element))
  const isControl = element.matches(CONTROLS)
  const isLeafControl = isControl && !element.querySelector(CONTROLS)
  const text = isControl ? '' : ownText(element)
  const isFixed =
    !isControl && element.childElementCount > 0 && getComputedStyle(element).position === 'fixed'
  const isShown = element === shown
  if (!role && !isControl && text === '' && !isFixed && !isShown && !pageOf(element)) return undefined
  const isText = text !== '' && !element.querySelector(CONTROLS)
  const where: Where = isControl ? 'control' : place.isData || element.matches(cells) ? 'data' : 'text'
  const hint = attribute(element, 'placeholder')
  const said = isText ? text : isLeafControl || named.test(role) ? nameWithin(element) : text
  const masked = mask(said, where)
  const type = element.localName === 'input' ? knownType((element as HTMLInputElement).type) : undefined
  const id = shapeOf(attribute(element, 'id'))
  const classes = attribute(element, 'class').trim().split(/\s+/, 3).map(shapeOf).join(' ')
  const href = element.localName === 'a' ? attribute(element, 'href') : ''
  return {
    isLeaf: isLeafControl || isText,
    part: {
      depth: place.depth,
      role,
      tag: knownTag(element.localName),
      ...(type !== undefined && { type }),
      ...masked,
      ...(hint !== '' && { hint: mask(hint, 'text').says ?? '' }),
      states: [...statesOf(element, isControl), ...(isFixed ? ['fixed'] : []), ...place.inside],
      box: [left + place.x, top + place.y, width, height],
      ...(id && { id }),
      ...(classes && { classes }),
      ...(href && { to: addressShape(href, location.href, segments) }),
      ...(place.alike > 0 && { alike: place.alike }),
      ...(isShown && { isShown }),
    },
  }
}

function tryInner(place: Place, depth: number, shown: Element | null): Place[] {
  try {
    return inner(place, depth, shown)
  } catch {
    return []
  }
}

/** What is inside an element: its shadow root, its frame’s document, or its children. */
function inner(place: Place, depth: number, shown: Element | null): Place[] {
  const { element } = place
  const frame = pageOf(element)?.body
  const at = element.getBoundingClientRect()
  const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedElements() : []
  const children = frame
    ? [...frame.children]
    : slotted.length > 0
      ? slotted
      : [...(element.shadowRoot ?? element).children]
  const isData = place.isData || element.matches(cells)
  const base = {
    depth,
    x: place.x + (frame ? at.left : 0),
    y: place.y + (frame ? at.top : 0),
    isData,
    inside: frame ? ['in-frame'] : element.shadowRoot ? ['in-shadow'] : [],
  }
  return fewOfAlike(children, shown).map(({ child, alike }) => ({ ...base, element: child, alike }))
}

/** Of many siblings of one kind, for example rows, only the first few are reported: they tell all that a guide has to know. */
function fewOfAlike(children: Element[], shown: Element | null): { child: Element; alike: number }[] {
  const kept: { child: Element; alike: number }[] = []
  let run = 0
  let kind = ''
  for (const child of children) {
    const now = `${child.localName} ${child.getAttribute('role')}`
    run = now === kind ? run + 1 : 0
    kind = now
    const most = /^tr |row$/.test(now) ? 3 : 15
    const last = kept.at(-1)
    if (run < most || !last || (shown && holds(child, shown))) kept.push({ child, alike: 0 })
    else last.alike++
  }
  return kept
}

const attribute = (element: Element, name: string): string =>
  (element.getAttribute(name) ?? '').slice(0, mostText)

/** The accessible name, only of an element with little text: the name is computed from all text inside. */
function nameWithin(element: Element): string {
  const labels = attribute(element, 'aria-labelledby').split(/\s+/, 8)
  const root = element.getRootNode() as Document
  const sources = [element, ...labels.flatMap(id => (id && root.getElementById?.(id)) || [])]
  if (sources.some(isLong) || (element.getAttribute('aria-label') ?? '').length > mostText)
    return 'x'.repeat(99)
  return nameOf(element)
}

function isLong(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let length = 0
  for (let count = 0; walker.nextNode(); count++) {
    length += (walker.currentNode as Text).length
    if (length > mostText || count > 300) return true
  }
  return false
}

/** The element’s text, when some of it is its own and not only its children’s. */
function ownText(element: Element): string {
  let own = false
  for (const node of element.childNodes)
    own ||= node.nodeType === 3 && (node as Text).length < mostText && /\S/.test((node as Text).data)
  if (!own && [...element.childNodes].some(node => node.nodeType === 3 && (node as Text).length >= mostText))
    return 'x'.repeat(99)
  if (!own) return ''
  if ((element as HTMLElement).isContentEditable) return ''
  return isLong(element) ? 'x'.repeat(99) : squash(element.textContent)
}

function statesOf(element: Element, isControl: boolean): string[] {
  const is = (name: string, value = 'true') => element.getAttribute(`aria-${name}`) === value
  const opens = element.getAttribute('aria-haspopup')
  const checked = isControl ? checkedOf(element) : undefined
  const filled =
    isControl && element.matches('input,textarea,select,[role=combobox],[role=textbox],[contenteditable]')
      ? filledOf(element)
      : undefined
  const said: [string, boolean][] = [
    ['disabled', element.matches(':disabled') || is('disabled')],
    ['checked', checked === true],
    ['unchecked', checked === false],
    ['expanded', is('expanded')],
    ['collapsed', is('expanded', 'false')],
    ['required', element.matches('[required]') || is('required')],
    ['invalid', is('invalid')],
    ['read-only', element.matches('[readonly]')],
    ['editable', element.matches('[contenteditable=true]')],
    ['opens-list', opens === 'listbox'],
    ['opens-dialog', opens === 'dialog'],
    ['opens-menu', opens === 'menu' || opens === 'true'],
    ['current', element.matches('[aria-current]:not([aria-current=false])')],
    ['busy', is('busy')],
    ['modal', is('modal') || element.matches('dialog:modal')],
    ['filled', filled === true],
    ['empty', filled === false],
  ]
  return said.filter(([, isSo]) => isSo).map(([state]) => state)
}
