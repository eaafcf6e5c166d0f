/** Which fields of a form are filled in, switched on, or still empty; and whether a page only asks the person to sign in. Reads only. */
import { titlesOf } from '../../../locator/place.ts'
import { seeable } from '../../../locator/reach.ts'
import { closest, pageOf } from '../../../locator/tree.ts'
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
 * @param mayStay may this field stay empty, because the person said so or because the guide has a step for it?
 * @param sent the button that was pressed last; the page disables it while it sends
 * @param isOfKey a key is shown: then only a box that has to be ticked before the dialog can be closed is asked for
 * @returns the first field that has to be filled in before the form is sent
 */
export function lackingIn(
  form: Element,
  mayStay: (field: Element) => boolean,
  sent?: Element | null,
  isOfKey?: boolean,
): { field: Element; is: 'lacking' | 'blank' | 'choice' } | undefined {
  const entries = [...controlsWithin(form), ...(isOfKey ? [] : tilesIn(form))].filter(
    one => isEntry(one) && !isOfSite(one, form) && (!isOfKey || kindOf(one) === 'toggle'),
  )
  const wanted = entries.find(isRequired)
  if (wanted) return asked(wanted, 'lacking')
  const blank = entries.find(
    field =>
      (isUnchosen(groupOf(field)) || isBlank(field)) &&
      !readsAs('optional', saysOf(field)) &&
      !mayStay(groupOf(field)),
  )
  // When nothing else is empty, an unticked box may be what keeps the button disabled.
  const [picker, ...others] = entries.filter(one => kindOf(one) === 'pick' && !isAtNone(one) && !mayStay(one))
  const field =
    blank ??
    (isHeld(form, sent, isOfKey)
      ? (entries.find(one => checkedOf(one) === false && groupOf(one) === one && !mayStay(one)) ??
        sealedIn(form, mayStay) ??
        // A picker may show “nothing picked” in words that Keyway does not know.
        (others.length === 0 ? picker : undefined))
      : undefined)
  return field && asked(field, 'blank')
}

/** Of several options any will do: all of them are meant, and none before the others. */
function asked(one: Element, is: 'lacking' | 'blank') {
  const field = groupOf(one)
  return { field, is: field === one ? is : ('choice' as const) }
}

function isRequired(field: Element): boolean {
  if (field.matches(':invalid,[aria-invalid=true]')) return true
  const isOpen =
    kindOf(field) === 'toggle'
      ? checkedOf(field) === false && groupOf(field) === field
      : filledOf(field) === false
  return isOpen && (field.matches('[required],[aria-required=true]') || readsAs('required', saysOf(field)))
}

const radios = '[type=radio],[role=radio]'
const choosable = `${radios},[aria-pressed]`

/**
 * The group of options that a field belongs to, of which one has to be chosen; else the field itself. Radios know each other by their
 * name or by what is around them, however deep their cards are; buttons stand side by side.
 */
function groupOf(field: Element): Element {
  if (tiles.has(field)) return field.parentElement ?? field
  const group = closest(field, '[role=radiogroup]')
  if (group) return group
  const { name } = field as HTMLInputElement
  const mates = (part: ParentNode) =>
    part.querySelectorAll(name ? `[name="${CSS.escape(name)}"]` : choosable).length
  const all = name ? mates(field.getRootNode() as Document) : 2
  let at = field
  for (let up = 0; all > 1 && at.parentElement && field.matches(up < 3 ? choosable : radios); up++) {
    at = at.parentElement
    if (mates(at) >= all) return at
  }
  return field
}

/** Is none of several options chosen? */
const isUnchosen = (group: Element): boolean => {
  const tile = [...group.children].find(one => tiles.has(one))
  if (tile) return checkedOf(tile) === undefined
  const options = [...group.querySelectorAll(choosable)]
  return options.length > 1 && options.every(one => checkedOf(one) === false)
}

/** Is the field empty, or is it an unticked box by which the person agrees to something? */
const isBlank = (field: Element): boolean =>
  kindOf(field) === 'toggle'
    ? checkedOf(field) === false && readsAs('agrees', saysOf(field))
    : filledOf(field) === false && !isAtNone(field)

/** The first frame of another site in the form, as fields for a payment card are. Nothing inside of it can be read from here. */
const sealedIn = (form: Element, mayStay: (field: Element) => boolean): Element | undefined =>
  [...form.querySelectorAll('iframe')].find(
    frame => seeable(frame) && frame.offsetHeight > 20 && !pageOf(frame) && !mayStay(frame),
  )

/** Is a button in the form disabled, the one that closes a key’s dialog included? A list of the form’s later parts does not count. */
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
/** A page with more controls than this has a sign-in button, but is no sign-in page. */
const mostControls = 8

/** @param form the form that is open */
export function gateOf(form: Element | null | undefined): PageFacts['gate'] {
  if (!form) return isSignIn() ? 'sign-in' : undefined
  const all = controlsWithin(form)
  const entries = all.filter(isEntry)
  if (entries.length === 0 && all.some(one => isPassword(one))) return 'password'
  const isOfPhone = titlesOf(form).some(text => readsAs('phone', text))
  // Some ask for the country beside the number. A code that was typed may be shown as a text.
  const isPhone = entries.some(
    one => isOfPhone || one.matches('[type=tel]') || askedForCode.has(one) || asksForCode(one),
  )
  return entries.length <= 2 && isPhone ? 'phone' : undefined
}

/** The typed code still has to be sent. */
const askedForCode = new WeakSet<Element>()

const asksForCode = (field: Element): boolean =>
  !filledOf(field) && readsAs('phoneOrCode', saysOf(field)) && askedForCode.add(field).has(field)

/** A read-only password field may show a masked key: nobody types into it. */
const isPassword = (field: Element): boolean =>
  field.matches('[type=password]:not([readonly],:disabled)') && (field as HTMLInputElement).value.length < 40

function isSignIn(): boolean {
  const everything = controlsIn(rootsOfPage()).slice(0, mostControls * 4)
  const way = everything.find(one => kindOf(one) === 'press' && isNamed(one, 'signsIn'))
  // A survey, a chat or notices that float over the page are separate elements at the end of the body.
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
  // Not by `instanceof`: an element of a frame has another class.
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

/** The text of what is picked: in the picker or, where that is a field, around it. Most libraries mark a placeholder as one. */
export function pickedIn(element: Element): string {
  const { value, selectedOptions } = element as HTMLSelectElement
  if (element.matches('input') && value) return value
  // A picker that can be typed in keeps its placeholder’s mark, and the text around it is not its value.
  if (element.matches('[contenteditable]')) return element.textContent.trim()
  let at = selectedOptions?.[0] ?? element
  for (let up = 0; up < 3 && !at.textContent.trim() && at.parentElement; up++) at = at.parentElement
  const isEmpty = at.matches(placeholder) || at.querySelector(placeholder)
  return isEmpty ? '' : at.textContent.trim()
}
const placeholder = '[data-placeholder],[class*=placeholder]'

/** Is it the level “None” of a permission? That is a choice, so the field does not count as empty. */
const isAtNone = (field: Element): boolean => readsAs('noRight', pickedIn(field))
