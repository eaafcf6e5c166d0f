/** A person's eyes and hands in Firefox: what a document shows, and real presses and keys in it. */
import { poll } from '../browser/poll.ts'
import type { MarkName } from '../practice/marks.ts'
import type { Firefox, Place } from './firefox.ts'

/** What is looked for: `css`, a control by its `name`, a `mark` of the practice page, or a button of Keyway's `card`. */
export type Sought = { css: string } | { name: string } | { mark: MarkName } | { card: string }

type Point = { x: number; y: number }

/** Where it is, when it can be seen and nothing else lies at its middle. Runs in the page. */
function pointOf(sought: Sought): Point | null {
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const nameOf = (element: HTMLElement) =>
    plain(
      element.getAttribute('aria-label') ||
        [...((element as HTMLInputElement).labels ?? [])].map(label => label.textContent).join(' ') ||
        element.innerText ||
        element.getAttribute('placeholder') ||
        element.title,
    )
  const controls =
    'button, a[href], input, textarea, select, summary, [role=option], [role=tab], [role=menuitem]'
  const fitting = (scope: ParentNode, name: string) => {
    const fits = [...scope.querySelectorAll<HTMLElement>(controls)].filter(one => nameOf(one).includes(name))
    return fits.filter(one => one.closest('dialog[open], [role=dialog]')).at(-1) ?? fits[0]
  }
  let found: Element | undefined | null
  if ('css' in sought) found = document.querySelector(sought.css)
  else if ('name' in sought) found = fitting(document, sought.name)
  else if ('mark' in sought) {
    const marks = (window as unknown as { __practice?: { allMarked(name: string): Element[] } }).__practice
    found = marks?.allMarked(sought.mark)[0]
  } else {
    for (const host of document.querySelectorAll<HTMLElement>('div[popover=manual]')) {
      const root = (host as unknown as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot
      if (root) found = fitting(root, sought.card)
    }
  }
  if (!found || (found as HTMLButtonElement).disabled) return null
  found.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const { left, top, width, height } = found.getBoundingClientRect()
  return width > 0 && height > 0 ? { x: left + width / 2, y: top + height / 2 } : null
}

export function handsIn(f: Firefox) {
  const whole = (place: Place) => f.run(place, () => document.body?.innerText ?? '', [])

  async function point(place: Place, sought: Sought): Promise<Point | null> {
    // Closed roots and the practice page's own marks are seen by different eyes.
    return f.run(place, pointOf, [sought], 'card' in sought)
  }

  /** Where it stands still. */
  async function standing(place: Place, sought: Sought): Promise<Point> {
    let last = ''
    return poll(
      async () => {
        const at = await point(place, sought)
        const now = JSON.stringify(at)
        if (at && now === last) return at
        last = now
        return undefined
      },
      async () => `${JSON.stringify(sought)} in ${place.url}, which says: ${await whole(place)}`,
      { within: 30_000 },
    )
  }

  async function press(place: Place, sought: Sought): Promise<void> {
    const { x, y } = await standing(place, sought)
    await f.run(
      place,
      async (x: number, y: number) => {
        // @ts-expect-error Firefox's own
        const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs')
        await event.synthesizeMouseAtPoint(x, y, { type: 'mousemove' }, window)
        await event.synthesizeMouseAtPoint(x, y, { type: 'mousedown', buttons: 1 }, window)
        await event.synthesizeMouseAtPoint(x, y, { type: 'mouseup' }, window)
      },
      [x, y],
      true,
    )
  }

  /** Types into what has the focus: a text, or one key by its name (`KEY_Tab`). */
  async function type(place: Place, text: string): Promise<void> {
    await f.run(
      place,
      (text: string) => {
        // @ts-expect-error Firefox's own
        const utils: Record<string, unknown> = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc }
        // @ts-expect-error Firefox's own
        Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', utils)
        const { sendString, synthesizeKey } = utils as Record<string, (...given: unknown[]) => void>
        if (text.startsWith('KEY_')) synthesizeKey?.(text, {}, window)
        else sendString?.(text, window)
      },
      [text],
      true,
    )
  }

  /** In place of what stands there. */
  async function fill(place: Place, sought: Sought, text: string): Promise<void> {
    await press(place, sought)
    await f.run(place, () => (document.activeElement as HTMLInputElement | null)?.select?.(), [])
    await type(place, text)
  }

  async function says(place: Place, wanted: string | RegExp, within = 30_000): Promise<string> {
    return poll(
      async () => {
        const text = await whole(place)
        return (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) && text
      },
      async () => `“${wanted}” in ${place.url}, which says: ${await whole(place)}`,
      { within },
    )
  }

  /** What the card on a page of the platform's says, and at which step it is. */
  async function card(place: Place): Promise<{ step: string; text: string; buttons: string[] } | null> {
    return f.run(
      place,
      () => {
        for (const host of document.querySelectorAll<HTMLElement>('div[popover=manual]')) {
          const root = (host as unknown as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot
          const card = root?.querySelector<HTMLElement>('[data-keyway=card]')
          if (!card) continue
          const shown = [...card.querySelectorAll<HTMLElement>('button')].filter(one => one.checkVisibility())
          return {
            step: card.dataset.step ?? '',
            text: card.innerText,
            buttons: shown.map(one => one.getAttribute('aria-label') ?? one.innerText),
          }
        }
        return null
      },
      [],
      true,
    )
  }

  async function atStep(place: Place, step: string) {
    return poll(
      async () => {
        const now = await card(place)
        return now?.step === step && now
      },
      async () => `the step “${step}”; the card is ${JSON.stringify(await card(place))}`,
      { within: 30_000 },
    )
  }

  /** The document of this kind, or at this address, once it is there. */
  async function place(fits: RegExp | Place['kind'], within = 30_000): Promise<Place> {
    let last: Place[] = []
    return poll(
      async () => {
        last = await f.places()
        return last.find(one => (typeof fits === 'string' ? one.kind === fits : fits.test(one.url)))
      },
      () => `a document ${fits}; there are ${JSON.stringify(last)}`,
      { within },
    )
  }

  return { atStep, card, fill, place, point, press, says, standing, type, whole }
}
