/** Makes elements from plain data; never from markup. */

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
  'M6 0h12a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6Zm3 3a4.5 4.5 0 0 0-1.9 8.6v4.2a2.2 2.2 0 0 0 2.2 2.2H15v2.2a.6.6 0 0 0 1 .4l4.8-4.3a.6.6 0 0 0 0-.8L16 11.2a.6.6 0 0 0-1 .4v2.6h-4v-2.6A4.5 4.5 0 0 0 9 3Z'
export const triangle = 'M12 2 23 21H1ZM11 9v6h2V9Zm0 8v2h2v-2Z'
export const cross =
  'M5.7 4.3 12 10.6l6.3-6.3 1.4 1.4-6.3 6.3 6.3 6.3-1.4 1.4-6.3-6.3-6.3 6.3-1.4-1.4 6.3-6.3-6.3-6.3Z'
export const line = 'M4 11h16v2H4Z'
