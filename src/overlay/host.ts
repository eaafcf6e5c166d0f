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
  /** Puts it where it belongs now: called when something opened, closed, or threw us out. */
  settle(): void
  /** A page that keeps throwing us out has won. */
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
  // A plain element: a name with a hyphen could be defined by the page, whose class would be handed the closed root.
  const element = document.createElement('div')
  const root = element.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  const topLayer = createTopLayer(element, rootOf)
  let over = false
  let fights: number[] = []
  let rises: number[] = []
  let later = 0

  /** Opened by the page, in order: the last one that is still open is on top. */
  let opened: Element[] = [...document.querySelectorAll(':modal, [popover]:popover-open')].filter(isTop)

  /** What a page has moved into a frame or a window of its own is no place for us, and open again there it would take us along. */
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
    // A page that hands the element to another document and back takes its style away.
    root.adoptedStyleSheets = [sheet]
    element.inert = false
    element.ariaHidden = null
    element.popover = 'manual'
    if (element.matches(':popover-open')) return
    element.showPopover()
    topLayer.rose()
  }

  /** Out and in again, to be the last. */
  function rise(): void {
    if (element.matches(':popover-open')) element.hidePopover()
    settle()
  }

  /** The page took the place away: take it again, but not for ever. */
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
    // Whatever opened last is on top of us: go in again to be last. Tooltips come and go often: not with each of them.
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
  // Thrown out of the page, alone or with a dialog that was removed without being closed; or thrown out and put back, which
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
