/**
 * The one element that Keyway adds to a page, and its place in the top layer: above everything, inside the page's topmost
 * modal dialog or auto popover when one is open (all else is inert then), back on <html> afterwards. Gives up rather than fight.
 */
import { createTopLayer, type TopLayer } from './top-layer.ts'
import { isOfTopLayer, onWindowEvent } from './window-events.ts'

export type Host = {
  element: HTMLElement
  root: ShadowRoot
  topLayer: TopLayer
  /** Moves the host to its place in the top layer, if it is not there. */
  settle(): void
  /** True once the page has removed the host so often that Keyway has given up. */
  readonly gaveUp: boolean
}

const most = 5
const within = 5_000

/** @param style becomes a constructed sheet: the page's content security policy has no say in it. */
export function createHost(
  style: string,
  gaveUp: () => void,
  rootOf: (element: HTMLElement) => ShadowRoot | null,
  signal: AbortSignal,
): Host {
  // A plain element: a custom element’s name could be defined by the page, whose class would then get the closed root.
  const element = document.createElement('div')
  const root = element.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  const topLayer = createTopLayer(element, rootOf)
  let over = false
  let fights: number[] = []
  let rises: number[] = []
  let later = 0

  /** What the page has opened, in order: the last one that is still open is on top. */
  let opened: Element[] = [...document.querySelectorAll(':modal, [popover]:popover-open')].filter(isTop)

  /** A dialog that the page has moved into a frame or another window is no place for the host: opened there, it would take the host along. */
  function isTop(other: Element): boolean {
    return (
      other !== element &&
      other.ownerDocument === document &&
      other.matches(':modal, [popover=auto]:popover-open, [popover=""]:popover-open')
    )
  }

  function settle(): void {
    if (over || signal.aborted) return
    opened = opened.filter(isTop)
    const parent = opened.at(-1) ?? document.documentElement
    if (element.parentNode !== parent) parent.append(element)
    // An element that was moved to another document and back has lost its style sheet.
    root.adoptedStyleSheets = [sheet]
    element.inert = false
    element.ariaHidden = null
    element.popover = 'manual'
    if (element.matches(':popover-open')) return
    element.showPopover()
    topLayer.rose()
  }

  /** Closes and opens the popover, so that the host is the last in the top layer. */
  function rise(): void {
    if (element.matches(':popover-open')) element.hidePopover()
    settle()
  }

  /** The page has removed the host, closed it or made it inert: puts it back, up to a limit. */
  function takeBack(): void {
    const now = Date.now()
    fights = [...fights.filter(at => now - at < within), now]
    if (fights.length > most) {
      over = true
      element.remove()
      gaveUp()
    } else settle()
  }

  onWindowEvent(event => {
    const other = event.target
    if (over || !isOfTopLayer(event) || other instanceof HTMLDetailsElement) return
    if (other === element) {
      if (event.type === 'toggle' && !element.matches(':popover-open')) takeBack()
      return
    }
    topLayer.changed()
    if (event.type === 'beforetoggle' || event.type === 'close') return
    const isModal = other instanceof Element && isTop(other)
    opened = opened.filter(one => one !== other)
    if (isModal) opened.push(other)
    // What opened last lies above the host, so the host is opened again to be last. Tooltips come and go often: after a few, only when they pause.
    clearTimeout(later)
    const now = Date.now()
    rises = rises.filter(at => now - at < within)
    if (rises.length >= most && !isModal) {
      later = window.setTimeout(rise, within)
      return
    }
    rises.push(now)
    rise()
  }, signal)

  const attributes = new MutationObserver(() => {
    const { isConnected, inert, ariaHidden, popover } = element
    if (!isConnected || inert || ariaHidden === 'true' || popover !== 'manual') takeBack()
  })
  attributes.observe(element, { attributes: true })
  // The host was removed from the page, alone or with a dialog that was removed while open; or removed and put back, which
  // closes a popover without an event.
  const children = new MutationObserver(() => {
    if (!over && !element.matches(':popover-open')) takeBack()
  })
  children.observe(document, { childList: true, subtree: true })

  signal.addEventListener('abort', () => {
    attributes.disconnect()
    children.disconnect()
    clearTimeout(later)
    element.remove()
  })

  settle()
  return {
    element,
    root,
    topLayer,
    settle,
    get gaveUp() {
      return over
    },
  }
}
