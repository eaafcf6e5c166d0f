/** What the card points at for a step and how surely, or the sentence it shows when it can point at nothing. Pure. */
import type { Guide, Step } from '../../../../guides/guide.ts'
import { fillIn } from '../../../../i18n/text-key.ts'
import type { CardWords } from '../card-words.ts'
import { holds, isThere, isUsable, type Known } from '../conditions.ts'
import { bringsUnknownForm, dialogsIn, isAtForm, isOnItsWay, isPressed, mayComeLater } from '../form.ts'
import { linkTo, pageOf, pages } from '../platform-pages.ts'
import { type ElementFact, formNext, lackingField, otherTab, type TourView, unknownSender } from '../tour.ts'

/** What is known, with the card’s sentences. */
export type Spoken = Known & { says: CardWords }

export type Place = Pick<TourView, 'state'> &
  Partial<Pick<TourView, 'sentence' | 'look' | 'target' | 'link' | 'fix'>>

export function placeOf(guide: Guide, step: Step, known: Spoken): Place {
  const { facts, says } = known
  if (facts?.drawn === false) return { state: 'words-only', sentence: says.notDrawn }
  if (facts?.stopped) return { state: 'words-only', sentence: says.stopped }
  if (step.elsewhere || !(step.page || step.target)) return { state: 'words-only' }
  const link = step.page?.map(linkTo).find(found => found !== undefined)
  const there = link && { link }
  if (facts === null)
    return {
      state: 'wrong-page',
      sentence: says.noPage,
      ...(there ?? (step.link === undefined && { link: linkTo('home') ?? { url: '', label: '' } })),
    }
  const unknown = pageOf(facts.url) === 'other'
  const isPage = !step.page || holds({ page: step.page }, known) === true
  if (facts.hasTab && facts.hasTab !== 'several' && (isPage || unknown) && facts.settled)
    return facts.hasTab === 'named'
      ? { state: 'via', sentence: says.via, target: otherTab }
      : probably(otherTab, says)
  if (!isPage) {
    const title = step.page?.[0] ? pages[step.page[0]].title : ''
    return {
      state: unknown ? 'unknown-page' : 'wrong-page',
      sentence: fillIn(unknown ? says.unknownPage : says.wrongPage, { title }),
      ...there,
    }
  }
  if (!step.target) return { state: 'words-only' }
  return targetPlace(guide, step, step.target, known, there)
}

function targetPlace(
  guide: Guide,
  step: Step,
  target: string,
  known: Spoken,
  there: Pick<Place, 'link'> | undefined,
): Place {
  const { facts, says } = known
  const fact = facts?.elements[target]
  const look = guide.targets[target]?.look ?? says.whatItNames
  const lacking = lackingNow(guide, step, target, known)
  if (lacking) return lacking
  if (isUsable(facts?.elements[unknownSender]) && bringsUnknownForm(step, known))
    return probably(unknownSender, says)
  if (!facts || !fact || (fact.busy && !fact.disabled)) return { state: 'waiting', sentence: says.waiting }
  // What lies in front of it comes first.
  if (fact.behind) return { state: 'hidden', sentence: fillIn(says.cameUp, { look }), look }
  // The field that shows a key may be disabled: nothing is typed there.
  if (isThere(fact) && fact.disabled && guide.targets[target]?.says !== 'key') {
    const reason = step.blocked?.find(({ when }) => when === undefined || holds(when, known) === true)
    const fix = reason?.guide && { fix: reason.guide }
    const cause = reason?.target
    // The element that probably keeps the target disabled is pointed at first.
    if (cause && isUsable(facts.elements[cause]))
      return { ...found('likely', cause, look, says), sentence: reason?.say ?? says.disabled }
    // A disabled target is not highlighted: the highlight asks for a press.
    return { state: 'disabled', sentence: reason?.say ?? says.disabled, ...fix }
  }
  // The key stands on the page itself and not in a dialog: a “Close” there may close something else, for example a notice.
  const isElsewhere = target === 'close' && fact.loose && facts.keyShown && !facts.anyDialog
  if (isThere(fact) || fact.status === 'several')
    return found(isElsewhere ? 'likely' : fact.status, target, look, says)
  const isFormOpen = facts.anyDialog || isAtForm(known.progress)
  const via = step.via?.find(name => facts.elements[name]?.status === 'found' && facts.pressed !== name)
  // While a dialog waits for an answer, a link of the page behind it is no way to the target.
  if (
    via &&
    (via !== 'search' || facts.settled) &&
    (!isFormOpen || !step.when || holds(step.when, known) === true)
  )
    return { state: 'via', sentence: via === 'search' ? says.viaSearch : says.via, target: via }
  // If the target was pressed and is missing now, what opened stands in its place or covers it.
  const lookFor = (state: 'hidden' | 'ambiguous' | 'missing' | 'unknown-page', isInForm?: boolean): Place => {
    const plain = state === 'ambiguous' ? state : 'missing'
    const alone = guide.targets[target]?.says === 'key' ? 'noKeyYet' : plain
    const words = isInForm ? (facts.hasTab ? 'inTabs' : 'inForm') : known.progress.pressed ? 'cameUp' : alone
    return { state, sentence: fillIn(says[words], { look }), look }
  }
  if (fact.status === 'hidden' || fact.status === 'ambiguous') return lookFor(fact.status)
  if (!facts.settled)
    return { state: 'waiting', sentence: isOnItsWay(step, known) ? says.sent : says.waiting }
  if (isUsable(facts.elements[formNext]) && mayComeLater(guide, step, known)) return probably(formNext, says)
  if (facts.heading === 'other' && !isFormOpen && !known.progress.pressed)
    return { ...lookFor('unknown-page'), ...there }
  // A missing field may appear once the fields before it are filled in.
  return lookFor('missing', isFormOpen && !step.lost)
}

/** Points at a field that is still empty before the form’s button: everything in a form has to be filled in, also fields that the guide has no step for. */
function lackingNow(guide: Guide, step: Step, target: string, known: Spoken): Place | undefined {
  const { facts, progress, says } = known
  // A target that is not there may appear once the field before it is filled in.
  const isAbsent = facts?.settled === true && facts.elements[target]?.status === 'missing'
  if (
    !facts?.lacking ||
    !(isPressed(guide, target) || isAbsent) ||
    progress.form?.sent ||
    !(dialogsIn(step.when).length || progress.form || facts.keyShown || bringsUnknownForm(step, known)) ||
    (facts.keyShown && isUsable(facts.elements[target]))
  )
    return undefined
  if (step.when && holds(step.when, known) !== true) return undefined
  const state = facts.lacking === 'blank' && facts.elements[target]?.disabled ? 'lacking' : facts.lacking
  return { state, sentence: says.fieldEmpty, target: lackingField }
}

const probably = (target: string, { likely: sentence }: CardWords): Place => ({
  state: 'likely',
  target,
  sentence,
})

function found(
  status: ElementFact['status'] | undefined,
  target: string,
  look: string,
  says: CardWords,
): Place {
  if (status === 'likely') return { ...probably(target, says), look }
  if (status === 'several')
    return { state: 'several', target, look, sentence: fillIn(says.several, { look }) }
  return { state: 'ready', target }
}

/** Points at the page’s button that shows the key or copies it. */
export function placeOfUnseen(
  guide: Guide,
  { target, via }: NonNullable<Step['unseen']>,
  known: Spoken,
): Place {
  const name = [target, ...via].find(one => isUsable(known.facts?.elements[one]))
  const isOver = known.facts?.settled
  if (!name)
    return isOver
      ? { state: 'words-only', sentence: known.says.noKeyYet }
      : { state: 'waiting', sentence: known.says.waiting }
  return found(known.facts?.elements[name]?.status, name, guide.targets[name]?.look ?? '', known.says)
}
