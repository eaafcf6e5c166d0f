/**
 * The overlay’s listeners at the window, in the capturing phase. A listener of the page that was added earlier would receive events on the
 * card and could act on them, so `listenFirst` is called before any script of the page runs; the handlers are added when something is drawn.
 */

/** All events by which a page notices a press, the pointer or the focus. */
const ofInput = [
  ...['pointer', 'mouse'].flatMap(device =>
    ['down', 'up', 'move', 'over', 'out', 'enter', 'leave'].map(what => device + what),
  ),
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'pointercancel', 'selectstart', 'dragstart'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'wheel', 'keydown', 'keypress', 'keyup'],
  ...['focus', 'blur', 'focusin', 'focusout'],
]
/** All events by which Keyway notices that something opened or closed above the page. */
const ofTopLayer = ['beforetoggle', 'toggle', 'close', 'fullscreenchange']

const handlers = new Set<(event: Event) => void>()
let listening: AbortSignal | undefined

/** @param signal ends the listening; later calls before that change nothing. */
export function listenFirst(signal: AbortSignal): void {
  if (listening && !listening.aborted) return
  listening = signal
  const hear = (event: Event) => {
    for (const handler of handlers) handler(event)
  }
  for (const type of [...ofInput, ...ofTopLayer]) {
    const passive = type === 'wheel' || type.startsWith('touch')
    window.addEventListener(type, hear, { capture: true, passive, signal })
  }
}

export function onWindowEvent(handler: (event: Event) => void, signal: AbortSignal): void {
  if (signal.aborted) return
  listenFirst(signal)
  handlers.add(handler)
  signal.addEventListener('abort', () => handlers.delete(handler))
}

export const isOfTopLayer = (event: Event): boolean => ofTopLayer.includes(event.type)
