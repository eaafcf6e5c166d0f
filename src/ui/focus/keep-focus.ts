/** The keyboard never points at nothing: when what had the focus is taken out of the page, the place that a view names gets it. */
import { useEffect } from 'react'

const isNowhere = () => [null, document.body].includes(document.activeElement as HTMLElement | null)

/** @param selectors where to put it, the first that is there */
export function useKeptFocus(selectors: string): void {
  useEffect(() => {
    const look = () => {
      if (!isNowhere()) return
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

/** By then what has come in its place has taken the focus itself, if it wants it. */
const pause = 80

function pathOf(element: Element | null): Element[] {
  return element ? [element, ...pathOf(element.parentElement)] : []
}

/**
 * Of every screen, where no view names a place: the heading of the nearest part that is left gets it, so that Tab goes on from there. A heading
 * and no button, for a second Enter must press nothing. Who pressed beside everything has the focus nowhere, and keeps it there.
 */
export function keepFocus(signal?: AbortSignal): void {
  let path: Element[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const putBack = () => {
    if (!isNowhere() || !document.hasFocus() || path[0]?.isConnected !== false) return
    const heading = path
      .filter(part => part.isConnected)
      .map(part => [...part.querySelectorAll<HTMLElement>('h1, h2, h3')].find(one => one.checkVisibility()))
      .find(one => one !== undefined)
    if (!heading) return
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(putBack, pause)
  }
  const options = signal ? { signal } : {}
  const note = ({ target }: FocusEvent) => {
    path = target instanceof Element ? pathOf(target) : []
  }
  addEventListener('focusin', note, options)
  // What went while another window had the keyboard.
  addEventListener('focus', look, options)
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  signal?.addEventListener('abort', () => observer.disconnect())
}
