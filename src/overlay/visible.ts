/**
 * Has a person really had this button in view? Half a second wholly visible by IntersectionObserver v2 (which knows of covers,
 * transparency and filters), nothing zoomed. A page that hides, covers or enlarges our button gets no press from it.
 */

const settle = 500

export type Guard = {
  /** May a press on it count now? */
  trusted(button: Element): boolean
  /** The buttons came to another place, or anew: the half second begins again, for a page can move them under a finger. */
  moved(): void
}

export function guardButtons(
  host: HTMLElement,
  buttons: Element[],
  changed: (button: Element, ready: boolean) => void,
  signal: AbortSignal,
): Guard {
  const since = new Map<Element, number>()
  let timer = 0
  // Taken out and put back it is no popover any more, at once: before any observer can tell.
  const inPlace = () => host.currentCSSZoom === 1 && host.matches(':popover-open')
  const trusted = (button: Element) => {
    const at = since.get(button)
    return at !== undefined && performance.now() - at >= settle && inPlace()
  }
  const lookAgain = () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      for (const button of since.keys()) changed(button, trusted(button))
    }, settle + 20)
  }
  const moved = () => {
    for (const button of since.keys()) {
      since.set(button, performance.now())
      changed(button, false)
    }
    lookAgain()
  }
  // The page took the host out and it was put back: too quick for the observer to tell.
  host.addEventListener('beforetoggle', moved, { signal })
  const observer = new IntersectionObserver(
    entries => {
      for (const entry of entries) {
        const seen = 'isVisible' in entry && entry.isVisible === true && entry.intersectionRatio >= 1
        if (!seen) since.delete(entry.target)
        else if (!since.has(entry.target)) since.set(entry.target, performance.now())
        changed(entry.target, trusted(entry.target))
      }
      lookAgain()
    },
    // lib.dom does not know version 2 yet.
    { threshold: [0.5, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  )
  for (const button of buttons) observer.observe(button)
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect()
      clearTimeout(timer)
    },
    { once: true },
  )
  return { trusted, moved }
}
