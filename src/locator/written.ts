/** Finds what a person described in writing: which elements come into question, and the choice among them. */

import { choose } from './choose.ts'
import type { Description, Located, Locator } from './description.ts'
import { askedOf, type Fit, fitByHand } from './hand.ts'
import { frontOf, seeable } from './reach.ts'
import { CONTROLS, isControlRole, selectorFor } from './role.ts'
import { createSurvey, type Survey } from './survey.ts'
import type { Root } from './tree.ts'

/** So many are looked at for what costs style: visibility, and which parts of a name can be seen. */
const LEADERS = 24

/** Knows what was recorded in no other way than not to take it for something written. */
export function createWrittenLocator(root: Root, signal: AbortSignal): Locator {
  const survey = createSurvey(root, signal)
  return {
    locate: target =>
      target.seen
        ? { status: 'missing', score: 0, runnerUp: 0, evidence: [] }
        : locateWritten(survey.refresh(), target),
  }
}

export function locateWritten(survey: Survey, target: Description): Located {
  const asked = askedOf(target)
  const fits = candidates(survey, target).flatMap(element =>
    asked(survey, element) ? (fitByHand(survey, element, target) ?? []) : [],
  )
  const { reachable, all } = reachableOf(
    survey,
    fits,
    fit => (fit.score < 0.9 && fitByHand(survey, fit.element, target, true)) || fit,
  )
  return choose(reachable, all, target)
}

/**
 * Which of those that fit can be seen, and which of these can be pressed now; the best first.
 * @param anew looks again at one that can be seen
 */
export function reachableOf(
  survey: Survey,
  fits: Fit[],
  anew = (fit: Fit): Fit => fit,
): { reachable: Fit[]; all: Fit[] } {
  const byScore = (a: Fit, b: Fit) => b.score - a.score
  const all = fits
    .sort(byScore)
    .slice(0, LEADERS)
    .filter(fit => seeable(fit.element))
    .map(anew)
    .sort(byScore)
  if (!all[0]) return { reachable: all, all }
  const { isIn, isFree } = frontOf(survey.roots())
  const reachable = all.filter(({ element }) => isFree(element))
  for (const fit of reachable) if (!isIn(fit.element)) fit.score *= 0.93
  return { reachable: reachable.sort(byScore), all }
}

/** Elements of the role or of one that stands in for it; without a role, controls and whatever has a text of its own. */
function candidates(survey: Survey, target: Description): Element[] {
  const control = !target.role || isControlRole(target.role)
  const selector = target.role ? selectorFor(target.role) + (control ? `,${CONTROLS}` : '') : CONTROLS
  const list = survey.listed(selector)
  if (target.role) return list
  return [...new Set([...list, ...survey.speaking()])]
}
