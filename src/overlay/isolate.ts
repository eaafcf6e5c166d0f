/**
 * Keeps what happens on the card from the page, and the page's dialog open under a press on the card. Every event whose
 * target or related target is the host stops at the window, before any listener of the page: then presses are routed by
 * position and keys by focus, because our own listeners inside the root hear nothing either. See docs/decisions.md.
 */
import { isOfTopLayer, onWindowEvent } from './window-events.ts'

export type Isolated = {
  /** A real press begins on something of ours. */
  began(element: Element | null): void
  /** A real press or Enter/Space on something of ours. */
  pressed(element: Element, byKey: boolean): void
  key(event: KeyboardEvent): void
}

/** What a page hears when a press ends. A click by key has no place and is none. */
const isEndOfPress = (event: Event): boolean =>
  event.isTrusted &&
  /(?:pointer|mouse)up|touchend|click|contextmenu/.test(event.type) &&
  !(event.type === 'click' && (event as MouseEvent).detail === 0)

export function isolate(host: HTMLElement, root: ShadowRoot, on: Isolated, signal: AbortSignal): void {
  const at = ({ clientX, clientY }: MouseEvent) => root.elementFromPoint(clientX, clientY)
  /** A press began on the card and has not ended yet: wherever it ends, the page must not take it for a press of its own. */
  let isOwnPress = false
  const heard = (event: Event) => {
    if (isOfTopLayer(event)) return
    const related = 'relatedTarget' in event ? event.relatedTarget : null
    const isOn = event.target === host || related === host
    if (event.type === 'pointerdown' && event.isTrusted) isOwnPress = isOn
    if (!isOn && !(isOwnPress && isEndOfPress(event))) return
    event.stopImmediatePropagation()
    if (event.target !== host) return
    // The press must not take the focus out of the page's field.
    if (event.type === 'mousedown') event.preventDefault()
    if (!event.isTrusted) return
    if (event.type === 'pointerdown') on.began(at(event as PointerEvent))
    if (event.type === 'keydown') on.key(event as KeyboardEvent)
    if (event.type !== 'click') return
    // A click by key has no place.
    const byKey = (event as MouseEvent).detail === 0
    const element = byKey ? root.activeElement : at(event as MouseEvent)
    if (element) on.pressed(element, byKey)
  }
  onWindowEvent(heard, signal)
}
