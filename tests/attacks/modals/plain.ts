/** Real dialogs of libraries without a framework, and of the platform itself. */
import A11yDialog from 'a11y-dialog'
import Modal from 'bootstrap/js/dist/modal'
import { createFocusTrap } from 'focus-trap'
import MicroModal from 'micromodal'
import Swal from 'sweetalert2'
import '@shoelace-style/shoelace/dist/components/dialog/dialog.js'
import UIkit from 'uikit'

const markup =
  '<p>This key is shown only once.</p><input id="field" value="a key" aria-label="Key"><button type="button">Copy</button>'
const box = 'position:fixed;left:60px;top:60px;width:380px;background:#fff;color:#000;padding:24px;margin:0'

function add(html: string): HTMLElement {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.body.append(holder)
  return holder.firstElementChild as HTMLElement
}

const content = `<div id="inside">${markup}</div>`
/** Scoped down from the libraries' own style sheets: shown while open, a backdrop over the page. */
const style = (css: string) => add(`<style>${css}</style>`)

const dialogs: Record<string, () => void> = {
  Bootstrap() {
    style(
      `.modal{position:fixed;inset:0;display:none;z-index:1055}.modal.show{display:block}.modal-content{${box}}`,
    )
    new Modal(
      add(
        `<div class="modal" tabindex="-1"><div class="modal-dialog"><div class="modal-content">${content}</div></div></div>`,
      ),
    ).show()
  },
  Micromodal() {
    style(`.modal{display:none}.modal.is-open{display:block}`)
    add(`<div class="modal" id="micro" aria-hidden="true"><div tabindex="-1" data-micromodal-close style="position:fixed;inset:0">
      <div role="dialog" style="${box}">${content}</div></div></div>`)
    MicroModal.show('micro', { disableFocus: false })
  },
  SweetAlert2() {
    void Swal.fire({ html: content, showConfirmButton: false, animation: false })
  },
  'a11y-dialog'() {
    style(`#a11y[aria-hidden=true]{display:none}`)
    const dialog = new A11yDialog(
      add(`<div id="a11y" aria-hidden="true"><div data-a11y-dialog-hide style="position:fixed;inset:0"></div>
        <div role="document" style="${box}">${content}</div></div>`),
    )
    dialog.show()
  },
  'focus-trap'() {
    const element = add(`<div style="${box}">${content}</div>`)
    createFocusTrap(element, {
      clickOutsideDeactivates: true,
      onDeactivate: () => element.remove(),
    }).activate()
  },
  UIkit() {
    style(
      `.uk-modal{display:none;position:fixed;inset:0;z-index:1010}.uk-modal.uk-open{display:block}.uk-modal-dialog{${box}}`,
    )
    UIkit.modal(add(`<div uk-modal><div class="uk-modal-dialog">${content}</div></div>`)).show()
  },
  Shoelace() {
    add(`<sl-dialog open label="Save your key">${content}</sl-dialog>`)
  },
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

export const plainNames = Object.keys(dialogs)
export const openPlain = (name: string): void => dialogs[name]?.()
