/** Runs in a page, on what is drawn there: which words are in no translation, and which do not fit where they stand. */

/** @param names what stays as it is in every tongue: the product's, the providers', and the person's own data. */
export function readsWell(this: Element | undefined, names: string): { english: string[]; cut: string[] } {
  const scope = this instanceof Element ? this : document.body
  const english = new Set<string>()
  const cut = new Set<string>()
  const kept = new RegExp(`“[^”]*”|${names}`, 'g')
  /** The tongue accents these letters, so a word that still has one is English. */
  const plainWord = /[A-Za-z]*[aeiouncy][A-Za-z]*/
  const judge = (text: string, where: string) => {
    const rest = text.replace(/\s+/g, ' ').replace(kept, '')
    if (plainWord.test(rest)) english.add(`${where}: ${text.trim().slice(0, 120)}`)
  }
  const shown = (element: Element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1
  }
  const nameOf = (element: Element) =>
    element.localName + [...element.classList].map(name => `.${name}`).join('')
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)

  for (const code of scope.querySelectorAll('pre, code, kbd, samp'))
    if (getComputedStyle(code).direction !== 'ltr') cut.add(`${nameOf(code)} runs from right to left`)
  for (const element of [scope, ...scope.querySelectorAll('*')]) {
    if (element.closest('code, pre, kbd, samp, svg, [translate=no], script, style') || !shown(element))
      continue
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name)
      if (text) judge(text, `${nameOf(element)}[${name}]`)
    }
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) continue
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) {
        judge(node.textContent, nameOf(element))
        fits(node, element)
      }
    const style = getComputedStyle(element)
    // Cut on purpose, the whole in its title.
    const whole = element.closest('[title]')
    const told = style.textOverflow === 'ellipsis' && whole?.getAttribute('title') === whole?.textContent
    // The card's arrow stands out of it.
    const pointed = element.querySelector(':scope > .arrow') !== null
    if (style.display !== 'inline' && !scrolls(element) && !told && !pointed)
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
        cut.add(
          `${nameOf(element)} is ${element.clientWidth} wide and holds ${element.scrollWidth}: ${element.textContent?.trim().slice(0, 80)}`,
        )
    if (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
      cut.add(
        `${nameOf(element)} is ${element.clientHeight} high and holds ${element.scrollHeight}: ${element.textContent?.trim().slice(0, 80)}`,
      )
  }
  return { english: [...english], cut: [...cut] }

  /** Text stays within the box it stands in, and within the window. */
  function fits(node: Node, element: Element): void {
    let box: Element | null = element
    while (box && getComputedStyle(box).display === 'inline') box = box.parentElement
    if (!box) return
    for (let up: Element | null = box; up; up = up.parentElement) if (scrolls(up)) return
    const range = document.createRange()
    range.selectNodeContents(node)
    if (getComputedStyle(box).textOverflow === 'ellipsis') return
    const edge = box.getBoundingClientRect()
    for (const { left, right, width } of range.getClientRects())
      if (
        width > 1 &&
        (left < Math.max(0, edge.left) - 1.5 || right > Math.min(innerWidth, edge.right) + 1.5)
      ) {
        cut.add(
          `${nameOf(element)} runs out of ${nameOf(box)} (${Math.round(left)}–${Math.round(right)} of ${Math.round(edge.left)}–${Math.round(edge.right)}): ${node.textContent?.trim().slice(0, 80)}`,
        )
        return
      }
  }
}
