/** What page and panel show: one step's view with its final words, and what the page has to be watched for. Pure. */

import type { Choice, Detour, Guide, Step } from '../guides/guide.ts'
import type { Description } from '../locator/description.ts'
import { t } from '../words/t.ts'
import { holds, type Known } from './conditions.ts'
import { openChoice, stepsFor } from './follow.ts'
import { linkTo, pageOf } from './pages.ts'
import type { TargetState, TourView } from './tour.ts'
import { watchFor } from './watch.ts'
import { fill, fillOrNothing, fillWords, sentences, valuesFor } from './words.ts'

/** Descriptions that the person taught by *Show me*, under 'guide/target'. */
export type Taught = Record<string, Description>

type Place = Pick<TourView, 'state'> &
  Partial<Pick<TourView, 'sentence' | 'look' | 'target' | 'link' | 'fix'>>

export function viewOf(guide: Guide, known: Known, taught: Taught = {}): TourView {
  const { progress } = known
  const values = valuesFor(guide, known)
  const steps = stepsFor(guide, known)
  const index = progress.ended
    ? steps.length
    : Math.max(
        0,
        steps.findIndex(({ id }) => id === progress.step),
      )
  const step = steps[index]
  const n = Math.min(index + 1, steps.length)
  const of = steps.length
  const common = {
    guide: guide.id,
    guideTitle: guide.title,
    n,
    of,
    where: step ? t('{n} of {of} · {guide}', { n, of, guide: guide.title }) : guide.title,
    watch: watchFor(guide, known, values, taught),
    can: {
      back: index > 0 || Object.keys(progress.choices).length > 0,
      skip: step !== undefined && step.proof !== true,
      showMe: false,
    },
    steps: steps.map(({ id, title }, at) => ({
      id,
      title: fill(title, values),
      state:
        at === index
          ? ('now' as const)
          : progress.finished.includes(id)
            ? ('done' as const)
            : ('later' as const),
    })),
    next: guide.next,
  }

  const choice = openChoice(guide, known)
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
  if (step === undefined) return { ...common, ...receipt(guide, known, values) }

  const detour = detourOf(guide, known)
  if (detour)
    return { ...common, ...detourView(detour, known, values), can: { ...common.can, showMe: false } }
  if (progress.lost !== undefined && step.lost) {
    const { title, words, guide: fix } = step.lost
    return {
      ...common,
      kind: 'detour',
      step: `${step.id}-lost`,
      title,
      words: fillWords(words, values),
      state: 'words-only',
      button: t('Start again'),
      detour: { id: `${step.id}-lost`, title },
      ...(fix && { fix }),
    }
  }
  const place = spoken(placeOf(guide, step, known), values)
  const beside = choiceWith(guide, step)
  const chosen = beside && progress.choices[beside.id]
  return {
    ...common,
    kind: 'step',
    step: step.id,
    title: fill(step.title, values),
    words: fillWords(step.words, values),
    ...(step.link && { link: step.link }),
    ...place,
    ...(buttonOf(step) !== undefined && { button: fill(buttonOf(step) ?? '', values) }),
    ...(step.action && { action: step.action }),
    ...(step.target !== undefined && { wants: step.target }),
    ...(step.elsewhere && { elsewhere: step.elsewhere }),
    ...(beside && { choice: { ...beside, ...(chosen !== undefined && { chosen }) } }),
    can: { ...common.can, showMe: ['missing', 'gone', 'ambiguous', 'hidden'].includes(place.state) },
  }
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

const canBeSaid = (step: Step): boolean => JSON.stringify(step.done).includes('"said"')

const buttonOf = (step: Step): string | undefined =>
  step.button ?? (step.look || canBeSaid(step) ? (step.look ? t('Looks right') : t('I did it')) : undefined)

const detourOf = (guide: Guide, known: Known): Detour | undefined =>
  guide.detours.find(detour => holds(detour.when, known) === true)

function detourView(detour: Detour, known: Known, values: Record<string, string | undefined>) {
  const lit = detour.target !== undefined && known.facts?.elements[detour.target]?.status === 'found'
  const page = detour.page?.[0]
  const link = detour.link ?? (page && holds({ page: [page] }, known) !== true ? linkTo(page) : undefined)
  return {
    kind: 'detour' as const,
    step: detour.id,
    title: detour.title,
    words: fillWords(detour.words, values),
    state: lit ? ('ready' as const) : ('words-only' as const),
    detour: { id: detour.id, title: detour.title },
    ...(lit && detour.target !== undefined && { target: detour.target }),
    ...(link && { link }),
    ...(detour.guide && { fix: detour.guide }),
  }
}

function receipt(guide: Guide, known: Known, values: Record<string, string | undefined>) {
  const lines = guide.receipt
    .filter(line => line.only === undefined || holds(line.only, known) === true)
    .map(line => ({ label: line.label, text: fillOrNothing(line.text, values) }))
    .filter((line): line is { label: string; text: string } => line.text !== undefined)
  return {
    kind: 'receipt' as const,
    step: 'receipt',
    title: t('Done'),
    words: { do: fill(guide.summary, values) },
    state: 'words-only' as const,
    receipt: lines,
  }
}

function placeOf(guide: Guide, step: Step, known: Known): Place {
  const { facts, progress } = known
  if (facts?.drawn === false) return { state: 'words-only', sentence: sentences.notDrawn }
  if (step.elsewhere || (step.page === undefined && step.target === undefined)) return { state: 'words-only' }
  const link = step.page?.map(linkTo).find(found => found !== undefined)
  const there = link && { link }
  if (facts === null)
    return {
      state: 'wrong-page',
      sentence: sentences.noPage,
      ...(there ?? (step.link === undefined && { link: linkTo('home') ?? { url: '', label: '' } })),
    }
  if (step.page && holds({ page: step.page }, known) !== true) {
    const unknown = pageOf(facts.url) === 'other'
    const sentence = `${unknown ? `${sentences.unknownPage} ` : ''}${sentences.wrongPage(step.page)}`
    return { state: unknown ? 'unknown-page' : 'wrong-page', sentence, ...there }
  }
  if (step.target === undefined) return { state: 'words-only' }
  return targetPlace(guide, step, step.target, known, progress.targetSeen === true, there)
}

function targetPlace(
  guide: Guide,
  step: Step,
  target: string,
  known: Known,
  wasSeen: boolean,
  there: Pick<Place, 'link'> | undefined,
): Place {
  const { facts } = known
  const fact = facts?.elements[target]
  const look = guide.targets[target]?.look ?? t('what the step names')
  if (facts === null || fact === undefined) return { state: 'waiting' }
  if (fact.status === 'found' && !fact.disabled) return { state: 'ready', target }
  if (fact.status === 'found') {
    const reason = step.blocked?.find(({ when }) => when === undefined || holds(when, known) === true)
    const fix = reason?.guide && { fix: reason.guide }
    return { state: 'disabled', sentence: reason?.say ?? sentences.disabled, target, ...fix }
  }
  const via = step.via?.find(name => facts.elements[name]?.status === 'found')
  if (via !== undefined) return { state: 'via', sentence: sentences.via, target: via }
  if (fact.status === 'hidden') return { state: 'hidden', sentence: sentences.hidden(look), look }
  if (fact.status === 'ambiguous') return { state: 'ambiguous', sentence: sentences.ambiguous(look), look }
  if (!facts.settled) return { state: 'waiting', sentence: sentences.waiting }
  if (facts.heading === 'other' && !facts.anyDialog)
    return { state: 'unknown-page', sentence: sentences.unknownPage, look, ...there }
  const state: TargetState = wasSeen ? 'gone' : 'missing'
  return { state, sentence: sentences[state](look), look }
}
