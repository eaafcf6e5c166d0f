/** One page as the locator sees it: its roots, its candidates, and the choice among them. */

import type { Description, Located } from './description.ts'
import { type Fit, fitByHand } from './hand.ts'
import { nameOf } from './name.ts'
import { rowOf } from './place.ts'
import { dialogOf, disabled, hushed, inPopup, landmarkOf, seeable, shutsOff, topmostDialog } from './reach.ts'
import { CONTROLS, isControlRole, roleOf, selectorFor } from './role.ts'
import { holds, type Root, rootsFrom } from './tree.ts'
import { squeeze } from './words.ts'

const ENOUGH = 0.78
const MARGIN = 0.06

export class Page {
  private readonly root: Root
  constructor(root: Root) {
    this.root = root
  }

  watch(_signal: AbortSignal): void {}

  locate(target: Description): Located {
    const roots = rootsFrom(this.root)
    const fits: Fit[] = []
    for (const element of candidates(roots, target)) {
      const fit = fitByHand(element, target)
      if (fit) fits.push(fit)
    }
    fits.sort((a, b) => b.score - a.score)
    const leaders = fits
      .slice(0, 24)
      .filter(fit => seeable(fit.element))
      .map(fit => (fit.score < 0.9 && fitByHand(fit.element, target, true)) || fit)
    const top = topmostDialog(roots)
    const shut = top !== undefined && shutsOff(top)
    const reachable = leaders.filter(
      fit => !hushed(fit.element) && !(shut && top && !holds(top, fit.element) && !inPopup(fit.element)),
    )
    for (const fit of reachable) {
      if (top && holds(top, fit.element)) continue
      if (top && !inPopup(fit.element)) fit.score *= 0.93
    }
    reachable.sort((a, b) => b.score - a.score)
    return choose(reachable, leaders, target)
  }
}

function* candidates(roots: readonly Root[], target: Description): Generator<Element> {
  const control = !target.role || isControlRole(target.role)
  const selector = target.role ? selectorFor(target.role) + (control ? `,${CONTROLS}` : '') : CONTROLS
  for (const root of roots) {
    yield* root.querySelectorAll(selector)
    if (target.role) continue
    for (const element of root.querySelectorAll('*')) if (saysSomething(element)) yield element
  }
}

/** Has text of its own and is no control, which comes by another way. */
function saysSomething(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 && (node as Text).data.trim()) return !element.matches(CONTROLS)
  return false
}

function choose(fits: Fit[], all: Fit[], target: Description): Located {
  const first = fits[0]
  if (!first || first.score < ENOUGH) {
    const hidden = all[0]
    const evidence = first?.evidence ?? []
    if (hidden && hidden.score >= ENOUGH && hidden !== first)
      evidence.push({ signal: 'behind', weight: 0, note: 'it is there, but a dialog is in front of it' })
    return { status: 'missing', score: first?.score ?? 0, runnerUp: fits[1]?.score ?? 0, evidence }
  }
  const rivals = fits.filter(
    fit => fit !== first && !holds(fit.element, first.element) && !holds(first.element, fit.element),
  )
  const second = rivals[0]?.score ?? 0
  const { element, score } = first
  if (disabled(element))
    first.evidence.push({ signal: 'disabled', weight: 0, note: 'it cannot be pressed now' })
  const located: Located = { status: 'found', element, score, runnerUp: second, evidence: first.evidence }
  if (score - second >= MARGIN) return located
  const close = [first, ...rivals.filter(fit => score - fit.score < MARGIN)]
  const twin = firstOfTwins(close, target)
  if (!twin) return { ...located, status: 'ambiguous' }
  twin.evidence.push({
    signal: 'twins',
    weight: 1,
    note: `${close.length} of the same; the main one is taken`,
  })
  return { ...located, element: twin.element, score: twin.score, evidence: twin.evidence }
}

/**
 * Two that say and do the same are equally right (the opener in the heading's row and the one of an empty list): the enabled one,
 * in <main>, first in the page, is taken. Not so in rows: two "Delete" delete different things.
 */
function firstOfTwins(close: Fit[], target: Description): Fit | undefined {
  if (close.length > 2) return undefined
  const same = (fit: Fit) =>
    `${roleOf(fit.element)}|${squeeze(nameOf(fit.element))}|${fit.element.getAttribute('href') ?? ''}`
  const pattern = close[0] ? same(close[0]) : ''
  for (const fit of close) {
    if (same(fit) !== pattern || dialogOf(fit.element) !== dialogOf(close[0]?.element as Element))
      return undefined
    if (rowOf(fit.element) && !target.within?.row) return undefined
  }
  const worth = (fit: Fit) => (disabled(fit.element) ? 0 : 2) + (landmarkOf(fit.element) === 'main' ? 1 : 0)
  return close.reduce((a, b) => {
    const order = worth(b) - worth(a)
    if (order !== 0) return order > 0 ? b : a
    return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? a : b
  })
}
