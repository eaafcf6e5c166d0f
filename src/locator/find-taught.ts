/**
 * Finds what `describe()` wrote down, by the rules for written targets: the same words, strictly, and beside them at least one trace
 * of that day; or, where the words are others now, something that the page itself tells it by and three traces more. Whatever shows as
 * few traces as another thing did that day is not it.
 */

import { choose } from './choose.ts'
import type { Description, Located, Seen } from './description.ts'
import { type Fit, placeFits } from './hand.ts'
import { labelsOf } from './name.ts'
import { placeholdersOf, textBefore } from './place.ts'
import { CONTROLS, FIELDS, kindred, roleOf } from './role.ts'
import type { Survey } from './survey.ts'
import { keysOf, tracesOf } from './traces.ts'
import { pathOf } from './traits.ts'
import { fold, type Phrase, phraseOf, sameWords, unplussed } from './words.ts'
import { reachableOf } from './written.ts'

type Taught = Description & { seen: Seen }

/** Words alone are too little; a key alone is, too, and more so where the words are others now. */
const least = { withWords: 1, wordless: 2, withOtherWords: 4 }
/** A text with a count or a badge more is the same (words.ts). */
const sameText = 0.9
/** Another landmark is no matter; another dialog is. */
const samePlace = 0.85

export const isTaught = (target: Description): target is Taught => target.seen?.path !== undefined

export function locateTaught(survey: Survey, target: Taught): Located {
  // Before, how like the others were was written down in another way. It has to be shown again.
  const fits = target.seen.twins?.length ? [] : fitsOf(survey, target)
  const { reachable, all } = reachableOf(survey, fits)
  const best = reachable.filter(({ score }) => score === reachable[0]?.score)
  return choose(best, all, target)
}

/** What else on its own page comes so near to it that it has to be told from it. */
export function othersLike(
  survey: Survey,
  target: Taught,
  itself: Element,
): Pick<Seen, 'others' | 'isRepeated'> {
  const others = fitsOf(survey, target).filter(
    ({ element }) => !element.contains(itself) && !itself.contains(element),
  )
  if (others.length === 0) return {}
  const shape = (path: string) => path.replace(/\d+/g, '')
  const isRepeated = others.some(({ element }) => shape(pathOf(element)) === shape(target.seen.path))
  const traces = others.map(({ element }) => tracesOf(element, { ...target.seen, isRepeated }, target.href))
  return { others: Math.max(...traces.map(({ count }) => count)), ...(isRepeated && { isRepeated }) }
}

function fitsOf(survey: Survey, target: Taught): Fit[] {
  const { seen, href } = target
  const wanted = wordsOf(target)
  return survey.listed(`${CONTROLS},${seen.tag}`).flatMap(element => {
    if (!isOfKind(element, target)) return []
    const hasWords = says(survey, element, wanted)
    if (!hasWords && !keysOf(element, seen, href).includes(true)) return []
    const traces = tracesOf(element, seen, href)
    // The link of the same words in the page's foot is another one.
    if (traces.isFar) return []
    const needed = hasWords
      ? least.withWords
      : wanted.texts.length > 0
        ? least.withOtherWords
        : least.wordless
    // In a row among rows, the next one comes to have the neighbour that this one had.
    const beyond = seen.others === undefined ? 0 : seen.others + (seen.isRepeated ? 2 : 1)
    if (traces.count < Math.max(needed, beyond)) return []
    if (placeFits(element, target) < samePlace) return []
    return [{ element, score: (hasWords ? 0.9 : 0.8) + traces.count / 200 }]
  })
}

function isOfKind(element: Element, { role = '', type, seen }: Taught): boolean {
  const now = roleOf(element)
  if (!role) return element.localName === seen.tag && (element.getAttribute('type') ?? undefined) === type
  return now === role || kindred(now, role)
}

/** What a person knows a thing by. A field: its label, and only without one what it shows while it is empty. */
type Wanted = { texts: Phrase[]; isField: boolean }

const ready = new WeakMap<Description, Wanted>()

function wordsOf(target: Taught): Wanted {
  const known = ready.get(target)
  if (known) return known
  const { labels = [], placeholders = [], names = [], seen } = target
  const isField = FIELDS.has(seen.tag) && target.role !== 'button'
  const ofField = [labels, placeholders, names].find(texts => texts.length > 0) ?? []
  const texts = isField ? ofField : [...names, seen.text ?? '']
  const wanted = { isField, texts: texts.filter(Boolean).map(phraseOf) }
  ready.set(target, wanted)
  return wanted
}

/** Named by more than its text. */
const named = '[aria-label],[aria-labelledby],[title]'

function says(survey: Survey, element: Element, { texts, isField }: Wanted): boolean {
  if (texts.length === 0) return false
  const { opening, bare } = survey.traitsOf(element)
  const text = unplussed(bare) || fold(opening)
  if (!isField && text && !element.matches(named) && !texts.some(({ squeezed }) => text.includes(squeezed)))
    return false
  const here = isField ? textsOfField(element) : []
  const phrases = here.length > 0 ? here.map(phraseOf) : [survey.spokenBy(element).phrase]
  if (!isField) phrases.push(phraseOf(opening))
  return phrases.some(phrase => texts.some(text => sameWords(phrase, text) >= sameText))
}

function textsOfField(element: Element): string[] {
  const labels = [...labelsOf(element), textBefore(element)].filter(Boolean)
  return labels.length > 0 ? labels : placeholdersOf(element)
}
