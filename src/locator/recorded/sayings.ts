/** What the elements of a page say, by text, and what else may stand for the text of one. */

import { labelsOf } from '../name.ts'
import { placeholdersOf } from '../place.ts'
import type { Survey } from '../survey.ts'
import type { Traits } from '../traits.ts'
import { squeeze } from '../words.ts'

/** Elements by what they say, squeezed. */
export const sayingsOf = (survey: Survey): Map<string, Traits[]> => survey.made(sayingsOf, byText)

function byText(elements: readonly Traits[]): Map<string, Traits[]> {
  const sayings = new Map<string, Traits[]>()
  for (const traits of elements) {
    if (!traits.text) continue
    const same = sayings.get(traits.text)
    if (same) same.push(traits)
    else sayings.set(traits.text, [traits])
  }
  return sayings
}

const known = new WeakMap<Traits, string[]>()

/** The other texts that may stand for it: alt, title, placeholder, labels. Read once, as the traits are. */
export function asidesOf(traits: Traits): string[] {
  const read = known.get(traits)
  if (read) return read
  const { element } = traits
  const texts = [element.getAttribute('alt'), element.getAttribute('title')]
  const asides = [...texts, ...placeholdersOf(element), ...labelsOf(element)].flatMap(text =>
    text ? squeeze(text) : [],
  )
  known.set(traits, asides)
  return asides
}
