/** Reads what is so on the page: only what the view asks about, and only yes or no. */
import type { Description, Locator } from '../../../locator/description.ts'
import { frontOf } from '../../../locator/reach.ts'
import { fold } from '../../../locator/words.ts'
import type { ShownKey } from '../../capture/page/new-keys.ts'
import { innocent } from '../../capture/page/reveal.ts'
import type { PageView } from '../core/page-view.ts'
import { type ElementFact, lackingField, otherTab, type PageFacts, type ViewTarget } from '../core/tour.ts'
import type { Doubts } from './doubts.ts'
import { checkedOf, filledOf, gateOf, lackingIn } from './form-fields.ts'
import {
  drawnFor,
  isCovered,
  isOfSite,
  isOpenTab,
  kindOf,
  rootsOfPage,
  tabAmong,
  tabsOf,
} from './page-controls.ts'
import { type ListedRows, listedRows, rowsOfLists } from './page-rows.ts'
import { headingAmong, openDialogs, textsShown, titlesOf } from './page-texts.ts'
import { readsAs } from './reads-as.ts'

export type Read = Omit<PageFacts, 'url' | 'settled' | 'drawn'> & {
  found: Map<string, Element>
  /** Of a target that may be one of several: those. */
  several: Map<string, Element[]>
}

/** Where a form is, and what a target probably is. */
export type Surmise = {
  /** The form that is open, or what is around a key that is shown. */
  scope: Element | null
  /** Looks there only. */
  within: Locator
  doubts: Doubts
  /** Keyway’s element in the page, when there is one. */
  own: Element | null
  /** It brought the form that is open: it is not to be pressed again. */
  isOpener(element: Element): boolean
  /** The form is not drawn any more, and whether it is over is not known yet: what the page beside it shows is none of its parts. */
  isFormGone?: boolean
  /** The button in the form that was pressed last: while the page works it is off. */
  sent?: Element | null
  /** The target of the step. */
  wants?: string | undefined
  /** The target that was pressed last in this step. */
  pressed?: string | undefined
}

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
  surmise: Surmise,
): Read {
  const found = new Map<string, Element>()
  const several = new Map<string, Element[]>()
  const elements: Record<string, ElementFact> = {}
  const near = new Map<string, Element>()
  const { top: front, isFree } = frontOf(rootsOfPage())
  const isBehind = (one: Element): boolean => !isFree(one) || isCovered(one, surmise.own, true)
  const rows = watch.targets.some(({ row }) => row !== undefined) ? listedRows() : undefined
  for (const target of watch.targets) {
    const { fact, element, isNear }: Seen =
      target.says === 'key' && shown
        ? inspect(shown.element, visited)
        : factOf(target, locator, visited, rows, surmise)
    elements[target.name] = fact
    if (element) found.set(target.name, element)
    if (element && isNear && kindOf(element) === 'press') near.set(target.name, element)
    if (element && target.says && target.says !== 'key') keep(said, target.says, element)
  }
  for (const target of watch.targets) {
    const status = elements[target.name]?.status
    const row = typeof target.row === 'string' ? rows?.get(target.row)?.row : undefined
    const own = found.get(target.name)
    const isWhole = row !== undefined && own === row
    const rival = near.get(target.name)
    if (!target.like || target.says === 'key' || status === 'hidden') continue
    if (target.row !== undefined && !row) continue
    if (status === 'found' && !isWhole && !rival) continue
    // While no form is open, what is called like a part of it may be what opens it.
    const taken = [...found].flatMap(([name, one]) =>
      one !== own && (surmise.scope || !elements[name]?.loose) ? one : [],
    )
    const place = surmise.scope ?? (elements[target.name]?.loose ? document.body : null)
    const doubt = surmise.doubts.guess(target, place, row, new Set(taken), isBehind)
    const said = doubt?.elements ?? []
    const [only, ...others] = rival && !doubt?.isCertain ? new Set([rival, ...said]) : said
    // Where it is found and nothing else says it, it is certain.
    if (!only || surmise.isOpener(only) || (others[0] ? isWhole : only === own)) continue
    if (others[0]) {
      several.set(target.name, [only, ...others])
      elements[target.name] = { status: 'several' }
      continue
    }
    found.set(target.name, only)
    elements[target.name] = {
      ...inspect(only, visited).fact,
      ...(doubt?.isPicked !== undefined && { checked: doubt.isPicked }),
      status: doubt?.isCertain ? 'found' : 'likely',
    }
  }
  const dialogs = openDialogs()
  for (const [name, fact] of Object.entries(elements)) {
    const one = found.get(name)
    if (one && isBehind(one)) fact.behind = true
  }
  // Around a key that is shown something may have to be ticked before it can be left.
  const place = surmise.scope ?? front
  const form = shown ? null : place
  const lacking =
    place &&
    lackingIn(
      place,
      element =>
        surmise.doubts.isRefused(lackingField, element) ||
        (checkedOf(element) === false && [...found.values()].includes(element)),
      surmise.sent,
      shown !== null,
    )
  // What lies in front may be none of the form's parts.
  const gate = shown ? undefined : ((front && gateOf(front)) ?? gateOf(form))
  if (lacking) found.set(lackingField, lacking.field)
  const wanted = watch.targets.find(({ name }) => name === surmise.wants)
  const status = wanted && elements[wanted.name]?.status
  const behind =
    !shown && wanted && /found|missing/.test(status ?? '')
      ? tabBefore(wanted, status === 'found', surmise.doubts, form)
      : undefined
  if (behind) found.set(otherTab, behind.tab)
  const titles = dialogs.flatMap(titlesOf)
  return {
    found,
    several,
    elements,
    dialogs: watch.dialogs.filter(name => titles.includes(fold(name))),
    anyDialog: dialogs.length > 0,
    texts: textsShown(watch.texts, dialogs),
    heading: headingAmong(watch.headings),
    keyShown: shown !== null,
    ...(rows && { rows: Object.fromEntries([...rows].map(([handle, { tail }]) => [handle, tail])) }),
    ...(shown && { keyTail: shown.tail }),
    ...(lacking && { lacking: lacking.is }),
    ...(gate && { gate }),
    ...(behind && { hasTab: behind.is }),
  }
}

/** Known of a tab beside the person's “No”: what was looked for stood on the page while this one was closed. */
const unneeded = `${otherTab} unneeded`

/**
 * The tab behind which it may be: none that the person refused, and none that was open without it. In a form something else of the
 * guide's may stand on each.
 */
function tabBefore(
  { name, like = [] }: ViewTarget,
  isThere: boolean,
  doubts: Doubts,
  form: Element | null | undefined,
) {
  const why = isThere ? unneeded : otherTab + name
  const tabs = tabsOf(form)
  for (const tab of tabs) if (isOpenTab(tab) !== isThere) doubts.answer(why, tab, false)
  const closed = tabs.filter(tab => !doubts.isRefused(why, tab) && !doubts.isRefused(otherTab, tab))
  return isThere ? undefined : tabAmong(closed, like, tab => form != null || !doubts.isRefused(unneeded, tab))
}

/** `isNear`: called nearly so, or right but for its place; what else on the page says the same comes into question as much. */
type Seen = { fact: ElementFact; element?: Element; isNear?: boolean }

/** Below this it is not called exactly so, or is another kind of thing. */
const exactly = 0.97

function factOf(
  target: ViewTarget,
  locator: Locator,
  visited: Element | null,
  rows: ListedRows | undefined,
  surmise: Surmise,
): Seen {
  const { row: handle, taught, is } = target
  const row = typeof handle === 'string' ? rows?.get(handle) : undefined
  let status: ElementFact['status'] = 'missing'
  // It stands in one row, and which one is not known, or is not drawn any more: any other would be the wrong one.
  if (handle !== undefined && !row) return { fact: { status } }
  const isPressed = (surmise.pressed ?? 'search') !== 'search'
  const isOut = (description: Description, element: Element): boolean =>
    surmise.isOpener(element) ||
    surmise.doubts.isRefused(target.name, element) ||
    isOption(target, description, element)
  for (const description of taught ? [taught, ...is] : is) {
    const located = locator.locate(
      row ? { ...description, within: { ...description.within, row: [row.tail] } } : description,
    )
    const { element } = located
    const isOther = row && (!row.row.contains(element ?? null) || (isPressed && element === row.row))
    if (element && (isOther || isOut(description, element))) continue
    if (located.status === 'found' && element)
      return { ...inspect(element, visited), isNear: !taught && located.score < exactly }
    if (located.status === 'ambiguous') status = 'ambiguous'
    else if (status === 'missing' && located.evidence.some(({ signal }) => signal === 'behind'))
      status = 'hidden'
  }
  // Nothing in it is known: then the words say which of its buttons, and what to do about whatever a press in it brought.
  if (row) {
    const seen = inspect(row.row, visited)
    // Something stands before it, no list says that it is a row, or nothing in it can be pressed now.
    const isSure =
      !isPressed && !surmise.scope && row.row.matches(rowsOfLists) && row.row.querySelector(':enabled')
    if (seen.element && !isSure) seen.fact.status = isPressed ? 'missing' : 'likely'
    return seen
  }
  const { scope, within, isFormGone } = surmise
  for (const whole of status === 'missing' && !isFormGone ? is : []) {
    const description = loosened(whole)
    const { status, element } = description ? (scope ? within : locator).locate(description) : {}
    // The same words stand in the site's own switches.
    if (status !== 'found' || !element || isOfSite(element, scope) || isOut(whole, element)) continue
    const seen = inspect(element, visited)
    return { ...seen, isNear: !scope, fact: { ...seen.fact, loose: true } }
  }
  return { fact: { status } }
}

/** A picker may be called by what is picked in it; one of the things to pick from is called so, too, and is on or off. */
const isOption = ({ says }: ViewTarget, { role }: Description, element: Element): boolean =>
  says !== undefined && /button|combobox/.test(role ?? '') && checkedOf(element) !== undefined

const loose = new WeakMap<Description, Description | null>()

/** The same without the dialog that it stands in; null when nothing but the dialog tells what it is. */
function loosened(description: Description): Description | null {
  const known = loose.get(description)
  if (known !== undefined) return known
  const { within, names, labels, placeholders } = description
  const { dialog, ...rest } = within ?? {}
  const isNamed = names ?? labels ?? placeholders
  const made = dialog && isNamed ? { ...description, within: rest } : null
  loose.set(description, made)
  return made
}

function inspect(element: Element, visited: Element | null): { fact: ElementFact; element?: Element } {
  const { width, height } = drawnFor(element).getBoundingClientRect()
  if (width < 2 || height < 2) return { fact: { status: 'hidden' } }
  const disabled = element.matches(':disabled') || element.closest('[aria-disabled=true]') !== null
  const checked = checkedOf(element)
  const filled = filledOf(element)
  const focused = element.contains(visited)
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

function keep(said: Said, what: keyof Said, element: Element): void {
  const text = element.matches('input')
    ? (element as HTMLInputElement).value
    : element.matches('select')
      ? (element as HTMLSelectElement).selectedOptions[0]?.text
      : element.textContent
  const clean = innocent(text)
  if (clean === undefined || readsAs('nothingPicked', clean)) delete said[what]
  else said[what] = clean
}
