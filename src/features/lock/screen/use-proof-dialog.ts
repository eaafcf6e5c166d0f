/** A dialog that asks to show that it is you: open from the start, with the keyboard where the answer goes. */
import { type RefObject, useEffect, useRef } from 'react'
import { useShownDialog } from '../../../ui/focus/use-shown-dialog.ts'

type ProofDialog = { dialog: RefObject<HTMLDialogElement | null>; field: RefObject<HTMLInputElement | null> }

export function useProofDialog(hasPasskey: boolean): ProofDialog {
  const dialog = useShownDialog()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // A dialog puts the keyboard on what comes first, which is the passkey where there is one.
    if (!hasPasskey) field.current?.focus()
  }, [hasPasskey])
  return { dialog, field }
}
