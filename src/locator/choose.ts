/** The choice among those that fit a hand-written description: enough, and by a margin, or not at all. */

import type { Description, Located } from './description.ts'
import type { Fit } from './hand.ts'
import { nameOf } from './name.ts'
import { rowOf } from './place.ts'
import { dialogOf, disabled, faint } from './reach.ts'
import { roleOf } from './role.ts'
import { holds } from './tree.ts'
import { squeeze } from './words.ts'

const ENOUGH = 0.78
const MARGIN = 0.06

const sign = (signal: string): Located['evidence'] => [{ signal, weight: 1, note: '' }]

/** `fits` can be reached now, the best first; `all` holds those behind a dialog too. */
export function choose(fits: Fit[], all: Fit[], target: Description): Located {
  const first = fits[0]
  if (!first || first.score < ENOUGH) {
    const behind = all[0]
    const isBehind = behind && behind.score >= ENOUGH && behind !== first
    return {
      status: 'missing',
      score: first?.score ?? 0,
      runnerUp: fits[1]?.score ?? 0,
      evidence: isBehind ? sign('behind') : [],
    }
  }
  const rivals = fits.filter(
    fit => fit !== first && !holds(fit.element, first.element) && !holds(first.element, fit.element),
  )
  const { element, score } = first
  const located: Located = { status: 'found', element, score, runnerUp: rivals[0]?.score ?? 0, evidence: [] }
  const nearest = [first, ...rivals.filter(fit => score - fit.score < MARGIN)]
  const clear = nearest.length > 1 ? nearest.filter(fit => !faint(fit.element)) : []
  const close = clear.length > 0 ? clear : nearest
  if (close[0] && close[0] !== first) located.element = close[0].element
  if (close.length > 1) {
    const other = firstOfTwins(close, target)
    if (!other) return { ...located, status: 'ambiguous' }
    located.element = other.element
    located.score = other.score
    located.evidence = sign('twins')
  }
  if (located.element && disabled(located.element)) located.evidence.push(...sign('disabled'))
  return located
}

/**
 * Two that say and do the same are equally right (the opener in the heading's row and the one of an empty list): the enabled one,
 * then the one in <main>, then the first on the page is taken. Not so in rows, where two "Delete" delete different things, and not
 * with three or more, which are a list of something.
 */
function firstOfTwins(close: Fit[], target: Description): Fit | undefined {
  const first = close[0]
  if (!first || close.length > 2) return undefined
  const pattern = same(first)
  for (const fit of close) {
    if (same(fit) !== pattern || dialogOf(fit.element) !== dialogOf(first.element)) return undefined
    if (rowOf(fit.element) && !target.within?.row?.length && !fit.element.getAttribute('href'))
      return undefined
  }
  const worth = (fit: Fit) =>
    (disabled(fit.element) ? 0 : 2) + (fit.element.closest('main,[role=main]') ? 1 : 0)
  return close.reduce((a, b) => {
    const order = worth(b) - worth(a)
    if (order !== 0) return order > 0 ? b : a
    return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? a : b
  })
}

const same = ({ element }: Fit): string =>
  `${roleOf(element)}|${squeeze(nameOf(element))}|${element.getAttribute('href') ?? ''}`
