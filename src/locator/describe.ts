/** Writes down what an element is. Never the value of a field; nothing that looks like a key, an address or a long number. */

import type { Description } from './description.ts'
import { placeholdersOf } from './hand.ts'
import { labelsOf, nameOf, textUnder } from './name.ts'
import { sectionsOf, titlesOf } from './place.ts'
import { dialogOf, landmarkOf } from './reach.ts'
import { roleOf } from './role.ts'
import { parentOf } from './tree.ts'
import { discreet } from './words.ts'

export function describe(element: Element): Description {
  const clean = (texts: readonly string[]) =>
    [...new Set(texts.map(text => discreet(text).slice(0, 120)))].filter(Boolean)
  const box = element.getBoundingClientRect()
  const view = element.ownerDocument.defaultView
  const description: Description = {
    seen: {
      tag: element.localName,
      path: pathOf(element),
      box: [box.left + (view?.scrollX ?? 0), box.top + (view?.scrollY ?? 0), box.width, box.height].map(
        Math.round,
      ) as [number, number, number, number],
    },
  }
  const put = <Key extends keyof Description>(key: Key, value: Description[Key] | undefined) => {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
      description[key] = value
  }
  put('role', roleOf(element))
  put('names', clean([nameOf(element)]))
  put('texts', clean([textUnder(element, 120) ?? '']))
  put('placeholders', clean(placeholdersOf(element)))
  put('labels', clean(labelsOf(element)))
  put('type', element.getAttribute('type') ?? '')
  put('href', element.getAttribute('href')?.slice(0, 300))
  const dialog = dialogOf(element)
  const landmark = landmarkOf(element)
  const section = clean(sectionsOf(element))
  put('within', {
    ...(dialog ? { dialog: clean(titlesOf(dialog)).slice(0, 2) } : {}),
    ...(landmark ? { landmark } : {}),
    ...(section.length ? { section } : {}),
  })
  return description
}

export function pathOf(element: Element): string {
  const parts: string[] = []
  for (let at: Element | null = element; at && at.localName !== 'html'; at = parentOf(at)) {
    let number = 1
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling)
      if (before.localName === at.localName) number++
    parts.unshift(at.localName + number)
  }
  return parts.join('/')
}
