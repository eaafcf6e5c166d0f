/**
 * Is Keyway's host the last in the page's top layer? Only what came there later can be painted above the card, and some of that
 * (outlines, shadows, reflections) no observer of visibility sees. Chrome does not tell the order, so it is kept here.
 */

const inTopLayer = ':modal, :popover-open, :fullscreen, :is(select, input):open'
const canHostShadow = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/

export type TopLayer = {
  /** The host went in just now: it is above all that is open. */
  rose(): void
  /** Something went in or out; until the host rises again nobody knows what is above it. */
  changed(): void
  /** Is nothing of the page above the host? Looks at the document only. */
  isClear(): boolean
  /** The same for the page's shadow trees, whose events do not come out. Walks the whole page. */
  isClearInShadow(): boolean
}

/** @param rootOf opens closed roots too where it may. */
export function createTopLayer(
  host: HTMLElement,
  rootOf: (element: HTMLElement) => ShadowRoot | null,
): TopLayer {
  let below = new Set<Element>()
  let isKnown = false
  const open = () => [...document.querySelectorAll(inTopLayer)].filter(other => other !== host)

  /** Closed elements can stay there while they fade, so it is asked by what Chrome computes. */
  const isRaised = (element: Element): boolean =>
    getComputedStyle(element).getPropertyValue('overlay') === 'auto'

  function hasRaised(scope: Document | ShadowRoot): boolean {
    for (const element of scope.querySelectorAll('*')) {
      if (element === host || !(element instanceof HTMLElement)) continue
      if (scope !== document && (element.matches(inTopLayer) || isRaised(element))) return true
      const root = canHostShadow.test(element.localName) ? rootOf(element) : null
      if (root && hasRaised(root)) return true
    }
    return false
  }

  return {
    rose() {
      below = new Set(open())
      isKnown = true
    },
    changed() {
      isKnown = false
    },
    isClear: () =>
      isKnown &&
      open().every(other => below.has(other)) &&
      document.querySelector(':active-view-transition') === null,
    isClearInShadow: () => !hasRaised(document),
  }
}
