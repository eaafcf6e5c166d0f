/**
 * The key that the page shows once: where it is, and, only when the worker asks, what it is. Read from the field's property
 * in the open dialog, never from a list, never in its masked form, and only on the real site's top frame.
 */
import { isOn, welcomePaths } from '../../guide/core/key-pages.ts'

const origin = 'https://platform.openai.com'
const dialogs = 'dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]'
/** A whole key: no dots or stars of a masked one. */
const wholeKey = /^sk-[\w-]{20,400}$/
const revealTitles = /save your (secret |api )?key|(api|secret) key (generated|created)/i

type Field = HTMLInputElement | HTMLTextAreaElement

const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })

/** The field that shows a whole key right now. */
export function revealField(): Field | null {
  if (location.origin !== origin || window.top !== window) return null
  for (const place of places())
    for (const field of place.querySelectorAll<Field>('input, textarea'))
      if (wholeKey.test(field.value) && visible(field) && isReveal(place, field)) return field
  return null
}

/** Dialogs, the front one first; the first-run wizard shows a key without one. */
function* places(): Generator<Element> {
  yield* [...document.querySelectorAll(dialogs)].filter(visible).reverse()
  const main = document.querySelector('main') ?? document.body
  if (isOn(welcomePaths, location.href) && main) yield main
}

/** A key typed or pasted into some other field is none of our business. */
const isReveal = (place: Element, field: Field): boolean =>
  field.readOnly || revealTitles.test(place.querySelector('h1, h2, h3, [role=heading]')?.textContent ?? '')

export const readKey = (): string | null => revealField()?.value ?? null

/** Anything key-like is kept from what goes along with a key. */
export const innocent = (text: string | null | undefined): string | undefined =>
  text == null || /sk-[\w-]{8,}/.test(text) ? undefined : text.trim().slice(0, 200) || undefined
