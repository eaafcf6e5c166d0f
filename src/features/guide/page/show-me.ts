/**
 * “Show Keyway”: the person clicks the right element once. The page does not receive the click, so nothing is pressed. The element is described
 * for the worker, without any text that could be private.
 */
import { describe } from '../../../locator/index.ts'
import { CONTROLS } from '../../../locator/role.ts'

export type Showing = {
  /** Called with the element under the pointer; null: none of the page’s. */
  over(element: Element | null): void
  shown(description: Record<string, unknown>): void
  ended(): void
}

export function askToShow(own: Element, on: Showing, outer: AbortSignal): void {
  const mode = new AbortController()
  const signal = AbortSignal.any([mode.signal, outer])
  const end = () => {
    mode.abort()
    on.ended()
  }
  const thing = (event: Event): Element | null => {
    const [inner] = event.composedPath()
    return inner instanceof Element && inner !== own ? (inner.closest(CONTROLS) ?? inner) : null
  }
  const heard = (event: Event) => {
    if (event.target === own || !event.isTrusted) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.type !== 'click') return
    const element = thing(event)
    if (element) on.shown(scrub(describe(element), element.closest('tr, [role=row], li') !== null))
    end()
  }
  const first = { capture: true, passive: false, signal }
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    window.addEventListener(type, heard, first)
  window.addEventListener('pointermove', event => on.over(thing(event)), { ...first, passive: true })
  window.addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
      end()
    },
    first,
  )
}

/** Private texts: keys, e-mail addresses, ids, amounts of money, anything long without a blank. */
const secretive =
  /sk-|[\w.+-]@[\w-]+\.\w|\b(?:key|org|proj|user|asst|sess|req)[_-]\w{4,}|[$€£¥]\s?\d|\d[.,]*\s?(?:USD|EUR|GBP)|[\w-]{28,}/i

/** @param inRow the element stands in a row of a table or list, whose texts are always taken for the person’s data */
export function scrub(value: object, inRow: boolean): Record<string, unknown> {
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') return secretive.test(part) ? undefined : part
    if (Array.isArray(part)) return part.map(clean).filter(entry => entry !== undefined)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(
      Object.entries(part)
        .filter(([name]) => !(inRow && ['texts', 'text', 'row', 'labels', 'section'].includes(name)))
        .map(([name, inner]) => [name, clean(inner)] as const)
        .filter(([, inner]) => inner !== undefined),
    )
  }
  return clean(value) as Record<string, unknown>
}
