/** Libraries that bring no types: only what the modal lab uses of them. */
declare module 'bootstrap/js/dist/modal' {
  export default class Modal {
    constructor(element: Element)
    show(): void
  }
}
declare module 'micromodal' {
  const MicroModal: { show(id: string, options?: { disableFocus?: boolean }): void }
  export default MicroModal
}
declare module 'uikit' {
  const UIkit: { modal(element: Element): { show(): void } }
  export default UIkit
}
declare module 'react-modal' {
  import type { ComponentType, CSSProperties, ReactNode } from 'react'

  const ReactModal: ComponentType<{
    isOpen: boolean
    onRequestClose(): void
    ariaHideApp: boolean
    style: { content: CSSProperties }
    children: ReactNode
  }>
  export default ReactModal
}
