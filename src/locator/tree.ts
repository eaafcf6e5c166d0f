/** Ways through the page that do not stop at shadow roots or at frames of the same origin. Reads the tree only. */

export type Root = Document | ShadowRoot | Element

/**
 * The parent, or the host of the shadow root; a frame's page ends at its frame element. A form's fields can have the names of its
 * properties, and be found there in their place: so the prototype is asked.
 */
export function parentOf(element: Element): Element | null {
  const parent = Reflect.get(Element.prototype, 'parentElement', element)
  if (parent) return parent
  const root = element.getRootNode()
  if (root.nodeType === 11) return (root as ShadowRoot).host ?? null
  if (root.nodeType === 9) {
    try {
      return (root as Document).defaultView?.frameElement ?? null
    } catch {
      return null
    }
  }
  return null
}

export function* ancestors(element: Element): Generator<Element> {
  for (let up = parentOf(element); up; up = parentOf(up)) yield up
}

/** The root itself, then every open shadow root and same-origin frame document below it. */
export function rootsFrom(root: Root): Root[] {
  const roots: Root[] = [root]
  for (const from of roots) {
    for (const element of from.querySelectorAll('*')) {
      const inside = element.shadowRoot ?? pageOf(element)
      if (inside) roots.push(inside)
    }
  }
  return roots
}

/** The page in a frame; null for a frame of another origin, and for what is no frame. */
export function pageOf(frame: Element): Document | null {
  if (!/^i?frame$/.test(frame.localName)) return null
  try {
    return (frame as HTMLIFrameElement).contentDocument
  } catch {
    return null
  }
}

export const closest = (element: Element, selector: string): Element | null => {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at.matches(selector)) return at
  return null
}

/** As Node.contains, through shadow roots and frames. */
export function holds(outer: Element, inner: Element): boolean {
  if (outer.contains(inner)) return true
  for (let at = parentOf(inner); at; at = parentOf(at)) if (at === outer) return true
  return false
}
