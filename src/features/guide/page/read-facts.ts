/** Reads what is so on the page: only what the view asks about, and only yes or no. */
import type { Description, Located } from '../../../locator/description.ts'
import type { ShownKey } from '../../capture/page/new-keys.ts'
import { innocent } from '../../capture/page/reveal.ts'
import type { PageView } from '../core/page-view.ts'
import type { ElementFact, PageFacts, ViewTarget } from '../core/tour.ts'
import type { ListedRows } from './page-rows.ts'
import { listedRows } from './page-rows.ts'
import { headingAmong, openDialogs, plain, textsShown, titlesOf } from './page-texts.ts'

type Locator = { locate(target: Description): Located }
export type Read = Omit<PageFacts, 'url' | 'settled' | 'drawn'> & { found: Map<string, Element> }

/** What the fields of the dialog said before it closed: goes along with the key when the worker asks for it. */
export type Said = { name?: string; project?: string; expires?: string }

/**
 * @param visited the field that the person went into
 * @param shown where a new key is shown
 */
export function readFacts(
  watch: PageView['watch'],
  locator: Locator,
  visited: Element | null,
  said: Said,
  shown: ShownKey | null,
): Read {
  const found = new Map<string, Element>()
  const elements: Record<string, ElementFact> = {}
  const rows = watch.targets.some(({ row }) => row !== undefined) ? listedRows() : undefined
  for (const target of watch.targets) {
    const { fact, element } =
      target.says === 'key' && shown
        ? inspect(shown.element, visited)
        : factOf(target, locator, visited, rows)
    elements[target.name] = fact
    if (element) found.set(target.name, element)
    if (element && target.says && target.says !== 'key') keep(said, target.says, element)
  }
  const dialogs = openDialogs()
  const titles = dialogs.flatMap(titlesOf)
  return {
    found,
    elements,
    dialogs: watch.dialogs.filter(name => titles.includes(plain(name))),
    anyDialog: dialogs.length > 0,
    texts: textsShown(watch.texts, dialogs),
    heading: headingAmong(watch.headings),
    keyShown: shown !== null,
    ...(rows && { rows: Object.fromEntries([...rows].map(([handle, { tail }]) => [handle, tail])) }),
    ...(shown && { keyTail: shown.tail }),
  }
}

function factOf(
  target: ViewTarget,
  locator: Locator,
  visited: Element | null,
  rows: ListedRows | undefined,
): { fact: ElementFact; element?: Element } {
  const { row: handle, taught, is } = target
  const row = typeof handle === 'string' ? rows?.get(handle) : undefined
  let status: ElementFact['status'] = 'missing'
  // It stands in one row, and which one is not known, or is not drawn any more: any other would be the wrong one.
  if (handle !== undefined && !row) return { fact: { status } }
  for (const description of taught ? [taught, ...is] : is) {
    const located = locator.locate(
      row ? { ...description, within: { ...description.within, row: [row.tail] } } : description,
    )
    if (row && located.element && !row.row.contains(located.element)) continue
    if (located.status === 'found' && located.element) return inspect(located.element, visited)
    if (located.status === 'ambiguous') status = 'ambiguous'
    else if (status === 'missing' && located.evidence.some(({ signal }) => signal === 'behind'))
      status = 'hidden'
  }
  return { fact: { status } }
}

function inspect(element: Element, visited: Element | null): { fact: ElementFact; element?: Element } {
  const { width, height } = element.getBoundingClientRect()
  if (width < 2 || height < 2) return { fact: { status: 'hidden' } }
  const disabled = element.matches(':disabled') || element.closest('[aria-disabled=true]') !== null
  const checked = checkedOf(element)
  const filled = filledOf(element)
  const focused = visited?.isConnected === true && element.contains(visited)
  return {
    element,
    fact: {
      status: 'found',
      ...(disabled && { disabled }),
      ...(checked !== undefined && { checked }),
      ...(filled !== undefined && { filled }),
      ...(focused && { focused }),
    },
  }
}

function checkedOf(element: Element): boolean | undefined {
  if (element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)) return element.checked
  for (const name of ['aria-checked', 'aria-selected', 'aria-pressed']) {
    const value = element.getAttribute(name)
    if (value !== null) return value === 'true'
  }
  const state = element.getAttribute('data-state') ?? ''
  if (/^(checked|on|active)$/.test(state)) return true
  return /^(unchecked|off|inactive)$/.test(state) ? false : undefined
}

/** What stands in a picker that has nothing picked. */
const nothingPicked = /^(select|choose|loading|none|optional|-|–|—)/i

function filledOf(element: Element): boolean | undefined {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return element.value.trim() !== ''
  if (element instanceof HTMLSelectElement) return element.value !== ''
  if (!element.matches('button, [role=combobox], [role=textbox], [contenteditable]')) return undefined
  const text = (element.textContent ?? '').trim()
  return text !== '' && !nothingPicked.test(text)
}

function keep(said: Said, what: keyof Said, element: Element): void {
  const text =
    element instanceof HTMLInputElement
      ? element.value
      : element instanceof HTMLSelectElement
        ? element.selectedOptions[0]?.text
        : element.textContent
  const clean = innocent(text)
  if (clean === undefined || nothingPicked.test(clean)) delete said[what]
  else said[what] = clean
}
