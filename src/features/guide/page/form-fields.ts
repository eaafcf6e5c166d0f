/** How a form's fields stand: filled in, on, or still waited for. And whether all that a page asks for is to sign in. Reads only. */
import { titlesOf } from '../../../locator/place.ts'
import { seeable } from '../../../locator/reach.ts'
import { pageOf } from '../../../locator/tree.ts'
import type { PageFacts } from '../core/tour.ts'
import {
  controlsIn,
  controlsWithin,
  isEntry,
  isNamed,
  isOfSite,
  isTileChosen,
  isWayOut,
  kindOf,
  rootsOfPage,
  rowAround,
  saysOf,
  tiles,
  tilesIn,
} from './page-controls.ts'
import { readsAs } from './reads-as.ts'

/**
 * @param mayStay the person said of it that it may stay empty, or the guide has a step for it
 * @param sent the button that was pressed last: it is off because the page works
 * @param isOfKey a key is shown: what was to be filled in before is not asked for, only a box to tick before it is left
 * @returns the first field that has to be filled in before the form is sent
 */
export function lackingIn(
  form: Element,
  mayStay: (field: Element) => boolean,
  sent?: Element | null,
  isOfKey?: boolean,
): { field: Element; is: 'lacking' | 'blank' } | undefined {
  const entries = [...controlsWithin(form), ...(isOfKey ? [] : tilesIn(form))].filter(
    one => isEntry(one) && !isOfSite(one, form) && (!isOfKey || kindOf(one) === 'toggle'),
  )
  const wanted = entries.find(isRequired)
  if (wanted) return { field: wanted, is: 'lacking' }
  const blank = entries
    .map(groupOf)
    .find(
      field =>
        (isUnchosen(field) || isBlank(field)) && !readsAs('optional', saysOf(field)) && !mayStay(field),
    )
  // With nothing else left a box to tick may be what keeps the button off.
  const [picker, ...others] = entries.filter(one => kindOf(one) === 'pick' && !isAtNone(one) && !mayStay(one))
  const field =
    blank ??
    (isHeld(form, sent, isOfKey)
      ? (entries.find(one => checkedOf(one) === false && groupOf(one) === one && !mayStay(one)) ??
        sealedIn(form, mayStay) ??
        // What it shows may say in words that nobody knows here that nothing is picked.
        (others.length === 0 ? picker : undefined))
      : undefined)
  return field && { field, is: 'blank' }
}

function isRequired(field: Element): boolean {
  if (field.matches(':invalid,[aria-invalid=true]')) return true
  const isOpen =
    kindOf(field) === 'toggle'
      ? checkedOf(field) === false && groupOf(field) === field
      : filledOf(field) === false
  return isOpen && (field.matches('[required],[aria-required=true]') || readsAs('required', saysOf(field)))
}

const choosable = '[type=radio],[role=radio],[aria-pressed]'

/** What holds the things to choose from, of which this is one, and of which one is enough; else the field itself. */
function groupOf(field: Element): Element {
  if (tiles.has(field)) return field.parentElement ?? field
  let at = field
  for (let up = 0; up < 3 && at.parentElement && field.matches(choosable); up++) {
    at = at.parentElement
    if (at.querySelectorAll(choosable).length > 1) return at
  }
  return field
}

/** Of several things to choose from none is chosen. */
const isUnchosen = (group: Element): boolean => {
  const tile = [...group.children].find(one => tiles.has(one))
  if (tile) return checkedOf(tile) === undefined
  const options = [...group.querySelectorAll(choosable)]
  return options.length > 1 && options.every(one => checkedOf(one) === false)
}

/** Empty; or a box to agree with, which no form goes on without. */
const isBlank = (field: Element): boolean =>
  kindOf(field) === 'toggle'
    ? checkedOf(field) === false && readsAs('agrees', saysOf(field))
    : filledOf(field) === false && !isAtNone(field)

/** A field of another site in a frame of its own, as those for a card are: nobody sees from here how it stands. */
const sealedIn = (form: Element, mayStay: (field: Element) => boolean): Element | undefined =>
  [...form.querySelectorAll('iframe')].find(
    frame => seeable(frame) && frame.offsetHeight > 20 && !pageOf(frame) && !mayStay(frame),
  )

/** Something in it is off: what leaves a key, too, but none of the parts of a form that are listed and come later. */
const isHeld = (form: Element, sent: Element | null | undefined, isOfKey?: boolean): boolean =>
  controlsWithin(form).some(
    one =>
      one !== sent &&
      kindOf(one) === 'press' &&
      (isOfKey || !isWayOut(one)) &&
      !rowAround(one) &&
      one.matches(':disabled,[aria-disabled=true]'),
  )

const credentials = '[type=password],[type=email]'
/** More than so many controls are a page with a sign-in button, not a page to sign in. */
const mostControls = 8

/** @param form the form that is open */
export function gateOf(form: Element | null | undefined): PageFacts['gate'] {
  if (!form) return isSignIn() ? 'sign-in' : undefined
  const all = controlsWithin(form)
  const entries = all.filter(isEntry)
  if (entries.length === 0 && all.some(one => isPassword(one))) return 'password'
  const isOfPhone = titlesOf(form).some(text => readsAs('phone', text))
  // A country stands beside the number in some. What was typed as a code may only be shown.
  const isPhone = entries.some(
    one => isOfPhone || one.matches('[type=tel]') || askedForCode.has(one) || asksForCode(one),
  )
  return entries.length <= 2 && isPhone ? 'phone' : undefined
}

/** Once the code is typed it is still to be sent. */
const askedForCode = new WeakSet<Element>()

const asksForCode = (field: Element): boolean =>
  !filledOf(field) && readsAs('phoneOrCode', saysOf(field)) && askedForCode.add(field).has(field)

/** A key may stand masked in such a field: nobody types that. */
const isPassword = (field: Element): boolean =>
  field.matches('[type=password]:not([readonly],:disabled)') && (field as HTMLInputElement).value.length < 40

function isSignIn(): boolean {
  const everything = controlsIn(rootsOfPage()).slice(0, mostControls * 4)
  const way = everything.find(one => kindOf(one) === 'press' && isNamed(one, 'signsIn'))
  // What floats over the page (a survey, a chat, notices) is drawn beside it, at the end of the body.
  const place = way?.closest('body>:not(button,a,input)')
  const all = everything.filter(one => !place || place.contains(one))
  const presses = all.filter(one => kindOf(one) === 'press')
  return (
    way !== undefined &&
    all.length <= mostControls &&
    (presses.length <= 2 || all.some(one => one.matches(credentials)))
  )
}

export function checkedOf(element: Element): boolean | undefined {
  if (tiles.has(element)) return isTileChosen(element)
  // Not by its class: in a frame that is another one.
  if (element.matches('input[type=radio], input[type=checkbox]')) return (element as HTMLInputElement).checked
  for (const name of ['aria-checked', 'aria-selected', 'aria-pressed']) {
    const value = element.getAttribute(name)
    if (value !== null) return value === 'true'
  }
  const state = element.getAttribute('data-state') ?? ''
  if (/^(checked|on|active)$/.test(state)) return true
  return /^(unchecked|off|inactive)$/.test(state) ? false : undefined
}

export function filledOf(element: Element): boolean | undefined {
  const { value } = element as HTMLSelectElement
  if (element.matches('select')) return value !== '' && !readsAs('nothingPicked', pickedIn(element))
  if (element.matches('input:not([role=combobox]), textarea')) return value.trim() !== ''
  if (!element.matches('button, [role=combobox], [role=textbox], [contenteditable]')) return undefined
  const text = pickedIn(element)
  return text !== '' && !readsAs('nothingPicked', text)
}

/** What is picked is written in it, or, where it is a field, around it; what only says that nothing is, is marked so by most libraries. */
export function pickedIn(element: Element): string {
  const { value, selectedOptions } = element as HTMLSelectElement
  if (element.matches('input') && value) return value
  // What can be written in keeps the mark of its placeholder, and nothing around it is its text.
  if (element.matches('[contenteditable]')) return element.textContent.trim()
  let at = selectedOptions?.[0] ?? element
  for (let up = 0; up < 3 && !at.textContent.trim() && at.parentElement; up++) at = at.parentElement
  const isEmpty = at.matches(placeholder) || at.querySelector(placeholder)
  return isEmpty ? '' : at.textContent.trim()
}
const placeholder = '[data-placeholder],[class*=placeholder]'

/** The level of a right that is not given: nobody is asked to give it for the form’s sake. */
const isAtNone = (field: Element): boolean => readsAs('noRight', pickedIn(field))
