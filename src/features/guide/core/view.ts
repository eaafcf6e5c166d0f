/** What page and panel show: one step's view with its final words, and what the page has to be watched for. Pure. */

import type { Choice, Detour, Guide, Step, StepPart } from '../../../guides/guide.ts'
import { fillIn } from '../../../i18n/text-key.ts'
import type { Description } from '../../../locator/description.ts'
import { rightsOf } from './card/rights-said.ts'
import type { CardWords } from './card-words.ts'
import { detourNow, holds, isAboutKey, isThere, isUsable, type Known, wants } from './conditions.ts'
import { receiptOf } from './ending.ts'
import { fill, fillWords, valuesFor } from './fill-words.ts'
import { openChoice, stepsFor } from './follow.ts'
import {
  bringsUnknownForm,
  dialogsIn,
  isAtForm,
  isPressed,
  mayBePasted,
  mayComeLater,
  unseenOf,
  withEvidence,
} from './form.ts'
import { guardedNow } from './guard.ts'
import { linkTo, pageOf, pages } from './platform-pages.ts'
import {
  type ElementFact,
  formNext,
  lackingField,
  otherTab,
  type Running,
  type TourView,
  unknownSender,
} from './tour.ts'
import { watchFor } from './watched.ts'

/** Descriptions that the person taught by *Show me*, under 'guide/target'. */
export type Taught = Record<string, Description>

/** What is known, and the words to say it in. */
type Spoken = Known & { says: CardWords }

type Place = Pick<TourView, 'state'> &
  Partial<Pick<TourView, 'sentence' | 'look' | 'target' | 'link' | 'fix'>>

export function viewOf(guide: Guide, seen: Known, says: CardWords, taught: Taught = {}): TourView {
  const known = { ...seen, ...withEvidence(guide, seen.progress, seen.facts), says }
  const { progress } = known
  const values = valuesFor(guide, known)
  const steps = stepsFor(guide, known)
  const now = steps.findIndex(({ id }) => id === progress.step)
  const index = progress.ended ? steps.length : Math.max(0, now)
  const step = steps[index]
  const guard = progress.ended ? undefined : guardedNow(steps, known)
  const n = Math.min(index + 1, steps.length)
  const of = steps.length
  const common = {
    guide: guide.id,
    guideTitle: guide.title,
    n,
    of,
    where: step ? fillIn(says.where, { step: n, steps: of, guide: guide.title }) : guide.title,
    watch: watchFor(guide, known, values, taught),
    can: {
      back: (index > 0 || Object.keys(progress.choices).length > 0) && guard === undefined,
      skip: step !== undefined,
      showMe: false,
    },
    steps: steps.map(({ id, title }, at) => ({
      id,
      title: fill(title, values),
      state:
        at === index
          ? ('now' as const)
          : progress.unverified?.includes(id)
            ? ('unverified' as const)
            : progress.finished.includes(id)
              ? ('done' as const)
              : ('later' as const),
    })),
    next: guide.next,
    ...atFirst(guide, progress),
  }

  // Nothing stands in front of what can be lost now.
  const choice = guard ? undefined : openChoice(guide, known)
  if (choice) {
    const { id, question, options, why } = choice
    return {
      ...common,
      kind: 'choice',
      step: id,
      title: question,
      words: { do: question, ...(why && { why }) },
      state: 'words-only',
      choice: { id, question, options, ...(why && { why }) },
      can: { ...common.can, skip: false },
    }
  }
  if (!step) return { ...common, ...receiptOf(guide, known, values) }

  const detour = guard ? undefined : detourNow(guide, step, known)
  if (detour) return { ...common, ...detourView(detour, known, values) }
  if (progress.lost && step.lost) {
    const { title, words, guide: fix } = step.lost
    return {
      ...common,
      kind: 'detour',
      step: `${step.id}-lost`,
      title,
      words: fillWords(words, values),
      state: 'words-only',
      button: says.again,
      detour: { id: `${step.id}-lost`, title },
      ...(fix && { fix }),
    }
  }
  const sent = unseenOf(step, known)
  const wanted = sent?.target ?? step.target
  const button = buttonOf(step, says)
  const place = spoken(sent ? placeOfUnseen(guide, sent, known) : placeOf(guide, step, known), values)
  const beside = choiceWith(guide, step)
  const chosen = beside && progress.choices[beside.id]
  return {
    ...common,
    kind: 'step',
    step: step.id,
    title: fill(sent?.title ?? step.title, values),
    words: fillWords(sent?.words ?? step.words, values),
    ...(step.link && { link: step.link }),
    ...place,
    ...lateOf(step, known),
    ...(button && { button: fill(button, values) }),
    ...(button === says.doneByWord && { isWayOn: true as const }),
    ...(mayBePasted(guide, known) && { paste: true as const }),
    ...(sent ? { action: 'open-panel' as const } : step.action && { action: step.action }),
    ...(wanted && { wants: wanted }),
    ...(step.elsewhere && { elsewhere: step.elsewhere }),
    ...(step.action === 'ask-rights' && rightsOf(known)),
    ...(step.parts && !sent && { parts: partsOf(step.parts, known) }),
    ...(beside && { choice: { ...beside, ...(chosen !== undefined && { chosen }) } }),
    can: {
      ...common.can,
      showMe: ['missing', 'ambiguous', 'hidden', 'likely', 'several'].includes(place.state),
    },
  }
}

/** What usually helps has not helped: a test that long after the step began still says so. */
function lateOf({ late }: Step, known: Known): Pick<Place, 'sentence' | 'fix'> {
  const at = known.world.subject?.verdict?.at ?? 0
  return late && at - known.progress.stepSince >= late.minutes * 60_000 && holds(late.when, known)
    ? { sentence: late.say, fix: late.guide }
    : {}
}

/** What a layout lacks is not asked about. */
const partsOf = (parts: StepPart[], known: Known): NonNullable<TourView['parts']> =>
  parts
    .filter(({ target }) => isThere(known.facts?.elements[target]))
    .map(({ label, done }) => ({ label, isDone: holds(done, known) === true }))

/** What is asked and said before anything is done. That the vault is open, or the page in front, is nothing done in the guide. */
function atFirst(guide: Guide, { subjectId, madeId, finished, ended }: Running) {
  const isBegun = guide.steps.some(
    ({ id, action, done }) => finished.includes(id) && action !== 'vault' && !('page' in done),
  )
  if (isBegun || ended) return {}
  return {
    ...(subjectId === undefined && madeId === undefined && isAboutKey(guide) && { asksKey: true as const }),
    ...(guide.prerequisites && { prerequisites: guide.prerequisites }),
  }
}

/** The button of the page that shows the key, or copies it. */
function placeOfUnseen(guide: Guide, { target, via }: NonNullable<Step['unseen']>, known: Spoken): Place {
  const name = [target, ...via].find(one => isUsable(known.facts?.elements[one]))
  const isOver = known.facts?.settled
  if (!name)
    return isOver
      ? { state: 'words-only', sentence: known.says.noKeyYet }
      : { state: 'waiting', sentence: known.says.waiting }
  return found(known.facts?.elements[name]?.status, name, guide.targets[name]?.look ?? '', known.says)
}

/** What to look for may name the key it is about. */
function spoken(place: Place, values: ReturnType<typeof valuesFor>): Place {
  const { sentence, look } = place
  return {
    ...place,
    ...(sentence !== undefined && { sentence: fill(sentence, values) }),
    ...(look !== undefined && { look: fill(look, values) }),
  }
}

function choiceWith(guide: Guide, step: Step): Pick<Choice, 'id' | 'question' | 'options'> | undefined {
  const choice = guide.choices.find(other => [other.with].flat().includes(step.id))
  return choice && { id: choice.id, question: choice.question, options: choice.options }
}

const canBeSaid = (step: Step): boolean => wants(step.done, question => 'said' in question)

/** There is always a way on: a word, but for what only an answer can end; what can be lost is skipped, not said to be done. */
const buttonOf = (step: Step, says: CardWords): string | undefined =>
  step.button ??
  (step.look
    ? says.looksRight
    : canBeSaid(step)
      ? says.didIt
      : step.proof || step.lost
        ? undefined
        : says.doneByWord)

function detourView(detour: Detour, known: Known, values: Record<string, string | undefined>) {
  const fact = known.facts?.elements[detour.target ?? '']
  const lit = fact?.status === 'found' && !fact.disabled
  const page = detour.page?.[0]
  const link = detour.link ?? (page && holds({ page: [page] }, known) !== true ? linkTo(page) : undefined)
  return {
    kind: 'detour' as const,
    step: detour.id,
    title: detour.title,
    words: fillWords(detour.words, values),
    state: lit ? ('ready' as const) : ('words-only' as const),
    detour: { id: detour.id, title: detour.title },
    ...(lit && { target: detour.target as string }),
    ...(link && { link }),
    ...(detour.guide && { fix: detour.guide }),
  }
}

function placeOf(guide: Guide, step: Step, known: Spoken): Place {
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
  if (!facts || !fact) return { state: 'waiting', sentence: says.waiting }
  // A key is shown in a field of which nothing is to be changed.
  if (isThere(fact) && fact.disabled && guide.targets[target]?.says !== 'key') {
    const reason = step.blocked?.find(({ when }) => when === undefined || holds(when, known) === true)
    const fix = reason?.guide && { fix: reason.guide }
    const cause = reason?.target
    // What probably asks for it comes first.
    if (cause && isUsable(facts.elements[cause]))
      return { ...found('likely', cause, look, says), sentence: reason?.say ?? says.disabled }
    // What cannot be pressed is not lit: a light asks for a press.
    return { state: 'disabled', sentence: reason?.say ?? says.disabled, ...fix }
  }
  if (isThere(fact) || fact.status === 'several') return found(fact.status, target, look, says)
  const isFormOpen = facts.anyDialog || isAtForm(known.progress)
  const via = step.via?.find(name => facts.elements[name]?.status === 'found' && facts.pressed !== name)
  // While something asks for an answer, what leads to the page behind it is no way.
  if (
    via &&
    (via !== 'search' || facts.settled) &&
    (!isFormOpen || !step.when || holds(step.when, known) === true)
  )
    return { state: 'via', sentence: via === 'search' ? says.viaSearch : says.via, target: via }
  // Where it was pressed, what came of that stands in its place, or over it.
  const lookFor = (state: 'hidden' | 'ambiguous' | 'missing' | 'unknown-page', isInForm?: boolean): Place => {
    const plain = state === 'ambiguous' ? state : 'missing'
    const alone = guide.targets[target]?.says === 'key' ? 'noKeyYet' : plain
    const words = isInForm ? (facts.hasTab ? 'inTabs' : 'inForm') : known.progress.pressed ? 'cameUp' : alone
    return { state, sentence: fillIn(says[words], { look }), look }
  }
  if (fact.status === 'hidden' || fact.status === 'ambiguous') return lookFor(fact.status)
  if (!facts.settled) return { state: 'waiting', sentence: says.waiting }
  if (isUsable(facts.elements[formNext]) && mayComeLater(guide, step, known)) return probably(formNext, says)
  if (facts.heading === 'other' && !isFormOpen && !known.progress.pressed)
    return { ...lookFor('unknown-page'), ...there }
  // A field, too, may come once the form has what it asks for first.
  return lookFor('missing', isFormOpen && !step.lost)
}

/** Before a form is sent everything in it has to be filled in: also what the guide has no step for, in whatever order. */
function lackingNow(guide: Guide, step: Step, target: string, known: Spoken): Place | undefined {
  const { facts, progress, says } = known
  // What cannot be seen may come once the field before it is filled in.
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
  const state = facts.elements[target]?.disabled ? 'lacking' : facts.lacking
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
