/** Real dialogs of libraries without a framework. */
import A11yDialog from 'a11y-dialog'
import Modal from 'bootstrap/js/dist/modal'
import { createFocusTrap } from 'focus-trap'
import MicroModal from 'micromodal'
import Swal from 'sweetalert2'
import '@shoelace-style/shoelace/dist/components/dialog/dialog.js'
import UIkit from 'uikit'
import { add, box, content, style } from '../box.ts'

export const plain: Record<string, () => void> = {
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
}
