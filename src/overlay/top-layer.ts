/**
 * Is Keyway’s host the last in the page’s top layer? Only what opened later can be painted above the card, and IntersectionObserver does
 * not notice all of that (outlines, shadows, reflections). Chrome does not tell the order, so it is recorded here.
 */

const inTopLayer = ':modal, :popover-open, :fullscreen, :is(select, input):open'
const canHostShadow = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/

export type TopLayer = {
  /** The host was opened just now: it is above everything that is open. */
  rose(): void
  /** Something opened or closed: until the host is opened again it is not known what is above it. */
  changed(): void
  /** Is nothing of the page above the host? Looks at the document only. */
  isClear(): boolean
  /** The same for the page’s shadow trees, whose events do not leave them. Walks through the whole page. */
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

  /** A closed element can stay in the top layer while it fades out, so the computed style is asked. */
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
