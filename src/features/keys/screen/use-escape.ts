/** Escape goes back one level, unless something in front of the page or a field with words in it has the keyboard. */
import { useEffect, useRef } from 'react'
import { isCovered } from './row-keyboard.ts'

export function useEscape(back: () => void): void {
  const latest = useRef(back)
  latest.current = back
  useEffect(() => {
    const done = new AbortController()
    const press = (event: KeyboardEvent) => {
      const at = event.target
      const hasWords =
        (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) &&
        !['checkbox', 'radio'].includes(at.type) &&
        at.value !== ''
      if (event.key !== 'Escape' || event.defaultPrevented || hasWords || isCovered()) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', press, { signal: done.signal })
    return () => done.abort()
  }, [])
}
