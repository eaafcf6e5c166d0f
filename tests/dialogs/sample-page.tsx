/** Entry of the page’s own script in the sample of the lab: what is there without the lab’s own libraries. */
import * as Dialog from '@radix-ui/react-dialog'
import { type ReactElement, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { native } from './native.ts'

function Radix(): ReactElement {
  const [open, setOpen] = useState(true)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay style={{ position: 'fixed', inset: 0, background: '#0006' }} />
        <Dialog.Content
          style={{ position: 'fixed', left: 60, top: 60, width: 380, background: '#fff', padding: 24 }}
          aria-describedby={undefined}
        >
          <Dialog.Title>Save your key</Dialog.Title>
          <div id="inside">
            <p>This key is shown only once.</p>
            <input id="field" defaultValue="a key" aria-label="Key" />
            <button type="button">Copy</button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export const dialogs: Record<string, () => void> = {
  'Radix Dialog': () => {
    const root = document.createElement('div')
    document.body.append(root)
    createRoot(root).render(<Radix />)
  },
  ...native,
}
