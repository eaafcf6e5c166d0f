/** What a control is known by, so that it can be told which ones are new on a page that draws itself anew. Reads only. */

/** Drawn anew it is another element, but the same control. */
export function markOf(element: Element): string {
  const { localName, textContent } = element
  return [
    localName,
    ...['type', 'role', 'aria-label', 'placeholder'].map(name => element.getAttribute(name)),
    localName === 'select' || textContent.slice(0, 40),
  ].join('|')
}

export function count(elements: Element[]): Map<string, number> {
  const marks = new Map<string, number>()
  for (const element of elements) marks.set(markOf(element), (marks.get(markOf(element)) ?? 0) + 1)
  return marks
}

export function moreThan(before: Map<string, number>, elements: Element[]): Element[] {
  const left = new Map(before)
  return elements.filter(element => {
    const mark = markOf(element)
    const rest = left.get(mark) ?? 0
    left.set(mark, rest - 1)
    return rest <= 0
  })
}
