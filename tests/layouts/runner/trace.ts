/**
 * What was so at a moment of a walk that needs a reason: the card, the rings, what the worker was told, and the page as a tree of
 * what can be seen. One such picture explains more than ten walks. For `npm run soak layouts -- --trace`.
 */
import { appendFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import type { Sight } from './person.ts'
import type { Event } from './record.ts'

/** Events that need a reason. */
export const needsReason = (event: Event): boolean =>
  event.is === 'stuck' ||
  event.is === 'non-key-captured' ||
  event.is === 'astray' ||
  (event.is === 'pointed' && event.verdict !== 'right') ||
  (event.is === 'pressed' && ['said', 'skip', 'no'].includes(event.way)) ||
  (event.is === 'receipt' && event.claims && !event.isReached)

export async function writeTrace(
  file: string,
  layout: { id: string; describe: string },
  event: Event,
  { overlay, truth }: Sight,
  page: Page,
  screen: Page,
): Promise<void> {
  const known = await screen
    .evaluate(async () => {
      const { tourPage } = await chrome.storage.session.get('tourPage')
      const { tour } = await chrome.storage.local.get('tour')
      return { tour, tourPage }
    })
    .catch(() => ({}))
  const { card, rings } = overlay
  const lines = [
    `\n######## ${layout.id}: ${layout.describe}`,
    `event ${JSON.stringify(event)}`,
    `card ${card?.step}: ${card?.text}`,
    `buttons ${card?.buttons.map(({ label, isOption }) => `${isOption ? 'option ' : ''}[${label}]`).join(' ')}`,
    ...rings.map(({ kind, label, box }, at) => {
      const meant = JSON.stringify(truth?.meant[at] ?? [])
      return `ring ${kind} ${label} ${Object.values(box).map(Math.round).join(' ')} ${meant}`
    }),
    `truth next ${JSON.stringify(truth?.next)} now ${truth?.now.join(' ')} happened ${JSON.stringify(truth?.happened)}`,
    `known ${JSON.stringify(known)}`,
    await page.evaluate(drawTree).catch(() => 'the document went'),
  ]
  appendFileSync(file, `${lines.join('\n')}\n`)
}

/** Runs in the page. */
function drawTree(): string {
  const lines: string[] = []
  const shown = [
    'id',
    'role',
    'type',
    'name',
    'href',
    'placeholder',
    'title',
    'disabled',
    'readonly',
    'required',
    'open',
    'hidden',
    'popover',
    'for',
  ]
  function walk(element: Element, depth: number): void {
    if (/^(?:script|style|svg|head|link|meta)$/.test(element.localName) || lines.length > 260) return
    const { width, height } = element.getBoundingClientRect()
    const attributes = [...element.attributes]
      .filter(({ name }) => shown.includes(name) || name.startsWith('aria-'))
      .map(({ name, value }) => (value === '' ? name : `${name}="${value.slice(0, 60)}"`))
    const own = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent?.trim())
      .filter(Boolean)
      .join(' ')
    const value = 'value' in element && element.value ? ` =“${String(element.value).slice(0, 40)}”` : ''
    // What only holds others has no box of its own, and they may be seen.
    const isFrame = getComputedStyle(element).display === 'contents'
    const isHidden = !isFrame && !element.checkVisibility({ visibilityProperty: true })
    lines.push(
      `${' '.repeat(depth)}<${[element.localName, ...attributes].join(' ')}>${value} ${own.slice(0, 80)}${isHidden ? ' (hidden)' : width * height < 9 ? ' (no box)' : ''}`,
    )
    if (isHidden) return
    for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) walk(child, depth + 1)
    const inner = element instanceof HTMLIFrameElement ? element.contentDocument?.body : undefined
    if (inner) walk(inner, depth + 1)
  }
  walk(document.body, 0)
  return lines.join('\n')
}
