/**
 * Hides events on the card from the page, so that a press on the card does not close the page’s dialog. Every event whose target or related
 * target is the host is stopped at the window, before any listener of the page. Keyway’s own listeners inside the root do not receive it
 * either, so presses are assigned by position and keys by focus. See docs/decisions.md.
 */
import { isOfTopLayer, onWindowEvent } from './window-events.ts'

export type Isolated = {
  /** A trusted press begins on the host; `element` is the part of the card under it. */
  began(element: Element | null): void
  /** A trusted press, or Enter or Space, on this part of the card. */
  pressed(element: Element, byKey: boolean): void
  key(event: KeyboardEvent): void
}

/** Does the event end a press? A click by keyboard has no position and ends none. */
const isEndOfPress = (event: Event): unknown =>
  event.isTrusted &&
  /(?:pointer|mouse)up|touchend|click|contextmenu/.test(event.type) &&
  (event.type !== 'click' || (event as MouseEvent).detail)

export function isolate(host: HTMLElement, root: ShadowRoot, on: Isolated, signal: AbortSignal): void {
  const at = ({ clientX, clientY }: MouseEvent) => root.elementFromPoint(clientX, clientY)
  /** A press began on the card and has not ended yet: wherever it ends, the page must not take it for a press of its own. */
  let isOwnPress = false
  const heard = (event: Event) => {
    if (isOfTopLayer(event)) return
    const related = 'relatedTarget' in event ? event.relatedTarget : null
    const isOn = event.target === host || related === host
    // What comes after a key of the page’s ends no press on the card: a menu by keyboard is the page’s own.
    if (event.isTrusted && (event.type === 'pointerdown' || (event.type === 'keydown' && !isOn)))
      isOwnPress = isOn
    if (!isOn && !(isOwnPress && isEndOfPress(event))) return
    event.stopImmediatePropagation()
    if (event.target !== host) return
    // The press must not take the focus out of the page's field.
    if (event.type === 'mousedown') event.preventDefault()
    if (!event.isTrusted) return
    if (event.type === 'pointerdown') on.began(at(event as PointerEvent))
    if (event.type === 'keydown') on.key(event as KeyboardEvent)
    if (event.type !== 'click') return
    // A click by keyboard has no position.
    const byKey = !(event as MouseEvent).detail
    const element = byKey ? root.activeElement : at(event as MouseEvent)
    if (element) on.pressed(element, byKey)
  }
  onWindowEvent(heard, signal)
}
