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
  'M6 0h12a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6Zm3 3a4.5 4.5 0 0 0-1.875 8.588v4.162a2.25 2.25 0 0 0 2.25 2.25h5.625v2.25a.562.562 0 0 0 .938.412l4.875-4.312a.562.562 0 0 0 0-.825l-4.875-4.312a.562.562 0 0 0-.938.412v2.625h-4.125v-2.662A4.5 4.5 0 0 0 9 3Z'
export const triangle =
  'M12 2.5c.5 0 1 .27 1.27.72l9.3 16.1c.55.96-.14 2.18-1.27 2.18H2.7c-1.12 0-1.82-1.22-1.27-2.18l9.3-16.1c.26-.45.75-.72 1.27-.72ZM11 9v6h2V9h-2Zm0 8v2h2v-2h-2Z'
export const cross =
  'M5.7 4.3 12 10.6l6.3-6.3 1.4 1.4-6.3 6.3 6.3 6.3-1.4 1.4-6.3-6.3-6.3 6.3-1.4-1.4 6.3-6.3-6.3-6.3Z'
export const line = 'M4 11h16v2H4Z'
