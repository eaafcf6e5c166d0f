/** What page and panel show of the current step, with final texts, and what the page has to be watched for. Pure. */

import type { Choice, Detour, Guide, Step, StepPart } from '../../../guides/guide.ts'
import { fillIn } from '../../../i18n/text-key.ts'
import type { Description } from '../../../locator/description.ts'
import { rightsOf } from './card/rights-words.ts'
import { type Place, placeOf, placeOfUnseen } from './card/where-to-point.ts'
import type { CardWords } from './card-words.ts'
import { detourNow, holds, isAboutKey, isThere, isUsable, type Known, wants } from './conditions.ts'
import { receiptOf } from './ending.ts'
import { fill, fillWords, valuesFor } from './fill-words.ts'
import { openChoice, stepsFor } from './follow.ts'
import { mayBePasted, unseenOf, withEvidence } from './form.ts'
import { guardedNow } from './guard.ts'
import { linkTo } from './platform-pages.ts'
import type { Running, TourView } from './tour.ts'
import { watchFor } from './watched.ts'

/** Descriptions that the person taught by *Show me*, under 'guide/target'. */
export type Taught = Record<string, Description>

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

  // While a key can be lost, its step comes before questions and detours.
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
  const place = fillPlace(sent ? placeOfUnseen(guide, sent, known) : placeOf(guide, step, known), values)
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
    ...(place.state === 'ready' && step.look && !isTyped(guide, step) && { isToLook: true as const }),
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

/** The sentence for a step that did not help: a test this many minutes after the step began still finds the same fault. */
function lateOf({ late }: Step, known: Known): Pick<Place, 'sentence' | 'fix'> {
  const at = known.world.subject?.verdict?.at ?? 0
  return late && at - known.progress.stepSince >= late.minutes * 60_000 && holds(late.when, known)
    ? { sentence: late.say, fix: late.guide }
    : {}
}

/** Parts that this layout of the page does not have are left out. */
const partsOf = (parts: StepPart[], known: Known): NonNullable<TourView['parts']> =>
  parts
    .filter(({ target }) => isThere(known.facts?.elements[target]))
    .map(({ label, done }) => ({ label, isDone: holds(done, known) === true }))

/** What is asked and shown before the person has done anything in the guide. An open vault, or the right page in front, does not count as done. */
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

/** Fills in placeholders: what to look for may name the key that the guide is about. */
function fillPlace(place: Place, values: ReturnType<typeof valuesFor>): Place {
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

/** Is it a field that the person types in? */
const isTyped = (guide: Guide, { target }: Step): boolean =>
  [guide.targets[target ?? '']?.is ?? []].flat().some(({ role }) => role === 'textbox')

const canBeSaid = (step: Step): boolean => wants(step.done, question => 'said' in question)

/** The label of the button that ends the step by the person’s word. None for a step that only an answer can end, nor for a key that can be lost: that one is skipped, not called done. */
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
  const isPointedAt = fact?.status === 'found' && isUsable(fact)
  const page = detour.page?.[0]
  const link = detour.link ?? (page && holds({ page: [page] }, known) !== true ? linkTo(page) : undefined)
  return {
    kind: 'detour' as const,
    step: detour.id,
    title: detour.title,
    words: fillWords(detour.words, values),
    state: isPointedAt ? ('ready' as const) : ('words-only' as const),
    detour: { id: detour.id, title: detour.title },
    ...(isPointedAt && { target: detour.target as string }),
    ...(link && { link }),
    ...(detour.guide && { fix: detour.guide }),
  }
}
