/**
 * How well a candidate fits a description that a person wrote: strict on words, because near neighbours differ by one word,
 * lenient on the kind of element. Scores 0 to 1; knows nothing of other candidates.
 */

import type { Description, Located } from './description.ts'
import { heard, labelsOf, nameOf, textUnder } from './name.ts'
import { rowOf, sectionsOf, titlesOf } from './place.ts'
import { dialogOf, landmarkOf } from './reach.ts'
import { isControlRole, kindred, roleOf } from './role.ts'
import { fold, likeness, squeeze, wordsOf } from './words.ts'

export type Fit = { element: Element; score: number; evidence: Located['evidence'] }

/** Words of one text inside another, in order and unbroken, cost a little for each word too many. */
export function sameWords(text: string, wanted: string): number {
  const a = fold(text)
  const b = fold(wanted)
  if (!a || !b) return 0
  if (a === b || squeeze(text) === squeeze(wanted)) return 1
  const inside = ` ${wordsOf(a).join(' ')} `
  const phrase = wordsOf(b).join(' ')
  if (phrase && inside.includes(` ${phrase} `)) {
    const extra = wordsOf(a).length - wordsOf(b).length
    return Math.max(0, 0.92 - 0.06 * extra)
  }
  return likeness(a, b) * 0.7
}

const best = (texts: readonly string[], wanted: readonly string[]): number => {
  let most = 0
  for (const text of texts) for (const want of wanted) most = Math.max(most, sameWords(text, want))
  return most
}

/** One of the texts that must not match is nearer than any that must. */
function forbidden(texts: readonly string[], target: Description, wanted: readonly string[]): boolean {
  if (!target.not?.length) return false
  return best(texts, target.not) > best(texts, wanted)
}

export function fitByHand(element: Element, target: Description, strict = false): Fit | undefined {
  const evidence: Located['evidence'] = []
  const say = (signal: string, weight: number, note: string) => evidence.push({ signal, weight, note })
  const role = roleOf(element)
  const kind = kindOf(element, role, target.role)
  if (kind === 0) return undefined

  const name = nameOf(element, strict)
  const content = name ? [name] : []
  const own = textUnder(element)
  if (own && own !== name) content.push(own)
  const marks: number[] = []
  const weigh = (
    signal: string,
    wanted: readonly string[] | undefined,
    texts: () => string[],
    full: number,
  ) => {
    if (!wanted?.length) return
    const found = texts()
    const value = best(found, wanted) * full
    marks.push(value)
    if (value > 0.4) say(signal, value, found[0] ?? '')
  }
  weigh('name', target.names, () => (strict || !target.role ? content : name ? content : [own ?? '']), 1)
  weigh('text', target.texts, () => [...content, heard(element)], 0.96)
  weigh('label', target.labels, () => labelsOf(element), 0.97)
  weigh('placeholder', target.placeholders, () => placeholdersOf(element), 0.98)
  if (target.href) {
    const value = sameAddress(element, target.href)
    marks.push(value * 0.93)
    if (value) say('href', value * 0.93, target.href)
  }
  const wanted = [...(target.names ?? []), ...(target.texts ?? []), ...(target.labels ?? [])]
  if (forbidden(content, target, wanted)) return undefined
  // Nothing but a kind and a place: "the only text field of that dialog".
  const most = marks.length ? Math.max(...marks) : target.within?.dialog || target.within?.section ? 0.85 : 0
  if (most < 0.3) return undefined
  const agreement = marks.length ? marks.reduce((sum, mark) => sum + mark, 0) / marks.length : most
  let score = 0.93 * most + 0.07 * agreement
  score *= kind
  if (kind < 1) say('role', kind, role || element.localName)
  if (target.type && element.getAttribute('type') !== target.type) score *= 0.9
  score *= placeFits(element, target, say)
  return { element, score, evidence }
}

function kindOf(element: Element, role: string, wanted: string | undefined): number {
  if (!wanted) return isControlRole(role) ? 1 : 0.97
  if (role === wanted) return 1
  if (kindred(role, wanted)) return 0.95
  // A bare <div onclick> or an anchor without address that plays a button's part.
  if (!role && isControlRole(wanted) && element.matches('a,[onclick],[tabindex],label')) return 0.9
  return 0
}

export function placeholdersOf(element: Element): string[] {
  return [element.getAttribute('placeholder'), element.getAttribute('aria-placeholder')].filter(
    text => text !== null,
  )
}

/** 1 for the same path, with a trailing slash, query or origin more or less; 0 for another. */
export function sameAddress(element: Element, wanted: string): number {
  const href = element.getAttribute('href')
  if (!href) return 0
  const base = element.ownerDocument.baseURI
  try {
    const a = new URL(href, base)
    const b = new URL(wanted, base)
    const path = (url: URL) => url.pathname.replace(/\/+$/, '')
    if (path(a) !== path(b)) return 0
    if (b.search && a.search !== b.search) return 0.6
    return /^[a-z]+:/i.test(wanted) && a.host !== b.host ? 0.7 : 1
  } catch {
    return href === wanted ? 1 : 0
  }
}

type Say = (signal: string, weight: number, note: string) => void

function placeFits(element: Element, target: Description, say: Say): number {
  const within = target.within
  if (!within) return 1
  let fits = 1
  if (within.dialog?.length) {
    const dialog = dialogOf(element)
    const value = dialog ? best(titlesOf(dialog), within.dialog) : 0
    say('dialog', value, dialog ? (titlesOf(dialog)[0] ?? 'a dialog without a name') : 'not in a dialog')
    fits *= value > 0.8 ? 1 : dialog ? 0.75 : 0.4
  }
  if (within.landmark) {
    const landmark = landmarkOf(element)
    if (landmark !== within.landmark) fits *= 0.9
    say('landmark', landmark === within.landmark ? 1 : 0.9, landmark ?? 'none')
  }
  if (within.section?.length) {
    const sections = sectionsOf(element)
    const value = best(sections, within.section)
    say('section', value, sections[0] ?? 'none')
    fits *= value > 0.8 ? 1 : 0.85
  }
  if (within.row?.length) {
    const row = rowOf(element)
    const text = squeeze(row?.textContent ?? '')
    const all = within.row.every(part => text.includes(squeeze(part)))
    say('row', all ? 1 : 0, row ? text.slice(0, 60) : 'not in a row')
    fits *= all ? 1 : 0
  }
  return fits
}
