/** What the card must not cover: the buttons and fields of the dialog in front, and open lists. Reads the page only. */
import type { Box } from './geometry.ts'

export const dialogs = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]'
const lists = '[role=listbox],[role=menu],[data-radix-popper-content-wrapper]'
const controls =
  'button,input,select,textarea,iframe,[role=button],[role=radio],[role=switch],[role=combobox],a[href]'

export function surroundings(target: Element | null): { keepClear: Box[]; spare: Box[] } {
  const open = [...document.querySelectorAll(dialogs)].filter(visible)
  const dialog = target?.closest(dialogs) ?? open.at(-1)
  const keepClear: Box[] = []
  for (const list of document.querySelectorAll(lists))
    if (visible(list)) keepClear.push(list.getBoundingClientRect())
  if (!dialog) return { keepClear, spare: [] }
  for (const control of [...dialog.querySelectorAll(controls)].slice(0, 60))
    if (control !== target && visible(control)) keepClear.push(control.getBoundingClientRect())
  return { keepClear, spare: [dialog.getBoundingClientRect()] }
}

const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })
