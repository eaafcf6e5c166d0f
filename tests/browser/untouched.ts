/**
 * Everything of a page that a tool could have changed: each element with its attributes and what is typed in it, the texts, the
 * focus, the scroll, the style sheets and the names in the page's own world. Two of these are the same when nothing was.
 */
import type { Page } from 'puppeteer-core'

/** One line for each thing, so that a difference can be read. Keyway's own element is left out. */
export function wholePage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines: string[] = []
    // A plain element in the top layer without a child that the page could see.
    const isOwn = (node: Element | null) =>
      node?.localName === 'div' && node.getAttribute('popover') === 'manual' && node.childNodes.length === 0
    const walk = (node: Node, depth: number): void => {
      if (node instanceof Element) {
        if (isOwn(node)) return
        const attributes = [...node.attributes].map(one => `${one.name}=${one.value}`).sort()
        const typed = 'value' in node ? ` value:${String(node.value)}` : ''
        const on = 'checked' in node ? ` checked:${String(node.checked)}` : ''
        const scrolled = node.scrollTop + node.scrollLeft
        lines.push(
          `${' '.repeat(depth)}<${node.localName} ${attributes.join(' ')}>${typed}${on}${scrolled ? ` scrolled:${scrolled}` : ''}`,
        )
        if (node.shadowRoot) walk(node.shadowRoot, depth + 1)
      } else if (node.nodeType === Node.TEXT_NODE) {
        lines.push(`${' '.repeat(depth)}${node.nodeValue}`)
      }
      for (const child of node.childNodes) walk(child, depth + 1)
    }
    walk(document, 0)
    const focus = document.activeElement
    lines.push(
      `focus: ${isOwn(focus) ? 'Keyway' : `${focus?.localName} ${focus?.id ?? ''}`}`,
      `title: ${document.title}`,
      `selection: ${String(document.getSelection())}`,
      `style sheets: ${document.styleSheets.length}, adopted ${document.adoptedStyleSheets.length}`,
      `names: ${Object.getOwnPropertyNames(window).length}`,
      `stored: ${JSON.stringify({ ...localStorage })} ${JSON.stringify({ ...sessionStorage })} ${document.cookie}`,
    )
    return lines
  })
}

/** What is in the one and not in the other, both ways, for a message. */
export function differences(before: string[], after: string[]): string[] {
  const gone = before.filter(line => !after.includes(line)).map(line => `- ${line.trim()}`)
  const come = after.filter(line => !before.includes(line)).map(line => `+ ${line.trim()}`)
  if (gone.length + come.length === 0 && before.length !== after.length)
    return [`${before.length} lines became ${after.length}`]
  return [...gone, ...come].slice(0, 20)
}
