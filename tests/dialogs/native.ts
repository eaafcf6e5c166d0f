/** Dialogs of the platform itself, and one that a page wrote by hand against everything outside. */
import { add, box, content } from './box.ts'

export const native: Record<string, () => void> = {
  'dialog, closed by its own backdrop'() {
    const dialog = add(`<dialog style="${box}">${content}</dialog>`) as HTMLDialogElement
    dialog.addEventListener('click', event => event.target === dialog && dialog.close())
    dialog.showModal()
  },
  'dialog closedby=any'() {
    const dialog = add(`<dialog closedby="any" style="${box}">${content}</dialog>`) as HTMLDialogElement
    dialog.showModal()
  },
  'popover=auto'() {
    add(`<div popover="auto" style="${box}">${content}</div>`).showPopover()
  },
  'a page that listens at the window and closes on any press or key outside'() {
    const element = add(`<div role="dialog" style="${box}">${content}</div>`)
    for (const type of [
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'click',
      'touchstart',
      'touchend',
      'focusin',
      'keydown',
    ])
      window.addEventListener(
        type,
        event => {
          const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
          if (isEscape || !(event.target instanceof Node) || !element.contains(event.target)) element.remove()
        },
        true,
      )
    element.querySelector('input')?.focus()
  },
}
