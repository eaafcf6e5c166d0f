/**
 * Which controls came up together after the person's press? They are the form that the press opened, whatever drew it: a dialog, a
 * drawer, a part of the page. And how did they go away: by a press that sends them, or by one that gives up?
 */
import { MENUS } from '../../../locator/place.ts'
import { DIALOGS } from '../../../locator/reach.ts'
import { CONTROLS } from '../../../locator/role.ts'
import { closest, holds, parentOf, type Root } from '../../../locator/tree.ts'
import type { PageFacts } from '../core/tour.ts'
import { cameByPress } from './came-by-press.ts'
import { filledOf } from './form-fields.ts'
import {
  chooseTile,
  controlsIn,
  controlsWithin,
  count,
  elsewhere,
  hasSiteIn,
  isCovered,
  isEntry,
  isInList,
  isNamed,
  isOfSite,
  isSender,
  isWayOut,
  kindOf,
  markOf,
  moreThan,
  navigation,
  rootsOfPage,
  rows,
  tabsOf,
  tilesIn,
} from './page-controls.ts'
import { openDialogs, textsIn } from './page-texts.ts'
import { readsAs } from './reads-as.ts'

export type Forms = {
  /** Looks again. @param settled the page has come to rest */
  look(settled: boolean): Pick<PageFacts, 'form' | 'formAfter' | 'pressed' | 'copied'>
  /** What holds the form's controls, or the question that lies over it, or what was just copied from; null while there is none. */
  container(): Element | null
  /** The button in it that was pressed last. */
  sent(): Element | null
  /** It has neither a field nor one button that answers: it may have come up by itself, as a survey does. */
  isDoubtful(): boolean
  /** Was it pressed less than `untilAnswered` ago, or the form sent by Enter? Then the page may still be at work. */
  isBusy(element: Element): boolean
  /** Did the press on this one bring the form that is open, or whatever lies over it since? */
  isOpener(element: Element): boolean
  /** The page is another one now, and no form that a press opened. */
  startAnew(): void
  /** The step is another one: what was pressed before says nothing of it. */
  forgetPress(): void
}

/** If what was asked of a page fails, the page mostly says so within this time. Milliseconds. */
export const untilAnswered = 3_000

/** What was pressed is none of the guide's targets. */
const otherTarget = 'other'

/** A question has no more buttons; what comes with more of them is a page that was drawn anew. */
const mostAnswers = 4

/**
 * @param nameOf the target that an element is or stands in, by its name
 * @param root called once for each document and shadow root of the page
 */
export function followForms(
  own: () => Element | null,
  nameOf: (element: Element) => string | undefined,
  root: (root: Root) => void,
  signal: AbortSignal,
): Forms {
  const known = new WeakSet<Root>()
  let before: Map<string, number> | null = null
  /** One that says something else since (a switcher, once another thing is chosen in it) has not come up. */
  let there = new WeakSet<Element>()
  let isPressed = false
  let container: Element | null = null
  /** What came up over the form when one of its buttons was pressed: a question, which is part of sending it. */
  let over: Element | null = null
  let opener = ''
  let hadEntries = false
  /** What unfolds at a press shows what there is to choose from, and asks nothing. */
  let isMenu = false
  /** The buttons of a question that has no field, by their marks. */
  let asked = new Set<string>()
  let form: PageFacts['form']
  let after: string | undefined
  let pressed: string | undefined
  let copied = false
  /** What was copied from is what the person is at, until they press elsewhere. */
  let copier: Element | null = null
  /** How the form ends should it go away now, by what was pressed in it last. */
  let ending: 'sent' | 'closed' | undefined
  let isByPress = cameByPress()
  let sent: Element | null = null
  /** The form’s text fields that were filled in when a button or Enter was pressed in it; none once another key or place is pressed, for a person may empty them, too. */
  let typed: Element[] = []
  let isBusy = (_: Element): boolean => false
  /** What said that something failed when the form's button was pressed. */
  let failed = new Set<string>()
  /** What has come up since the last press outside of the form. */
  let fresh: Element[] = []

  function heard(event: Event): void {
    const target = event.composedPath()[0]
    const isKey = event.type === 'keydown'
    const key = isKey ? (event as KeyboardEvent).key : ''
    if (!event.isTrusted || target === own()) return
    if (key === 'Escape') ending = 'closed'
    if (isKey && key !== 'Enter' && key !== ' ') {
      typed = []
      return
    }
    const element = target as Element
    if (element.nodeType !== Node.ELEMENT_NODE) return
    const name = nameOf(element)
    if (!name && isInList(element)) return
    const control = closest(element, CONTROLS) ?? element
    const isPress = kindOf(control) === 'press' || control.matches(MENUS)
    // What came up with the form or since is part of it, wherever it is drawn.
    const isInside =
      form === 'open' &&
      ([over, container].some(part => part && holds(part, element)) ||
        (fresh.includes(control) && !closest(element, navigation)) ||
        (isInList(element) && ending !== 'closed'))
    const isEnter = key === 'Enter' && isInside && kindOf(control) === 'field'
    const button = isPress ? control : isEnter && controlsWithin(container ?? control).find(isAnswer)
    if (button) {
      const until = performance.now() + untilAnswered
      const mark = markOf(button)
      // In a form it may be drawn anew; elsewhere another one may be called the same.
      isBusy = one =>
        performance.now() < until &&
        (holds(button, one) || (isInside && !button.isConnected && markOf(one) === mark))
    }
    const isCopy = isPress && isNamed(control, 'copies')
    if (isCopy) copied = true
    copier = isCopy ? control : besideCopier(element) ? copier : null
    pressed = name ?? pressed
    chooseTile(event)
    if (isInside) {
      const mayAnswer = isPress || key === 'Enter'
      if (mayAnswer) ending = isWayOut(control) ? 'closed' : 'sent'
      if (button) sent = button
      if (isPress) pressed = name ?? otherTarget
      failed = failures(roots())
      typed = controlsWithin(container ?? control).filter(
        one => mayAnswer && kindOf(one) === 'field' && filledOf(one),
      )
      return
    }
    // The same button once more: what came up without a field was not what it opens.
    if (form === 'open' && (hadEntries || markOf(control) !== opener)) {
      ending = 'closed'
      return
    }
    // Another tab of the page is another page, and so is what the way around the site leads to.
    isPressed = !control.matches(elsewhere)
    isByPress &&= isPressed
    before = counted()
    isMenu = kindOf(control) === 'pick' || control.matches('summary')
    opener = markOf(control)
    form = undefined
    asked = new Set()
    ending = undefined
    after = name ?? (isPress && !closest(element, navigation) ? otherTarget : undefined)
    // Who goes into a field that stood there all along is in a form, and nothing had to open it.
    const place = isStanding(control) ? around([control]) : null
    if (!place || hasSiteIn(place)) return
    before = counted(controlsIn(roots()).filter(one => !holds(place, one)))
    after = otherTarget
  }

  /** What the page says of it: announced in any words, or written anywhere in words that say so of what was just done. */
  const failures = (all: Root[]): Set<string> =>
    new Set([
      ...all
        .flatMap(root => [...root.querySelectorAll('[role=alert],[role=status],[aria-live]')])
        .map(one => one.textContent)
        .filter(text => readsAs('failed', text)),
      ...textsIn(document.documentElement, text => readsAs('failedNow', text)),
    ])

  /** What is said once more counts anew, though the words are the same. */
  function hasFailed(all: Root[]): boolean {
    const now = failures(all)
    for (const text of failed) if (!now.has(text)) failed.delete(text)
    return now.size > failed.size
  }

  const aroundCopier = (): Element | null => (copier?.isConnected ? around([copier]) : null)
  function besideCopier(element: Element): boolean {
    const place = aroundCopier()
    return place !== null && holds(place, element)
  }

  function listen(target: Window): void {
    for (const type of ['pointerdown', 'keydown'])
      target.addEventListener(type, heard, { capture: true, passive: true, signal })
  }
  listen(window)

  function roots(): Root[] {
    const all = rootsOfPage()
    for (const one of all) {
      if (known.has(one)) continue
      known.add(one)
      root(one)
      if (one.nodeType === Node.DOCUMENT_NODE && one !== document && (one as Document).defaultView)
        listen((one as Document).defaultView as Window)
    }
    return all
  }

  function counted(controls = controlsIn(roots())): Map<string, number> {
    there = new WeakSet(controls)
    return count(controls)
  }

  /** What came up in front of the form: what shuts it off, or the dialog that answers its button. */
  function overIt(form: Element): Element | null {
    const came = fresh.filter(one => !holds(form, one))
    const place = around(came)
    const [first] = controlsWithin(form)
    const isAsked = ending === 'sent' && place?.matches(DIALOGS)
    return place && !holds(place, form) && (isAsked || (first && isCovered(first, own(), true)))
      ? place
      : null
  }

  function look(settled: boolean): ReturnType<Forms['look']> {
    const all = roots()
    const controls = controlsIn(all)
    // Until something is pressed, whatever comes up is the page's own doing: it is still being built.
    if (!before || !isPressed) before = isByPress ? (before ?? new Map()) : counted(controls)
    fresh = moreThan(before, controls).filter(one => !there.has(one))
    // The site's own switches are drawn with every page, and a box to tick with every row of some lists.
    const entries = fresh.filter(
      one =>
        isEntry(one) &&
        !closest(one, 'nav,[role=navigation]') &&
        (kindOf(one) !== 'toggle' || !closest(one, rows)),
    )
    const holdsOne = (some: Element[]) => some.some(one => holds(container as Element, one))
    // A form that comes later, elsewhere, is it rather than what only asked.
    const isOther = !hadEntries && entries[0] && container && !holdsOne(entries)
    if (!container?.isConnected || !holdsOne(fresh) || isOther) container = null
    over = container && overIt(container)
    const asks = hadEntries || isMenu || !after ? [] : questionsAmong(fresh)
    const parts = entries[0] || asks.length > mostAnswers ? entries : asks
    const place = parts[0] ? (container ?? around(parts)) : null
    if (place && (!hasSiteIn(place) || fresh.some(one => isSender(one) && !isOfSite(one, null)))) {
      container = place
      form = 'open'
      hadEntries ||= entries.length > 0
    } else if (form === 'open' && settled) {
      form = ending ?? 'closed'
      container = null
      hadEntries = false
    }
    // The form stays on the page, but all its filled fields are empty since its button was pressed: the page has taken it.
    if (form === 'open' && ending === 'sent' && typed[0] && !typed.some(filledOf)) {
      startAnew()
      form = 'sent'
    }
    // The page says, at once or later, that it came to nothing.
    const isAwaited = form === 'sent'
    if ((isAwaited || failed.size > 0) && hasFailed(all) && isAwaited) form = 'closed'
    return {
      ...(form && { form }),
      ...(form && after && { formAfter: after }),
      ...(pressed && { pressed }),
      ...(copied && { copied }),
    }
  }

  /** Once one of its buttons was pressed, what else is new on the page came of the answer. */
  function questionsAmong(fresh: Element[]): Element[] {
    if (form && form !== 'open') return []
    const buttons = fresh.filter(isOpened)
    if (!ending) for (const one of buttons) asked.add(markOf(one))
    return buttons.filter(one => asked.has(markOf(one)))
  }

  /** A question without a field is asked where the guide's own press led, and has a button to answer with. */
  const isOpened = (element: Element): boolean =>
    after !== otherTarget && kindOf(element) === 'press' && !closest(element, navigation)

  function startAnew(): void {
    before = counted()
    form = undefined
    container = null
    hadEntries = false
  }

  return {
    look,
    isBusy: element => isBusy(element),
    sent: () => sent,
    container: () => (form === 'open' && container?.isConnected ? (over ?? container) : aroundCopier()),
    isDoubtful: () =>
      form === 'open' &&
      !hadEntries &&
      container !== null &&
      // A survey has no parts.
      !(tilesIn(container)[0] ?? tabsOf(container)[0]) &&
      controlsWithin(container).filter(isAnswer).length !== 1 &&
      // What came in the place of the button that was pressed, or over it, has not come up by itself.
      controlsIn(roots()).some(one => markOf(one) === opener && !isCovered(one, own())),
    isOpener: element =>
      markOf(closest(element, CONTROLS) ?? element) === opener &&
      (form === 'open' && container
        ? there.has(element) || !holds(container, element)
        : isCovered(element, own())),
    startAnew,
    forgetPress() {
      pressed = undefined
    },
  }
}

const isAnswer = (element: Element): boolean => kindOf(element) === 'press' && !isWayOut(element)

const isStanding = (control: Element): boolean =>
  isEntry(control) &&
  kindOf(control) !== 'toggle' &&
  control.matches('input,select,textarea,[role=combobox]') &&
  !closest(control, `${navigation},${rows}`)

/** The smallest part of the page that holds them, and a button to send them with; or, if none says so, any button. */
export function around(elements: Element[]): Element | null {
  const [first] = elements
  if (!first) return null
  const dialog = openDialogs().findLast(one => holds(one, first))
  if (dialog) return dialog
  let least: Element | null = null
  for (let at: Element | null = first; at; at = parentOf(at)) {
    if (!elements.every(one => holds(at as Element, one))) continue
    const inside = controlsWithin(at)
    if (inside.some(isSender)) return hasSiteIn(at) ? (least ?? at) : at
    if (inside.some(one => kindOf(one) === 'press')) least ??= at
  }
  return least
}
