/** The controls of a page that a person sees, shadow roots and frames included, and what names each. Reads only. */
import { heard, labelsOf, nameOf } from '../../../locator/name.ts'
import { isPicker, MENUS, placeholdersOf, textBefore } from '../../../locator/place.ts'
import { DIALOGS, faint, seeable } from '../../../locator/reach.ts'
import { CONTROLS, roleOf } from '../../../locator/role.ts'
import { closest, holds, type Root, rootsFrom } from '../../../locator/tree.ts'
import { isSaid, type Kind } from '../core/grade.ts'
import type { PageFacts } from '../core/tour.ts'
import { readsAs } from './reads-as.ts'

/** Is it in what opens for a moment over a control and belongs to it? */
export const isInList = (element: Element): boolean =>
  closest(element, '[role=listbox],[role=menu],[role=tooltip]:not(:has(button)),[role=option]') !== null

const site = 'nav,aside,[role=navigation],[role=complementary],[role=search],body>header,[role=banner]'
/** What the site says of itself, beside what the page is for. */
export const navigation = [site, 'footer,[role=contentinfo]'].join()
/** Leads to another page of the site, or to another tab of this one. */
export const elsewhere = '[role=tab],:is(nav,aside,[role=navigation]) [href]'
export const rows = 'tr,li,[role=row],[role=listitem]'

/** Every root of the page; frames of other sites are none. */
export const rootsOfPage = (): Root[] => rootsFrom(document)

/** Also those of components inside of it, which have shadow roots of their own. */
export const controlsWithin = (part: Element): Element[] => controlsIn(rootsFrom(part.shadowRoot ?? part))

/** In the order of the page, root after root. */
export const controlsIn = (roots: Root[]): Element[] =>
  roots
    .flatMap(root => [...root.querySelectorAll(CONTROLS)])
    .filter(element => seeable(element) && !isInList(element))

/** Boxes to choose from that have no role, as they were seen last. */
export const tiles = new WeakSet<Element>()
/** What is written on those that the person chose, by all that is written around them: drawn anew each is another element. */
const chosen = new Map<string | undefined, string>()

const points = (element: Element): boolean => getComputedStyle(element).cursor === 'pointer'
const isBox = (element: Element): boolean =>
  points(element) && seeable(element) && !element.role && !element.querySelector(CONTROLS)

/**
 * Only the pointer tells them: side by side, each with words of its own, and nothing else to press in them. Where one of them gives
 * up they are buttons.
 */
export const tilesIn = (part: Element): Element[] =>
  [...part.querySelectorAll('div')].filter(one => {
    const up = one.parentElement as Element
    const all = [...up.children].filter(isBox)
    return (
      isBox(one) &&
      !points(up) &&
      all[1] &&
      !all.some(one => isWayOut(one)) &&
      !rowAround(one) &&
      tiles.add(one)
    )
  })

export function chooseTile(event: Event): void {
  for (const one of event.composedPath() as Element[])
    if (tiles.has(one)) chosen.set(one.parentElement?.textContent, one.textContent)
}

/** Until one of them is pressed nobody knows. */
export function isTileChosen(tile: Element): boolean | undefined {
  const text = chosen.get(tile.parentElement?.textContent)
  return text === undefined ? text : text === tile.textContent
}

export function kindOf(element: Element): Kind {
  const role = roleOf(element)
  if (
    tiles.has(element) ||
    /^(?:radio|checkbox|switch|tab)$/.test(role) ||
    element.hasAttribute('aria-pressed')
  )
    return 'toggle'
  if (/^(?:combobox|listbox)$/.test(role) || isPicker(element)) return 'pick'
  if (/^(?:textbox|spinbutton|slider|searchbox)$/.test(role)) return 'field'
  return element.localName === 'input' && role === '' ? 'field' : 'press'
}

/**
 * A field that waits for something: none that only shows a text or stands behind what a library draws, and none to search with.
 * Many lists are made of such a field, and what is chosen in them may be searched for.
 */
export const isEntry = (element: Element): boolean =>
  kindOf(element) !== 'press' &&
  !element.matches(
    ':disabled,[aria-hidden=true],[role=tab],:is([readonly],[type=password],[type=search],[role=searchbox]):not([role=combobox])',
  ) &&
  (element.role === 'combobox' || !readsAs('searches', saysOf(element)))

/** What the site draws beside everything else. A dialog has parts of these kinds of its own, and a form may be drawn as one. */
export function isOfSite(element: Element, form: Element | null): boolean {
  const part = closest(element, site)
  if (part === null || form === null) return part !== null
  return !holds(part, form) && !(holds(form, part) && form.matches(DIALOGS))
}

export const hasSiteIn = (form: Element): boolean =>
  [...form.querySelectorAll(site)].some(part => isOfSite(part, form))

/** What is written on it: its name may be in another language. */
export const writtenOn = (element: Element): string =>
  /press|toggle/.test(kindOf(element)) ? heard(element) : ''

/** All that names it, in one line. */
export const saysOf = (element: Element): string =>
  [
    ...new Set([
      nameOf(element),
      writtenOn(element),
      ...labelsOf(element),
      ...placeholdersOf(element),
      textBefore(element),
    ]),
  ]
    .join(' ')
    .slice(0, 200)

export const isOpenTab = (tab: Element): boolean => tab.matches('[aria-selected=true],[aria-expanded=true]')

/** Those of the form that is open, or else of the page; and its menus that say nothing of what is in them. */
export const tabsOf = (form: Element | null | undefined): Element[] =>
  (form ? controlsWithin(form) : controlsIn(rootsOfPage())).filter(
    one =>
      one.matches('[role=tab][aria-selected]') ||
      (one.matches(MENUS) && kindOf(one) === 'press' && !rowAround(one) && !isOfSite(one, form ?? null)),
  )

/**
 * Of these tabs the one that says one of these, or the only one, or the first of several.
 * @param mayBeOnly a tab of which nothing is known comes into question
 */
export function tabAmong(
  tabs: Element[],
  like: string[][],
  mayBeOnly: (tab: Element) => boolean,
): { tab: Element; is: NonNullable<PageFacts['hasTab']> } | undefined {
  const named = tabs.filter(one => like.some(group => isSaid(heard(one), [group])))
  const is = named.length > 0 ? 'named' : 'only'
  const [tab, ...others] = is === 'named' ? named : tabs.filter(mayBeOnly)
  return tab && { tab, is: others[0] ? 'several' : is }
}

/** Where a library draws a box or a list of its own, the real one is hidden in what has its words. */
export function drawnFor(element: Element): Element {
  let at: Element | null = element
  if (element.matches('input') && [element, element.parentElement ?? element].some(faint))
    while (at && !at.textContent.trim()) at = at.parentElement
  return at ?? element
}

/**
 * Does something of the page lie over its middle?
 * @param veils only what covers the whole page counts: a dialog and what shuts off the rest, whatever role it has
 */
export function isCovered(element: Element, own: Element | null, veils?: true): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  const all = element.ownerDocument
    .elementsFromPoint(left + width / 2, top + height / 2)
    .filter(one => one !== own)
  // What is drawn in the place of a box or a switch stands beside it.
  const place = (!veils && element.parentElement) || element
  const at = all.findIndex(one => holds(place, one) || holds(one, element))
  return all
    .slice(0, at < 0 ? all.length : at)
    .some(one => !veils || (one.clientWidth >= innerWidth && one.clientHeight >= innerHeight))
}

export const rowAround = (element: Element): Element | null => closest(element, rows)

/** By its name, or by what is written on it. */
export const isNamed = (element: Element, what: 'signsIn' | 'copies' | 'goesOn'): boolean =>
  [nameOf(element), writtenOn(element)].some(text => readsAs(what, text))

/** By what people read; its name may be in another language. */
export const isWayOut = (element: Element, what: 'wayOut' | 'answersNo' = 'wayOut'): boolean =>
  readsAs(what, writtenOn(element) || nameOf(element))

/** Could it send a form? It has words, is no choice, and explains nothing. */
export const isSender = (element: Element): boolean =>
  kindOf(element) === 'press' &&
  element.matches('button:not([role=tab]),a,input,[role=button],[role=link]') &&
  /\p{L}{2}/u.test(writtenOn(element) || (element as HTMLInputElement).value)

/** Drawn anew it is another element, but the same control. */
export function markOf(element: Element): string {
  const { localName, textContent } = element
  return [
    localName,
    ...['type', 'role', 'aria-label', 'placeholder'].map(name => element.getAttribute(name)),
    localName === 'select' || textContent.slice(0, 40),
  ].join('|')
}

export function count(elements: Element[]): Map<string, number> {
  const marks = new Map<string, number>()
  for (const element of elements) marks.set(markOf(element), (marks.get(markOf(element)) ?? 0) + 1)
  return marks
}

export function moreThan(before: Map<string, number>, elements: Element[]): Element[] {
  const left = new Map(before)
  return elements.filter(element => {
    const mark = markOf(element)
    const rest = left.get(mark) ?? 0
    left.set(mark, rest - 1)
    return rest <= 0
  })
}
