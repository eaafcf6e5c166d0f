/**
 * Has a person really had this button in view? Half a second wholly visible by IntersectionObserver v2 (which knows of covers,
 * transparency and filters), in every frame, with nothing above the card, nothing zoomed, and looking as it was drawn. A page that
 * hides, covers or enlarges our button gets no press from it.
 */
import { controlOf } from './controls.ts'
import { looksAsDrawn } from './look.ts'
import type { TopLayer } from './top-layer.ts'

/** Milliseconds. */
const settle = 500
/** Longer between two frames, and nobody knows what was on the screen meanwhile: the half second begins again. */
const longestGap = 250
/** How often the page's shadow trees are looked through: at times that a page cannot foresee. */
const shadowPause = () => 120 + Math.random() * 120

export type Guard = {
  /** May a press on it count now? */
  trusted(button: Element): boolean
  /** The buttons came to another place, or anew: the half second begins again, for a page can move them under a finger. */
  moved(): void
}

export function guardButtons(
  host: HTMLElement,
  topLayer: TopLayer,
  buttons: HTMLElement[],
  changed: (button: Element, ready: boolean) => void,
  signal: AbortSignal,
): Guard {
  const since = new Map<Element, number>()
  let lastFrame = 0
  let nextWalk = 0
  // Taken out and put back it is no popover any more, at once: before any observer can tell.
  const inPlace = () => host.currentCSSZoom === 1 && host.matches(':popover-open') && topLayer.isClear()

  function isClearInShadow(now: number): boolean {
    if (now < nextWalk) return true
    nextWalk = now + shadowPause()
    return topLayer.isClearInShadow()
  }

  function waited(button: Element): boolean {
    const at = since.get(button)
    const now = performance.now()
    return at !== undefined && now - at >= settle && now - lastFrame <= longestGap
  }

  function moved(): void {
    for (const button of since.keys()) since.set(button, performance.now())
    for (const button of buttons) changed(button, false)
  }
  // The page took the host out and it was put back: too quick for the observer to tell.
  host.addEventListener('beforetoggle', moved, { signal })

  const observer = new IntersectionObserver(
    entries => {
      const now = performance.now()
      if (now - lastFrame > longestGap) since.clear()
      lastFrame = now
      const clear = inPlace() && isClearInShadow(now)
      for (const { target, isVisible, intersectionRatio } of entries as EntryOfVersion2[]) {
        if (!clear || !isVisible || intersectionRatio < 1) since.delete(target)
        else if (!since.has(target)) since.set(target, now)
        changed(target, waited(target))
        // Chrome tells of one target ten times a second at most, and a page can flicker between: a new one is told of in the next frame.
        observer.unobserve(target)
        if (target.isConnected) observer.observe(target)
      }
    },
    { threshold: 1, trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  )
  for (const button of buttons) observer.observe(button)
  signal.addEventListener('abort', () => observer.disconnect())

  return {
    trusted: button =>
      button instanceof HTMLElement &&
      waited(button) &&
      inPlace() &&
      topLayer.isClearInShadow() &&
      looksAsDrawn(button, controlOf(button)?.label ?? ''),
    moved,
  }
}

/** `lib.dom` does not know it yet. */
type EntryOfVersion2 = IntersectionObserverEntry & { isVisible: boolean }
