/**
 * What the form on the page stands for. Guides know dialogs by their names; a redesign makes drawers, pages, or parts of a page of
 * them, with other names or none. Then it is told by what brought it and by what is in it. Pure.
 */
import type { Guide, Step, Target } from '../../../guides/guide.ts'
import { asksKey, holds, isThere, type Known, questionsOf, wants } from './conditions.ts'
import { pageOf } from './platform-pages.ts'
import type { PageFacts, Running } from './tour.ts'

/** So many of a form's parts have to be there when no press was seen that brought it. */
const partsWithoutPress = 2

const dialogsOf = (target: Target | undefined): string[] =>
  [target?.is ?? []].flat().flatMap(({ within }) => within?.dialog ?? [])

/** The dialogs that one of a step's conditions waits for. */
export const dialogsIn = (condition: Step['when']): string[] =>
  questionsOf(condition).flatMap(({ question, isWanted }) =>
    isWanted && 'dialog' in question ? question.dialog : [],
  )

const dialogsOfStep = ({ when, done }: Step): string[] => [...dialogsIn(done), ...dialogsIn(when)]

/** Does a step wait for one of these? What stands beside a key that is shown is in none of them, and what comes in the way neither. */
const isAskedFor = (guide: Guide, dialogs: string[]): boolean =>
  guide.steps.flatMap(dialogsOfStep).some(name => dialogs.includes(name))

/** Is it a button, in every layout that is known? */
export const isPressed = (guide: Guide, target: string | undefined): boolean =>
  [guide.targets[target ?? '']?.is ?? []].flat().every(({ role }) => role === 'button')

/** Is there a form that was not sent? */
export const isAtForm = ({ form }: Pick<Running, 'form'>): boolean => form !== undefined && !form.sent

/** Can the step be done in this form only? */
export const isInside = (step: Step, form: Running['form']): boolean =>
  form !== undefined && dialogsIn(step.when).includes(form.of)

/** Where a person is and what is so, once it is known what the form stands for: what only seemed to be part of it is left out. */
export function withEvidence(
  guide: Guide,
  progress: Running,
  facts: PageFacts | null,
): { progress: Running; facts: PageFacts | null } {
  if (facts === null || facts.unseen || progress.ended) return { progress, facts }
  const form = formNow(guide, progress, facts)
  const elements = withoutStrays(guide, facts, form)
  const isPart =
    pageOf(facts.url) === 'other' &&
    ((form !== undefined && !form.sent) ||
      isWaitingForKey(guide, progress, form) ||
      facts.keyShown ||
      guide.steps.some(({ target }) => target !== undefined && elements[target]?.status === 'found'))
  const isSame =
    form?.of === progress.form?.of &&
    form?.sent === progress.form?.sent &&
    isPart === (progress.isPart === true)
  const seen = elements === facts.elements ? facts : { ...facts, elements }
  if (isSame) return { progress, facts: seen }
  const { form: _, isPart: __, ...rest } = progress
  return { progress: { ...rest, ...(form && { form }), ...(isPart && { isPart }) }, facts: seen }
}

const isWaitingForKey = (guide: Guide, { step }: Running, form: Running['form']): boolean =>
  form?.sent === true && guide.steps.some(({ id, unseen }) => id === step && unseen !== undefined)

/** What is right but for its place counts only in the form that it belongs to. */
function withoutStrays(
  guide: Guide,
  { elements, keyShown, copied }: PageFacts,
  form: Running['form'],
): PageFacts['elements'] {
  const strays = Object.keys(elements).filter(name => {
    const dialogs = dialogsOf(guide.targets[name])
    const isOfKey = (form?.sent ? copied : !form && keyShown) && !isAskedFor(guide, dialogs)
    const belongs = isOfKey || (!form?.sent && dialogs.includes(form?.of ?? ''))
    return elements[name]?.loose && !belongs
  })
  return strays.length === 0
    ? elements
    : { ...elements, ...Object.fromEntries(strays.map(name => [name, { status: 'missing' as const }])) }
}

function formNow(guide: Guide, progress: Running, facts: PageFacts): Running['form'] {
  const before = progress.form
  // The key is what the form was for.
  if (facts.keyShown) return undefined
  const isThere = guide.steps.some(
    step =>
      isInside(step, before) && step.target !== undefined && facts.elements[step.target]?.status === 'found',
  )
  if (
    before &&
    !isThere &&
    (facts.form === 'sent' || (before.sent && facts.form !== 'open' && facts.form !== 'closed'))
  )
    return { of: before.of, sent: true }
  const named = facts.dialogs.find(name => isAskedFor(guide, [name]))
  if (named !== undefined) return { of: named }
  const isOpen = facts.form === 'open'
  const [most, parts] = mostParts(guide, facts)
  const isBrought = isOpen && (facts.formAfter !== undefined || progress.pressed === true)
  // One part that may also stand on the page beside it makes no other form of the one that is open.
  const isOther = before !== undefined && !before.sent && before.of !== most
  if (most !== undefined && parts >= (isBrought && !isOther ? 1 : partsWithoutPress)) return { of: most }
  if (isOpen) {
    const brought = guide.steps.filter(({ target }) => target !== undefined && target === facts.formAfter)
    // What came of a press on another step's thing is not what this step's press brings.
    const current = guide.steps.filter(
      ({ id, target, via = [] }) =>
        id === progress.step &&
        // While other keys' rows are listed, and the key's own never was, nothing is asked about it: the list was paged, or searched.
        (progress.rowSeen || !Object.keys(facts.rows ?? {})[0]) &&
        (facts.formAfter === undefined ||
          guide.targets[facts.formAfter] === undefined ||
          [target, ...via].includes(facts.formAfter)),
    )
    const of =
      brought.flatMap(step => dialogsIn(step.done))[0] ??
      (before && !before.sent ? before.of : undefined) ??
      // Something was pressed, and a form is what came of it.
      (isBrought ? current.flatMap(dialogsOfStep)[0] : undefined)
    return of === undefined ? undefined : { of }
  }
  return undefined
}

/** The dialog of which the most parts are there, though not in a dialog of its name. */
function mostParts(guide: Guide, { elements }: PageFacts): [string | undefined, number] {
  const parts = new Map<string, number>()
  for (const [name, { status, loose }] of Object.entries(elements)) {
    const dialogs = status === 'found' && loose ? dialogsOf(guide.targets[name]) : []
    const [dialog] = isAskedFor(guide, dialogs) ? dialogs : []
    if (dialog !== undefined) parts.set(dialog, (parts.get(dialog) ?? 0) + 1)
  }
  const [best] = [...parts].sort(([, a], [, b]) => b - a)
  return best ?? [undefined, 0]
}

/** The form was sent, a key was to be shown, and none is in sight. */
export function unseenOf(
  { unseen, target }: Step,
  { progress: { form, targetSeen }, facts }: Pick<Known, 'progress' | 'facts'>,
): Step['unseen'] {
  if (!unseen || facts?.keyShown !== false) return undefined
  if (form?.sent) return unseen
  // Nobody saw that it was sent, for something came in between, or the form stays where it is; what shows the key is there in its place.
  const isOver = targetSeen && facts.settled && !isThere(facts.elements[target ?? ''])
  // A button that copied may say so since.
  return isOver &&
    (facts.copied || [unseen.target, ...unseen.via].some(name => isThere(facts.elements[name])))
    ? unseen
    : undefined
}

/** Was a key made that Keyway cannot see? Then one that is pasted now is that key. */
export function mayBePasted(guide: Guide, { progress, facts }: Pick<Known, 'progress' | 'facts'>): boolean {
  const making = guide.steps.find(({ unseen }) => unseen)
  if (!making || progress.madeId !== undefined || facts?.keyShown !== false) return false
  const isPast = progress.finished.includes(making.id) || progress.step === making.id
  return progress.form?.sent ? progress.step === making.id : facts.copied === true && isPast
}

/**
 * The form itself is there by its name, or the very thing in what is taken for the form: the button that would have sent it, or
 * what was not in sight when the person said that it is done.
 */
export const isStillOpen = (
  guide: Guide,
  step: Step,
  { facts, progress: { form, finished } }: Known,
): boolean =>
  isInside(step, form) &&
  (facts?.dialogs.includes(form?.of ?? '') === true ||
    (isThere(facts?.elements[step.target ?? '']) &&
      (isPressed(guide, step.target) || !finished.includes(step.id))))

/** Is it in the form whose last step this is, or does it open that form? */
export function isInFormOf(index: number, steps: Step[], last: number, { form }: Running): boolean {
  let first = last
  while (first > 0 && isInside(steps[first - 1] as Step, form)) first--
  return index >= first - 1
}

/** The step's own button was pressed, and the form that it stood in went away by that. */
export const isSent = (guide: Guide, step: Step, known: Known): boolean =>
  known.facts?.form === 'sent' &&
  known.facts.settled &&
  known.progress.pressed === true &&
  isPressed(guide, step.target) &&
  // What opened the form may be there again.
  (!isThere(known.facts.elements[step.target ?? '']) || known.facts.formAfter === step.target) &&
  // While its dialog is there it may still be on its way.
  !(step.assures && step.when && holds(step.when, known)) &&
  !(step.look || step.lost || step.proof || asksKey(step.done))

/** A form was sent in the step that the guide is for, and the page may still say that it failed. */
export const isOnItsWay = ({ assures }: Step, { facts }: Pick<Known, 'facts'>): boolean =>
  assures === true && facts?.form === 'sent' && !facts.settled

/** The step's own press brought a form that the guide knows nothing of, and it is open. */
export const bringsUnknownForm = (
  { target }: Step,
  { facts, progress }: Pick<Known, 'facts' | 'progress'>,
): boolean =>
  progress.form === undefined &&
  // What leaves a key (`keepTargets`) brings the page that was there before.
  target !== 'close' &&
  facts?.form === 'open' &&
  target !== undefined &&
  facts.formAfter === target &&
  !facts.keyShown

/** The form is open, and what is to be filled in there cannot be seen: it may come in a later part of it. */
export const mayComeLater = (
  guide: Guide,
  { target }: Step,
  { facts, progress }: Pick<Known, 'facts' | 'progress'>,
): boolean =>
  isAtForm(progress) &&
  facts?.settled === true &&
  target !== undefined &&
  !isPressed(guide, target) &&
  facts.elements[target]?.status === 'missing'

/**
 * The button that goes on is not there, while a field that comes after it is, and nothing is left empty: what the known layouts ask
 * for in two forms stands in one.
 */
export const isJoined = (guide: Guide, step: Step, { facts, progress }: Known): boolean =>
  facts?.form === 'open' &&
  facts.settled &&
  !facts.lacking &&
  isAtForm(progress) &&
  isPressed(guide, step.target) &&
  !step.unseen &&
  facts.elements[step.target ?? '']?.status === 'missing' &&
  guide.steps
    .slice(guide.steps.indexOf(step) + 1)
    .some(({ target }) => target && !isPressed(guide, target) && isThere(facts.elements[target]))

/** In a form that goes on in steps the button that sends it comes last: until it is there, more may come. */
export function isWhole(guide: Guide, step: Step, { facts, progress: { form } }: Known): boolean {
  const sender = guide.steps
    .slice(guide.steps.indexOf(step) + 1)
    .find(other => isInside(other, form) && other.target !== undefined && isPressed(guide, other.target))
  return sender === undefined || facts?.elements[sender.target ?? '']?.status === 'found'
}

/** Is it done by filling its target in? */
export const isFilledIn = ({ done, target }: Step): boolean =>
  wants(done, question => 'filled' in question && question.filled === target)

/** Its field was filled in, and the form went on without it. */
export const isTakenAlong = (step: Step, { facts, progress }: Known): boolean =>
  progress.wasFilled === true &&
  facts?.settled === true &&
  facts.form === 'open' &&
  !step.look &&
  facts.elements[step.target ?? '']?.status === 'missing'
