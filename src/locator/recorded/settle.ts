/**
 * Finds an element that `describe()` wrote down. Every element of the page, and "it is gone", compete for the description; an
 * answer is given when one of them has nearly all of the odds.
 */

import type { Located } from '../description.ts'
import { disabled, hushed, topmostDialog } from '../reach.ts'
import { CONTROLS } from '../role.ts'
import type { Survey } from '../survey.ts'
import { surroundingsOf, type Traits, textsBeside } from '../traits.ts'
import { holds } from '../tree.ts'
import { squeeze } from '../words.ts'
import { atAGlance, compare } from './compare.ts'
import { leftOf } from './imprint.ts'
import { sayingsOf } from './sayings.ts'
import type { Want } from './want.ts'
import { GONE, type GoneSignals, SIGNALS, type Signals, SURE, WEIGHTS, weigh, worth } from './weights.ts'

const SHORTLIST = 30

type Candidate = { element: Element; signals: Signals; worth: number; odds: number }

/** Found when one thing has most of the odds; ambiguous when two share them; missing when "removed" or nobody has them. */
export function settle(survey: Survey, want: Want): Located {
  const list = rank(survey, want)
  const first = list[0]
  if (!first) return { status: 'missing', score: 0, runnerUp: 0, evidence: [] }
  let score = 0
  let runnerUp = 0
  for (const one of list) {
    if (one === first || oneThing(one.element, first.element)) score += one.odds
    else runnerUp = Math.max(runnerUp, one.odds)
  }
  const evidence = evidenceOf(first.signals)
  const top = topmostDialog(survey.roots)
  if (top && !holds(top, first.element) && (top.matches(':modal') || hushed(first.element))) {
    evidence.push({ signal: 'behind', weight: 0, note: 'it is there, but a dialog is in front of it' })
    return { status: 'missing', score, runnerUp, evidence }
  }
  if (score >= SURE) {
    if (disabled(first.element))
      evidence.push({ signal: 'disabled', weight: 0, note: 'it cannot be pressed now' })
    return { status: 'found', element: first.element, score, runnerUp, evidence }
  }
  const status = score + runnerUp >= SURE && runnerUp > score / 3 ? 'ambiguous' : 'missing'
  return { status, score, runnerUp, evidence }
}

/** What weighed most, for and against. */
const evidenceOf = (signals: Signals): Located['evidence'] =>
  SIGNALS.map(signal => ({
    signal,
    weight: WEIGHTS[signal] * signals[signal],
    note: `${Math.round(signals[signal] * 100)} %`,
  }))
    .filter(item => Math.abs(item.weight) > 0.3)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 8)

/** The likeliest elements first, with their share of the odds; what is left over is the share of "removed". */
function rank(survey: Survey, want: Want): Candidate[] {
  const sayings = sayingsOf(survey)
  const crowd = (text: string) => distinct(sayings.get(text) ?? [])
  const foreign = speaksOtherwise(survey, want)
  const kept = leftOf(want.page, sayings.keys())
  const list = survey
    .made(want, elements => shortlist(elements, want))
    .map(traits => {
      const signals = compare(want, traits, surroundingsOf(traits.element), crowd, foreign)
      return { element: traits.element, signals, worth: worth(signals), odds: 0 }
    })
  list.sort((a, b) => b.worth - a.worth)
  shareOdds(list, weigh(goneSignals(want, sayings, kept), GONE))
  return list
}

/** A thing and its wrappers count as one. */
function distinct(list: readonly Traits[]): number {
  const inside = new Set<Element | null>(list.map(({ element }) => element.parentElement))
  return list.filter(({ element }) => !inside.has(element)).length
}

function shortlist(elements: readonly Traits[], want: Want): Traits[] {
  const glances: { traits: Traits; sum: number }[] = []
  for (const traits of elements) {
    const sum = atAGlance(want, traits)
    if (sum > 0) glances.push({ traits, sum })
  }
  glances.sort((a, b) => b.sum - a.sum)
  return glances.slice(0, SHORTLIST).map(glance => glance.traits)
}

/** Was the page translated since, by Chrome (which says so), by its owner, or by a script? */
function speaksOtherwise(survey: Survey, want: Want): boolean {
  const near = [...want.beside, ...want.rivalTexts]
  if (near.length < 3 || near.some(text => sayingsOf(survey).has(text))) return false
  const html = survey.document.documentElement
  if (/\btranslated-(ltr|rtl)\b/.test(html.className)) return true
  const language = html.lang.split('-')[0]?.toLowerCase()
  if (language && want.language && language !== want.language) return true
  const now = [...sayingsOf(survey).keys()].slice(0, 60).join('')
  const others = (text: string) => text.replace(/[ -\u024f]+/g, '').length
  return others(near.join('')) === 0 && others(now) > now.length / 3
}

/** The more of the page is left as it was, the more it says that it is not to be found. */
const goneSignals = (want: Want, sayings: Map<string, Traits[]>, kept: number): GoneSignals => ({
  always: 1,
  closed: want.texts.size && closedUp(want, sayings) ? 1 : 0,
  twinned: want.twins.length ? 1 : 0,
  kept,
})

/** What came right before it is now followed by what came right after it. */
function closedUp(want: Want, sayings: Map<string, Traits[]>): boolean {
  const [before, after] = [want.before[0], want.after[0]]
  if (!before || !after || want.texts.has(before) || want.texts.has(after)) return false
  let closed = false
  for (const traits of (sayings.get(before) ?? []).slice(0, 8)) {
    const next = squeeze(textsBeside(traits.element, 'nextNode')[0] ?? '')
    if (next === after) closed = true
    // Elsewhere it still stands between them.
    if (want.texts.has(next)) return false
  }
  return closed
}

function shareOdds(list: Candidate[], notHere: number): void {
  const most = Math.max(notHere, ...list.map(one => one.worth))
  let sum = Math.exp(notHere - most)
  for (const one of list) sum += Math.exp(one.worth - most)
  for (const one of list) one.odds = Math.exp(one.worth - most) / sum
}

/** Two elements that a person would call one thing: the same control, or a wrapper with nothing else in it. */
function oneThing(a: Element, b: Element): boolean {
  const control = a.closest(CONTROLS)
  if (control && control === b.closest(CONTROLS)) return true
  if (!holds(a, b) && !holds(b, a)) return false
  return squeeze(a.textContent ?? '') === squeeze(b.textContent ?? '')
}
