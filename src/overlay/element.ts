/** Makes elements from plain data; never from markup. */

type Given = Record<string, string | number | boolean | undefined>
type Child = Node | string | undefined | false

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

export function draw(size: number, path: string, name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  set(svg, { class: name, width: size, height: size, viewBox: '0 0 24 24', 'aria-hidden': 'true' })
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  set(shape, { d: path, fill: 'currentColor', 'fill-rule': 'evenodd' })
  svg.append(shape)
  return svg
}

function set(element: Element, given: Given): void {
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
}

/** A keyhole whose foot turns into an arrow, on the 24 grid. */
export const mark =
  'M6 0h12a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6Zm3 3a4.5 4.500 0 0 0-1.875 8.588v4.162a2.250 2.250 0 0 0 2.250 2.250h5.625v2.250a.562.562 0 0 0 .938.412l4.875-4.312a.562.562 0 0 0 0-.825l-4.875-4.312a.562.562 0 0 0-.938.412v2.625h-4.125v-2.662A4.500 4.500 0 0 0 9 3Z'
export const triangle =
  'M12 2.500c.5 0 1 .27 1.270.72l9.300 16.100c.55.96-.14 2.180-1.270 2.180H2.700c-1.120 0-1.820-1.220-1.270-2.180l9.300-16.100c.26-.45.75-.72 1.270-.72ZM11 9v6h2V9h-2Zm0 8v2h2v-2h-2Z'
export const cross =
  'M5.700 4.300 12 10.600l6.300-6.300 1.400 1.400-6.300 6.300 6.300 6.300-1.400 1.400-6.300-6.300-6.300 6.300-1.400-1.400 6.300-6.300-6.300-6.300Z'
export const line = 'M4 11h16v2H4Z'
