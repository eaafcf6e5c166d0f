/** Makes elements from plain data; never from markup. */

export const svgNames = 'http://www.w3.org/2000/svg'

export type Given = Record<string, string | number | boolean | undefined>
export type Child = Node | string | undefined | false

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Given = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  set(element, given)
  for (const child of children) if (child) element.append(child)
  return element
}

/** A shape on the 24 grid, whose lines are in the style. */
export function draw(size: number, shape: 'mark' | 'triangle' | 'cross' | 'line'): SVGSVGElement {
  const svg = document.createElementNS(svgNames, 'svg')
  set(svg, { class: shape, width: size, height: size, viewBox: '0 0 24 24', 'aria-hidden': 'true' })
  svg.append(document.createElementNS(svgNames, 'path'))
  return svg
}

function set(element: Element, given: Given): void {
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
}
