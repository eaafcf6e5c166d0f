/**
 * How well a candidate fits a description that a person wrote: strict on words, because near neighbours differ by one word,
 * lenient on the kind of element. Scores 0 to 1; knows nothing of other candidates.
 */

import type { Description } from './description.ts'
import { heard, labelsOf, nameOf } from './name.ts'
import { isLabelled, placeholdersOf, rowOf, sectionsOf, textBefore, titlesOf } from './place.ts'
import { dialogOf, landmarkOf } from './reach.ts'
import { FIELDS, isControlRole, kindred } from './role.ts'
import type { Survey } from './survey.ts'
import { type Phrase, phraseOf, sameWords, squeeze } from './words.ts'

export type Fit = { element: Element; score: number }

const KINDS = ['names', 'not', 'texts', 'labels', 'placeholders'] as const
type Phrases = Record<(typeof KINDS)[number], Phrase[]>

const ready = new WeakMap<Description, Phrases>()

function phrasesFrom(target: Description): Phrases {
  const known = ready.get(target)
  if (known) return known
  const phrases = Object.fromEntries(KINDS.map(kind => [kind, (target[kind] ?? []).map(phraseOf)])) as Phrases
  ready.set(target, phrases)
  return phrases
}

const best = (texts: readonly Phrase[], wanted: readonly Phrase[]): number => {
  let most = 0
  for (const text of texts) for (const want of wanted) most = Math.max(most, sameWords(text, want))
  return most
}
const bestOf = (texts: readonly string[], wanted: readonly string[]): number =>
  best(texts.map(phraseOf), wanted.map(phraseOf))

/** `strict` asks which parts of the name can be seen, for labels that change with the width of the window. */
export function fitByHand(
  survey: Survey,
  element: Element,
  target: Description,
  strict = false,
): Fit | undefined {
  const spoken = survey.spokenBy(element)
  const kind = kindOf(element, spoken.role, target.role)
  if (kind === 0) return undefined
  const phrases = phrasesFrom(target)
  const marks: number[] = []

  const content = strict ? [phraseOf(nameOf(element, true))] : [spoken.phrase]
  if (isRenamed(element)) content.push(phraseOf(heard(element)))
  if (!target.role || phrases.texts.length || !spoken.name)
    content.push(phraseOf(survey.traitsOf(element).opening))
  // A field without any name is called what stands before it.
  if (!spoken.name) content.push(phraseOf(textBefore(element)))
  if (phrases.names.length) marks.push(best(content, phrases.names))
  if (phrases.texts.length) {
    const offered = [...((element as HTMLSelectElement).options ?? [])].slice(0, 30)
    const texts = [...content, ...offered.map(option => phraseOf(option.text))]
    marks.push(best(texts, phrases.texts) * 0.96)
  }
  if (phrases.labels.length) {
    const own = labelsOf(element)
    const labels = own.length > 0 ? own : [textBefore(element)]
    marks.push(bestOf(labels, target.labels ?? []) * 0.97)
  }
  if (phrases.placeholders.length) {
    marks.push(bestOf(placeholdersOf(element), target.placeholders ?? []) * 0.98)
  }
  if (target.href) marks.push(sameAddress(element, target.href) * 0.93)
  // Nothing but a kind and a place: "the only text field of that dialog", "the row with this in it".
  const { dialog, section, row } = target.within ?? {}
  const byPlace = dialog || section || row?.length ? 0.85 : 0
  const typed = !target.type || element.getAttribute('type') === target.type
  if (!typed && marks.length === 0) return undefined
  const most = marks.length ? Math.max(...marks) : byPlace
  if (most < 0.3 && !(most === 0 && worthAnotherLook(content, phrases.names))) return undefined
  const wanted = [...phrases.names, ...phrases.texts, ...phrases.labels]
  const isOther = (said: readonly Phrase[]) => best(said, phrases.not) > best(said, wanted)
  if (phrases.not.length && (isOther(content) || (isRenamed(element) && isOther(content.slice(0, 1)))))
    return undefined

  const agreement = marks.length ? marks.reduce((sum, mark) => sum + mark, 0) / marks.length : most
  let score = (0.93 * most + 0.07 * agreement) * kind
  if (!typed) score *= 0.9
  score *= placeFits(element, target)
  return { element, score }
}

/** A quick look at what was read before: can this one be meant at all? */
export function askedOf(target: Description): (survey: Survey, element: Element) => boolean {
  const { names, texts, labels, placeholders } = phrasesFrom(target)
  const wanted = [...names, ...texts, ...labels]
  if (wanted.length + placeholders.length === 0) return () => true
  const says = (text: Phrase) =>
    wanted.some(
      want =>
        text.squeezed.includes(want.squeezed) || (want.words.length > 2 && text.words.includes(want.words)),
    )
  const others = labels.length + placeholders.length > 0
  return (survey, element) => {
    const { phrase, role } = survey.spokenBy(element)
    if (says(phrase)) return true
    if ((others || !phrase.squeezed) && (isLabelled(element) || !isControlRole(role))) return true
    if (target.href && element.hasAttribute('href')) return true
    if (isRenamed(element)) return says(phraseOf(heard(element)))
    return (
      (texts.length > 0 || !target.role || !phrase.squeezed) &&
      says(phraseOf(survey.traitsOf(element).opening))
    )
  }
}

/** What a person sees on it need not be what it is called: the name may be in another language. */
const isRenamed = (element: Element): boolean =>
  element.hasAttribute('aria-label') && !FIELDS.has(element.localName)

/** All of the words are there, but run together with others that may be hidden. */
const worthAnotherLook = (content: readonly Phrase[], names: readonly Phrase[]): boolean =>
  content.some(text =>
    names.some(
      name => text.squeezed.length < 4 * name.squeezed.length && text.squeezed.includes(name.squeezed),
    ),
  )

function kindOf(element: Element, role: string, wanted: string | undefined): number {
  if (!wanted) return isControlRole(role) ? 1 : 0.97
  if (role === wanted) return 1
  if (kindred(role, wanted)) return 0.95
  // Fields for a date, a secret or a file have no role.
  if (!role && FIELDS.has(element.localName) && kindred(wanted, 'textbox')) return 0.95
  // A bare <div onclick> or an anchor without address that plays a button's part.
  if (!role && isControlRole(wanted) && element.matches('a,[onclick],[tabindex],label')) return 0.9
  return 0
}

/** 1 for the same path, with a trailing slash, query or origin more or less; 0 for another. */
function sameAddress(element: Element, wanted: string): number {
  const href = element.getAttribute('href')
  if (!href) return 0
  const base = element.ownerDocument.baseURI
  try {
    const a = new URL(href, base)
    const b = new URL(wanted, base)
    const path = (url: URL) => url.pathname.replace(/\/$/, '')
    if (path(a) !== path(b)) return 0
    if (b.search && a.search !== b.search) return 0.6
    return /^[a-z]+:/i.test(wanted) && a.host !== b.host ? 0.7 : 1
  } catch {
    return href === wanted ? 1 : 0
  }
}

/** 1 where the description says it is; less elsewhere, 0 in another row. */
export function placeFits(element: Element, target: Description): number {
  const within = target.within
  if (!within) return 1
  let fits = 1
  if (within.dialog?.length) {
    const dialog = dialogOf(element)
    const value = dialog ? bestOf(titlesOf(dialog), within.dialog) : 0
    fits *= value > 0.8 ? 1 : dialog ? 0.75 : 0.4
  }
  if (within.landmark) {
    const landmark = landmarkOf(element)
    if (landmark !== within.landmark) fits *= 0.9
  }
  if (within.section?.length) {
    const sections = sectionsOf(element)
    const value = bestOf(sections, within.section)
    fits *= value > 0.8 ? 1 : 0.77
  }
  if (within.row?.length) {
    const row = rowOf(element)
    const text = squeeze(row?.textContent ?? '')
    const all = within.row.every(part => text.includes(squeeze(part)))
    fits *= all ? 1 : 0
  }
  return fits
}
