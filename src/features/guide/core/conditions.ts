/** Answers the conditions of guides from what is known: true, false, or undefined where it is not known yet. Pure. */
import type { Condition, Detour, Guide, Step } from '../../../guides/guide.ts'
import { pageOf } from './platform-pages.ts'
import type { ElementFact, KeyFact, PageFacts, Running, World } from './tour.ts'

export type Known = { facts: PageFacts | null; world: World; progress: Running }
export type Truth = boolean | undefined

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth)
const and = (truths: Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(undefined) ? undefined : true
const or = (truths: Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false

export function holds(condition: Condition, known: Known): Truth {
  const { facts, world, progress } = known
  const element = (name: string) => facts?.elements[name]
  if ('all' in condition) return and(condition.all.map(part => holds(part, known)))
  if ('any' in condition) return or(condition.any.map(part => holds(part, known)))
  if ('not' in condition) return not(holds(condition.not, known))
  if ('said' in condition) return progress.finished.includes(progress.step)
  if ('chosen' in condition) return condition.is.includes(progress.choices[condition.chosen] ?? '')
  if ('cause' in condition) return progress.cause !== undefined && condition.cause.includes(progress.cause)
  if ('vault' in condition) return condition.vault.includes(world.vault)
  if ('key' in condition)
    return keyIs(condition.key, condition.of === 'subject' ? world.subject : world.made, known)
  if (facts === null) return 'page' in condition ? false : undefined
  if ('page' in condition)
    return (condition.page as string[]).includes(pageOf(facts.url)) || progress.isPart === true
  if (facts.unseen) return undefined
  if ('gate' in condition) return facts.gate === condition.gate
  if ('keyShown' in condition) return facts.keyShown === condition.keyShown
  const form = progress.form?.sent ? undefined : progress.form?.of
  if ('noDialog' in condition) return !facts.anyDialog && form === undefined
  if ('dialog' in condition)
    return condition.dialog.some(name => facts.dialogs.includes(name) || name === form)
  if ('text' in condition)
    return condition.text.some(text => facts.texts.includes(text)) || (facts.settled ? false : undefined)
  if ('seen' in condition) return seen(element(condition.seen), facts.settled)
  if ('gone' in condition) return not(seen(element(condition.gone), facts.settled))
  if ('enabled' in condition) return ask(element(condition.enabled), fact => !fact.disabled)
  if ('disabled' in condition) return ask(element(condition.disabled), fact => fact.disabled === true)
  if ('checked' in condition) return isOn(condition.checked, facts)
  if ('unchecked' in condition) return ask(element(condition.unchecked), fact => not(fact.checked))
  if ('filled' in condition) return ask(element(condition.filled), fact => fact.filled === true)
  if ('empty' in condition) return ask(element(condition.empty), fact => fact.filled === false)
  return ask(element(condition.focused), fact => fact.focused === true)
}

/** Does the detour’s condition hold? A page with an unknown address that only counts as part of the guide is not one of those that detours are about. */
export function isInTheWay({ when }: Detour, known: Known): boolean {
  const { isPart: _, ...progress } = known.progress
  return holds(when, { ...known, progress }) === true
}

/** The detour that stands in front of the step, unless the person said that it does not apply. */
export const detourNow = (guide: Guide, { target }: Step, known: Known): Detour | undefined => {
  const canGoOn = isUsable(known.facts?.elements[target ?? ''])
  return known.progress.passes
    ? undefined
    : guide.detours.find(one => !(one.isNotice && canGoOn) && isInTheWay(one, known))
}

/** Ambiguous counts as seen: something of the kind is there, though it is not known which one it is. */
function seen(fact: ElementFact | undefined, settled: boolean): Truth {
  if (fact === undefined) return undefined
  if (fact.status === 'found' || fact.status === 'ambiguous') return true
  if (fact.status === 'likely' || fact.status === 'several') return undefined
  return settled ? false : undefined
}

/** Was one element found that is the target, or probably is? */
export const isThere = (fact: ElementFact | undefined): boolean =>
  fact?.status === 'found' || fact?.status === 'likely'

/** Was it found, and can it be pressed or filled in? */
export const isUsable = (fact: ElementFact | undefined): boolean =>
  isThere(fact) && !fact?.disabled && !fact?.behind

/** Of some tiles only a colour shows which is chosen. Then the person’s press on one tells. */
const isOn = (name: string, { elements, pressed }: PageFacts): Truth =>
  ask(elements[name], ({ checked }) => checked ?? (pressed === name || undefined))

/** Asks about an element that was found. One that is not there is neither on, nor filled, nor disabled: the answer is false. */
function ask(fact: ElementFact | undefined, question: (fact: ElementFact) => Truth): Truth {
  if (fact === undefined) return undefined
  return isThere(fact) ? question(fact) : false
}

function keyIs(
  state: Extract<Condition, { key: unknown }>['key'],
  key: KeyFact | undefined,
  known: Known,
): Truth {
  if (key === undefined) return false
  const verdict = key.verdict
  if (state === 'known') return true
  if (state === 'pending') return !key.saved
  if (state === 'saved') return key.saved
  if (state === 'service') return key.kind === 'service'
  if (state === 'fits') return fits(key)
  if (verdict === undefined) return false
  if (state === 'checked') return verdict.at >= known.progress.stepSince
  if (state === 'ready') return verdict.key === 'accepted' && verdict.use === 'ready'
  return verdict.key === state
}

const fits = ({ rights }: KeyFact): boolean =>
  rights !== undefined && rights.note === undefined && rights.lacks.length + rights.beyond.length === 0

/** A condition that contains no other conditions. */
export type Question = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

/** The single questions in a condition. `isWanted` is false for those under a `not`, where the answer no is the one that counts. */
export function questionsOf(
  condition: Condition | undefined,
  isWanted = true,
): { question: Question; isWanted: boolean }[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap(part => questionsOf(part, isWanted))
  if ('any' in condition) return condition.any.flatMap(part => questionsOf(part, isWanted))
  if ('not' in condition) return questionsOf(condition.not, !isWanted)
  return [{ question: condition, isWanted }]
}

/** Does the condition wait for the answer yes to such a question? */
export const wants = (condition: Condition | undefined, is: (question: Question) => boolean): boolean =>
  questionsOf(condition).some(({ question, isWanted }) => isWanted && is(question))

/** Does the condition wait for a key? */
export const asksKey = (condition: Condition | undefined): boolean =>
  wants(condition, question => 'key' in question || ('keyShown' in question && question.keyShown))

/** Which keys a condition asks about, whichever answer it waits for. */
export const keysOf = (condition: Condition | undefined): Set<'new' | 'subject'> =>
  new Set(questionsOf(condition).flatMap(({ question }) => ('key' in question ? [question.of ?? 'new'] : [])))

/** All conditions in a guide. */
export const conditionsOf = ({
  achieved,
  choices,
  steps,
  detours,
  receipt,
}: Guide): (Condition | undefined)[] => [
  achieved,
  ...choices.map(({ only }) => only),
  ...steps.flatMap(({ when, done, only, blocked = [], parts = [] }) => [
    ...parts.map(part => part.done),
    when,
    done,
    only,
    ...blocked.map(one => one.when),
  ]),
  ...detours.map(({ when }) => when),
  ...receipt.map(({ only }) => only),
]

/** Is the guide about a key that exists already? Only such a guide may be handed one: another would take it for the key that it makes. */
export const isAboutKey = (guide: Guide): boolean =>
  conditionsOf(guide).some(condition => keysOf(condition).has('subject'))

/** Do the guide’s steps depend on what is wrong with a key? */
export const asksForCause = (guide: Guide): boolean =>
  conditionsOf(guide).some(condition => questionsOf(condition).some(({ question }) => 'cause' in question))

/** The names of targets, texts and dialogs that a condition asks the page about. */
export type Asked = { targets: Set<string>; texts: Set<string>; dialogs: Set<string> }

export function collect(condition: Condition | undefined, into: Asked): void {
  for (const { question } of questionsOf(condition)) {
    if ('text' in question) for (const text of question.text) into.texts.add(text)
    else if ('dialog' in question) for (const name of question.dialog) into.dialogs.add(name)
    // Names that are no target’s are ignored by `watchFor`.
    else for (const name of Object.values(question)) if (typeof name === 'string') into.targets.add(name)
  }
}
