/** A question in front of the page. */
import { type ReactNode, useId } from 'react'
import { useShownDialog } from '../focus/use-shown-dialog.ts'

type Props = { title: string; onClose: () => void; children: ReactNode }

export function Modal({ title, onClose, children }: Props) {
  const id = useId()
  const dialog = useShownDialog()
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={id} className="modal">
      <div className="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
