/** The keyboard never points at nothing: when what had the focus is taken out of the page, the view's own place gets it. */
import { useEffect } from 'react'

/** @param selectors where to put it, the first that is there */
export function useKeptFocus(selectors: string): void {
  useEffect(() => {
    const look = () => {
      const { activeElement, body } = document
      if (activeElement !== null && activeElement !== body) return
      if (!document.hasFocus() || getSelection()?.isCollapsed === false) return
      const place = selectors
        .split(',')
        .map(selector => document.querySelector<HTMLElement>(selector))
        .find(element => element !== null)
      place?.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    look()
    return () => observer.disconnect()
  }, [selectors])
}
