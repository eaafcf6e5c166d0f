/** Outlines with numbers around a few elements, of which the person says which is meant. They move with the elements. */
import { make } from './element.ts'
import { inflate, ringGap } from './geometry.ts'
import { enclose } from './light.ts'
import { track } from './track.ts'

export type Numbers = { show(elements: readonly Element[]): void }

export function makeNumbers(into: HTMLElement, signal: AbortSignal): Numbers {
  let shown: readonly Element[] = []
  let drawn = new AbortController()
  return {
    show(elements) {
      if (elements.length === shown.length && elements.every((element, at) => element === shown[at])) return
      shown = elements
      drawn.abort()
      drawn = new AbortController()
      for (const [at, element] of elements.entries()) outline(element, at + 1, drawn.signal)
    },
  }

  function outline(element: Element, number: number, ends: AbortSignal): void {
    const mark = make(
      'div',
      { class: 'spotlight likely', 'data-keyway': 'number' },
      make('b', {}, String(number)),
    )
    into.prepend(mark)
    const lasts = AbortSignal.any([ends, signal])
    lasts.addEventListener('abort', () => mark.remove(), { once: true })
    const moved = (box: Parameters<typeof inflate>[0] | null) => {
      mark.hidden = box === null
      if (box) enclose(mark, inflate(box, ringGap))
    }
    track(element, { moved, rested() {} }, lasts)
  }
}
