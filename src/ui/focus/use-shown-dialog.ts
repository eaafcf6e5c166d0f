/** A dialog that is open from the start. However it ends, the focus goes back to where it was: a dialog that is only taken out of the page leaves it on nothing. */
import { useLayoutEffect, useRef } from 'react'

export function useShownDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // While it is still in the page.
    return () => shown?.close()
  }, [])
  return dialog
}
