/**
 * Has a person really seen this button? It has to be wholly visible for half a second by IntersectionObserver v2 (which notices covers,
 * transparency and filters), in every frame, with nothing above the card, nothing zoomed, and looking as Keyway drew it. A page that hides,
 * covers or enlarges the button cannot have it pressed.
 */
import { controlOf } from './controls.ts'
import { looksAsDrawn } from './look.ts'
import type { TopLayer } from './top-layer.ts'

/** Milliseconds. */
const settle = 500
/** After a longer gap between two frames it is not known what was on the screen meanwhile: the half second starts again. In milliseconds. */
const longestGap = 250
/** How often the page’s shadow trees are looked through, at times that a page cannot predict. In milliseconds. */
const shadowPause = () => 120 + Math.random() * 120

export type Guard = {
  /** May a press on it count now? */
  trusted(button: Element): boolean
  /** The buttons moved or were drawn again: the half second starts again, because a page could move them under a finger. */
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
  // A host that was removed and put back is no longer an open popover: that can be asked before any observer reports it.
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
  // The page removed the host and Keyway put it back, too quickly for the observer to notice.
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
        // Chrome reports on one target ten times a second at most, and a page can flicker in between: a new target is reported in the next frame.
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
