/** Real dialogs of React libraries, each open, closable in every way its library closes one by itself. */

import { Dialog as AriakitDialog } from '@ariakit/react'
import { Dialog as ArkDialog, Portal as ArkPortal } from '@ark-ui/react'
import { Dialog as BaseDialog } from '@base-ui-components/react/dialog'
import {
  FloatingFocusManager,
  FloatingOverlay,
  FloatingPortal,
  useDismiss,
  useFloating,
  useInteractions,
} from '@floating-ui/react'
import { DialogPanel, Dialog as HeadlessDialog } from '@headlessui/react'
import { Modal as MantineModal, MantineProvider } from '@mantine/core'
import MuiDialog from '@mui/material/Dialog'
import { Modal as AntModal } from 'antd'
import { AlertDialog, Dialog as RadixDialog } from 'radix-ui'
import { type ReactElement, type ReactNode, useState } from 'react'
import { Dialog as AriaDialog, Modal as AriaModal, ModalOverlay } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import FocusLock from 'react-focus-lock'
import ReactModal from 'react-modal'
import { Drawer } from 'vaul'

type Given = { open: boolean; close(): void; children: ReactNode }

const box = { position: 'fixed', left: 60, top: 60, width: 380, background: '#fff', padding: 24 } as const
const cover = { position: 'fixed', inset: 0, background: '#0006' } as const

const kinds: Record<string, (given: Given) => ReactElement> = {
  'Radix Dialog': ({ open, close, children }) => (
    <RadixDialog.Root open={open} onOpenChange={close}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay style={cover} />
        <RadixDialog.Content style={box} aria-describedby={undefined}>
          <RadixDialog.Title>Save your key</RadixDialog.Title>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  ),
  'Radix AlertDialog': ({ open, close, children }) => (
    <AlertDialog.Root open={open} onOpenChange={close}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay style={cover} />
        <AlertDialog.Content style={box}>
          <AlertDialog.Title>Save your key</AlertDialog.Title>
          <AlertDialog.Description>Once.</AlertDialog.Description>
          {children}
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  ),
  'React Aria': ({ open, close, children }) => (
    <ModalOverlay isOpen={open} onOpenChange={close} isDismissable style={cover}>
      <AriaModal style={box}>
        <AriaDialog aria-label="Save your key">{children}</AriaDialog>
      </AriaModal>
    </ModalOverlay>
  ),
  'react-focus-lock with a backdrop': ({ open, close, children }) =>
    open ? (
      // biome-ignore lint/a11y: as pages write it
      <div style={cover} onMouseDown={event => event.target === event.currentTarget && close()}>
        <FocusLock returnFocus>
          <div style={box} role="dialog">
            {children}
          </div>
        </FocusLock>
      </div>
    ) : (
      <i />
    ),
  'Headless UI': ({ open, close, children }) => (
    <HeadlessDialog open={open} onClose={close}>
      <div style={cover} />
      <DialogPanel style={box}>{children}</DialogPanel>
    </HeadlessDialog>
  ),
  MUI: ({ open, close, children }) => (
    <MuiDialog open={open} onClose={close}>
      <div style={{ padding: 24 }}>{children}</div>
    </MuiDialog>
  ),
  Mantine: ({ open, close, children }) => (
    <MantineProvider>
      <MantineModal opened={open} onClose={close} transitionProps={{ duration: 0 }}>
        {children}
      </MantineModal>
    </MantineProvider>
  ),
  'Ark UI': ({ open, close, children }) => (
    <ArkDialog.Root open={open} onOpenChange={close}>
      <ArkPortal>
        <ArkDialog.Backdrop style={cover} />
        <ArkDialog.Positioner>
          <ArkDialog.Content style={box}>{children}</ArkDialog.Content>
        </ArkDialog.Positioner>
      </ArkPortal>
    </ArkDialog.Root>
  ),
  'Ant Design': ({ open, close, children }) => (
    <AntModal open={open} onCancel={close} footer={null} transitionName="" maskTransitionName="">
      {children}
    </AntModal>
  ),
  'Base UI': ({ open, close, children }) => (
    <BaseDialog.Root open={open} onOpenChange={close}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop style={cover} />
        <BaseDialog.Popup style={box}>{children}</BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  ),
  Ariakit: ({ open, close, children }) => (
    <AriakitDialog open={open} onClose={close} style={box} backdrop={<div style={cover} />}>
      {children}
    </AriakitDialog>
  ),
  'Floating UI': Floating,
  'react-modal': ({ open, close, children }) => (
    <ReactModal isOpen={open} onRequestClose={close} ariaHideApp={false} style={{ content: box }}>
      {children}
    </ReactModal>
  ),
  vaul: ({ open, close, children }) => (
    <Drawer.Root open={open} onOpenChange={close}>
      <Drawer.Portal>
        <Drawer.Overlay style={cover} />
        <Drawer.Content style={box} aria-describedby={undefined}>
          <Drawer.Title>Save your key</Drawer.Title>
          {children}
        </Drawer.Content>
      </Drawer.Portal>
    </Drawer.Root>
  ),
}

function Floating({ open, close, children }: Given): ReactElement {
  const { refs, context } = useFloating({ open, onOpenChange: close })
  const { getFloatingProps } = useInteractions([useDismiss(context)])
  if (!open) return <i />
  return (
    <FloatingPortal>
      <FloatingOverlay lockScroll style={cover}>
        <FloatingFocusManager context={context}>
          <div ref={refs.setFloating} style={box} {...getFloatingProps()}>
            {children}
          </div>
        </FloatingFocusManager>
      </FloatingOverlay>
    </FloatingPortal>
  )
}

function Page({ name, inside }: { name: string; inside: ReactNode }): ReactElement {
  const [open, setOpen] = useState(true)
  const Kind = kinds[name]
  if (!Kind) return <i />
  return (
    <Kind open={open} close={() => setOpen(false)}>
      {inside}
    </Kind>
  )
}

const inside = (
  <div id="inside">
    <p>This key is shown only once.</p>
    <input id="field" defaultValue="a key" aria-label="Key" />
    <button type="button">Copy</button>
  </div>
)

function open(name: string): void {
  const root = document.createElement('div')
  document.body.append(root)
  createRoot(root).render(<Page name={name} inside={inside} />)
}

export const react: Record<string, () => void> = Object.fromEntries(
  Object.keys(kinds).map(name => [name, () => open(name)]),
)
