/**
 * A dialog of the page, built by whichever real library the scene asks for. All close on Escape and on a press outside, as they do
 * by default, unless the scene says otherwise.
 */
import * as Radix from '@radix-ui/react-dialog'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Modal as AriaModal, Heading, ModalOverlay } from 'react-aria-components'
import { createPortal } from 'react-dom'
import FocusLock from 'react-focus-lock'
import type { MarkName } from '../marks.ts'
import { c, mark, useScene } from './world.ts'

export interface ModalProps {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  marked?: MarkName
  /** The element that takes the focus when it opens, and whose text is selected then. */
  selects?: { current: HTMLInputElement | null }
  wide?: boolean
}

export function Modal(props: ModalProps) {
  const { modal, era } = useScene()
  if (era === 'A') return <OldModal {...props} />
  if (modal === 'aria') return <AriaKind {...props} />
  if (modal === 'focus-lock') return <FocusLockKind {...props} />
  if (modal === 'native') return <NativeKind {...props} />
  return <RadixKind {...props} />
}

const takeFocus = (selects: ModalProps['selects']) => {
  selects?.current?.focus()
  selects?.current?.select()
}

function useSelects(selects: ModalProps['selects']) {
  useEffect(() => {
    // After the library has given the focus to the first control.
    const frame = requestAnimationFrame(() => takeFocus(selects))
    return () => cancelAnimationFrame(frame)
  }, [selects])
}

function RadixKind({ title, onClose, children, marked, selects, wide }: ModalProps) {
  const { pressOutsideCloses } = useScene()
  return (
    <Radix.Root open onOpenChange={open => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={c('veil')} />
        <Radix.Content
          ref={mark(marked)}
          className={c(wide ? 'dialog floating wide' : 'dialog floating')}
          aria-describedby={undefined}
          onPointerDownOutside={event => !pressOutsideCloses && event.preventDefault()}
          onOpenAutoFocus={event => {
            if (!selects) return
            event.preventDefault()
            takeFocus(selects)
          }}
        >
          <Radix.Title className={c('dialog-title')}>{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function AriaKind({ title, onClose, children, marked, selects, wide }: ModalProps) {
  const { pressOutsideCloses } = useScene()
  useSelects(selects)
  return (
    <ModalOverlay
      className={c('veil centred')}
      isOpen
      isDismissable={pressOutsideCloses}
      onOpenChange={open => !open && onClose()}
    >
      <AriaModal className={c('as-is')}>
        <AriaDialog ref={mark(marked)} className={c(wide ? 'dialog wide' : 'dialog')}>
          <Heading slot="title" level={2} className={c('dialog-title')}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </AriaModal>
    </ModalOverlay>
  )
}

function useEscape(onClose: () => void) {
  useEffect(() => {
    const life = new AbortController()
    const listen = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && onClose()
    document.addEventListener('keydown', listen, { signal: life.signal })
    return () => life.abort()
  }, [onClose])
}

function FocusLockKind({ title, onClose, children, marked, selects, wide }: ModalProps) {
  const { pressOutsideCloses } = useScene()
  useSelects(selects)
  useEscape(onClose)
  return createPortal(
    <FocusLock returnFocus>
      <div className={c('veil centred')}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the page's own way of closing on a press outside */}
        <div className={c('backdrop')} onMouseDown={() => pressOutsideCloses && onClose()} />
        <div
          ref={mark(marked)}
          role="dialog"
          aria-modal="true"
          aria-labelledby="modal-title"
          className={c(wide ? 'dialog wide' : 'dialog')}
        >
          <h2 id="modal-title" className={c('dialog-title')}>
            {title}
          </h2>
          {children}
        </div>
      </div>
    </FocusLock>,
    document.body,
  )
}

function NativeKind({ title, onClose, children, marked, selects, wide }: ModalProps) {
  const { pressOutsideCloses } = useScene()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.setAttribute('closedby', pressOutsideCloses ? 'any' : 'closerequest')
    element?.showModal()
    takeFocus(selects)
    return () => element?.close()
  }, [selects, pressOutsideCloses])
  const both = (element: HTMLDialogElement | null) => {
    dialog.current = element
    return mark(marked)?.(element)
  }
  return (
    <dialog
      ref={both}
      className={c(wide ? 'dialog wide' : 'dialog')}
      aria-labelledby="modal-title"
      onClose={onClose}
    >
      <h2 id="modal-title" className={c('dialog-title')}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}

/** Until early 2024: no name on the dialog, labels tied to nothing, a cross to close it. */
function OldModal({ title, onClose, children, marked, selects }: ModalProps) {
  const { pressOutsideCloses } = useScene()
  useSelects(selects)
  useEscape(onClose)
  return createPortal(
    <FocusLock>
      <div className="modal-root modal-is-open modal-with-close-icon">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: as it was */}
        <div className="modal-backdrop" onMouseDown={() => pressOutsideCloses && onClose()} />
        <div className="modal-dialog-container">
          <div
            ref={mark(marked)}
            className="modal-dialog modal-size-medium"
            role="dialog"
            aria-modal="true"
            tabIndex={-1}
          >
            <div className="modal-header heading-medium">
              {title}
              <button type="button" className="modal-close" aria-label="Close" onClick={onClose}>
                ×
              </button>
            </div>
            <div className="modal-body body-small">{children}</div>
          </div>
        </div>
      </div>
    </FocusLock>,
    document.body,
  )
}
