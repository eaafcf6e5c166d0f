/** Escape goes back one level, unless something in front of the page or a field with words in it has the keyboard. */
import { useWindowEvent } from '../../../ui/pieces/use-window-event.ts'
import { isCovered } from './row-keyboard.ts'

export function useEscape(back: () => void): void {
  useWindowEvent('keydown', event => {
    const at = event.target
    const hasWords =
      (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) &&
      !['checkbox', 'radio'].includes(at.type) &&
      at.value !== ''
    if (event.key !== 'Escape' || event.defaultPrevented || hasWords || isCovered()) return
    event.preventDefault()
    back()
  })
}
