/**
 * Keeps what happens on the card from the page, and the page's dialog open under a press on the card. Every event whose
 * target or related target is the host stops at the window, before any listener of the page: then presses are routed by
 * position and keys by focus, because our own listeners inside the root hear nothing either. See docs/decisions.md.
 */

const stopped = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointercancel',
  'pointerover',
  'pointerout',
  'pointerenter',
  'pointerleave',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'mouseenter',
  'mouseleave',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'selectstart',
  'dragstart',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'wheel',
  'keydown',
  'keypress',
  'keyup',
  'focus',
  'blur',
  'focusin',
  'focusout',
] as const

export type Isolated = {
  /** A real press or Enter/Space on something of ours. */
  pressed(element: Element, event: MouseEvent): void
  key(event: KeyboardEvent): void
}

export function isolate(host: HTMLElement, root: ShadowRoot, on: Isolated, signal: AbortSignal): void {
  const heard = (event: Event) => {
    const related = 'relatedTarget' in event ? event.relatedTarget : null
    if (event.target !== host && related !== host) return
    event.stopImmediatePropagation()
    if (event.target !== host) return
    // The press must not take the focus out of the page's field.
    if (event.type === 'mousedown') event.preventDefault()
    if (!event.isTrusted) return
    if (event.type === 'click' && event instanceof MouseEvent) {
      // A click by key has no place.
      const byKey = event.detail === 0
      const element = byKey ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY)
      if (element) on.pressed(element, event)
    }
    if (event.type === 'keydown' && event instanceof KeyboardEvent) on.key(event)
  }
  for (const type of stopped) {
    const passive = type === 'wheel' || type.startsWith('touch')
    window.addEventListener(type, heard, { capture: true, passive, signal })
  }
}
