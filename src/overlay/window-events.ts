/**
 * One place where the overlay hears the window's events, in the capturing phase. A listener of the page at the window that was there
 * before would hear what happens on the card and could act on it, so `listenFirst` is called before any script of the page runs; what
 * has to be done with the events is added when something is drawn.
 */

/** Everything that tells a page of a press, a pointer or the focus. */
const ofInput = [
  ...['pointer', 'mouse'].flatMap(device =>
    ['down', 'up', 'move', 'over', 'out', 'enter', 'leave'].map(what => device + what),
  ),
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'pointercancel', 'selectstart', 'dragstart'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'wheel', 'keydown', 'keypress', 'keyup'],
  ...['focus', 'blur', 'focusin', 'focusout'],
]
/** Everything that tells of a change in what is above the page. */
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
