/** Can a person see and press it now? Visibility, dialogs in front, inert and disabled parts. Forces style, not layout. */

import { roleOf } from './role.ts'
import { ancestors, closest, holds, type Root } from './tree.ts'

export const DIALOGS = ['dialog[open]', '[role=dialog]', '[role=alertdialog]', '[aria-modal=true]'].join()
/** Lists and menus are drawn outside the dialog that opened them, at the end of the body. */
const POPUPS = '[role=menu],[role=listbox],[role=tooltip],[popover],[data-radix-popper-content-wrapper]'

export const seeable = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })

/** A copy for screen readers, or one that waits to be blended in. Forces layout. */
export function faint(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width * height < 9 || !element.checkVisibility({ opacityProperty: true })
}

export const disabled = (element: Element): boolean =>
  element.matches(':disabled') || closest(element, '[aria-disabled=true]') !== null

const isModal = (dialog: Element): boolean => dialog.matches(':modal')

/** The open dialog in front of all others. Native modal ones are always above; then the one opened last or deepest. */
function topmostDialog(roots: readonly Root[]): Element | undefined {
  let top: Element | undefined
  for (const root of roots) {
    for (const dialog of root.querySelectorAll(DIALOGS)) {
      if (dialog.getAttribute('data-state') === 'closed' || !seeable(dialog) || hushed(dialog)) continue
      if (top && isModal(top) && !isModal(dialog) && !holds(top, dialog)) continue
      top = dialog
    }
  }
  return top
}

/** Under inert or aria-hidden: out of reach, usually because a dialog is in front. */
const hushed = (element: Element): boolean => closest(element, '[inert],[aria-hidden=true]') !== null

/** Does this dialog shut off the rest of the page? */
function shutsOff(dialog: Element): boolean {
  if (isModal(dialog) || dialog.getAttribute('aria-modal') === 'true') return true
  const body = dialog.ownerDocument.body
  if (!body) return false
  for (const child of body.children)
    if (!holds(child, dialog) && child.matches('[inert],[data-aria-hidden=true]')) return true
  return body.hasAttribute('data-scroll-locked')
}

/** What is in front of a page: the dialog that is, what belongs to it, and what can be pressed now. */
export function frontOf(roots: readonly Root[]) {
  const top = topmostDialog(roots)
  const isIn = (element: Element): boolean => !top || holds(top, element) || closest(element, POPUPS) !== null
  return {
    top,
    isIn,
    isFree: (element: Element): boolean => !hushed(element) && (isIn(element) || !shutsOff(top as Element)),
  }
}

const LANDMARKS = /^(navigation|main|complementary|banner|contentinfo|form|search|dialog|alertdialog)$/

const PARTS = 'main,article,section,aside,nav'

export function landmarkOf(element: Element): string | undefined {
  for (const up of ancestors(element)) {
    const role = roleOf(up)
    // A header or footer of a part of the page is no landmark: the page's main part holds it.
    if (LANDMARKS.test(role) && !(/^(header|footer)$/.test(up.localName) && closest(up, PARTS))) return role
  }
  return undefined
}

export const dialogOf = (element: Element): Element | null => closest(element, DIALOGS)
