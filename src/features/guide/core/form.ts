/**
 * Which of the guide’s dialogs the open form is. Guides know dialogs by their names. A redesign can turn a dialog into a drawer, a page or
 * a part of a page, with another name or none; then the form is recognised by the press that opened it and by the fields in it. Pure.
 */
import type { Guide, Step, Target } from '../../../guides/guide.ts'
import { asksKey, holds, isThere, type Known, questionsOf, wants } from './conditions.ts'
import { pageOf } from './platform-pages.ts'
import type { PageFacts, Running } from './tour.ts'

/** Without a press that opened it, a form is recognised only when this many of its fields and buttons are there. */
const partsWithoutPress = 2

const dialogsOf = (target: Target | undefined): string[] =>
  [target?.is ?? []].flat().flatMap(({ within }) => within?.dialog ?? [])

/** The dialogs that one of a step's conditions waits for. */
export const dialogsIn = (condition: Step['when']): string[] =>
  questionsOf(condition).flatMap(({ question, isWanted }) =>
    isWanted && 'dialog' in question ? question.dialog : [],
  )

const dialogsOfStep = ({ when, done }: Step): string[] => [...dialogsIn(done), ...dialogsIn(when)]

/** Does a step wait for one of these dialogs? The dialog that shows a new key and those of detours are not waited for. */
const isAskedFor = (guide: Guide, dialogs: string[]): boolean =>
  guide.steps.flatMap(dialogsOfStep).some(name => dialogs.includes(name))

/** Is the target a button in every layout that the guide knows? */
export const isPressed = (guide: Guide, target: string | undefined): boolean =>
  [guide.targets[target ?? '']?.is ?? []].flat().every(({ role }) => role === 'button')

/** Is a form open that was not sent yet? */
export const isAtForm = ({ form }: Pick<Running, 'form'>): boolean => form !== undefined && !form.sent

/** Can the step be done in this form only? */
export const isInside = (step: Step, form: Running['form']): boolean =>
  form !== undefined && dialogsIn(step.when).includes(form.of)

/** Adds to the progress which form is open or was sent. Elements that only seemed to belong to that form are left out of the facts. */
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

/** Marks as missing what has the right words but stands outside the dialog that it belongs to, unless the form takes that dialog’s place. */
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
  // A key is shown: the form has done what it was for.
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
  // One field that may also stand on the page behind does not turn the open form into another one.
  const isOther = before !== undefined && !before.sent && before.of !== most
  if (most !== undefined && parts >= (isBrought && !isOther ? 1 : partsWithoutPress)) return { of: most }
  if (isOpen) {
    const brought = guide.steps.filter(({ target }) => target !== undefined && target === facts.formAfter)
    // A form that another step’s button opened is not the form of the current step.
    const current = guide.steps.filter(
      ({ id, target, via = [] }) =>
        id === progress.step &&
        // Other keys are listed and this key’s row never was: the person pages or searches, and the form is not about this key.
        (progress.rowSeen || !Object.keys(facts.rows ?? {})[0]) &&
        (facts.formAfter === undefined ||
          guide.targets[facts.formAfter] === undefined ||
          [target, ...via].includes(facts.formAfter)),
    )
    const of =
      brought.flatMap(step => dialogsIn(step.done))[0] ??
      (before && !before.sent ? before.of : undefined) ??
      // The person pressed something, and this form opened.
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

/** The form was sent and a key should be shown, but Keyway sees none. @returns what the step says in that case */
export function unseenOf(
  { unseen, target }: Step,
  { progress: { form, targetSeen }, facts }: Pick<Known, 'progress' | 'facts'>,
): Step['unseen'] {
  if (!unseen || facts?.keyShown !== false) return undefined
  if (form?.sent) return unseen
  // Keyway did not see the form being sent, because something came in between or because the form stays. A button that shows or copies the key tells that it was.
  const isOver = targetSeen && facts.settled && !isThere(facts.elements[target ?? ''])
  // After a copy that button often has another name, so the copy itself counts too.
  return isOver &&
    (facts.copied || [unseen.target, ...unseen.via].some(name => isThere(facts.elements[name])))
    ? unseen
    : undefined
}

/** Was a key made that Keyway cannot see? Then a key that is pasted now is taken for it. */
export function mayBePasted(guide: Guide, { progress, facts }: Pick<Known, 'progress' | 'facts'>): boolean {
  const making = guide.steps.find(({ unseen }) => unseen)
  if (!making || progress.madeId !== undefined || facts?.keyShown !== false) return false
  const isPast = progress.finished.includes(making.id) || progress.step === making.id
  return progress.form?.sent ? progress.step === making.id : facts.copied === true && isPast
}

/**
 * Is the step’s form still open? Either the dialog is there by its name, or, in what is taken for the form, the step’s target is: the
 * button that sends the form, or a field that was not there when the person said that the step is done.
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

/** Does the step at `index` stand in the form whose last step is at `last`, or does it open that form? */
export function isInFormOf(index: number, steps: Step[], last: number, { form }: Running): boolean {
  let first = last
  while (first > 0 && isInside(steps[first - 1] as Step, form)) first--
  return index >= first - 1
}

/** Was the step’s own button pressed, and did its form go away because of that? */
export const isSent = (guide: Guide, step: Step, known: Known): boolean =>
  known.facts?.form === 'sent' &&
  known.facts.settled &&
  known.progress.pressed === true &&
  isPressed(guide, step.target) &&
  // The button that opened the form may be there again afterwards.
  (!isThere(known.facts.elements[step.target ?? '']) || known.facts.formAfter === step.target) &&
  // While the dialog is still there the page may still be sending.
  !(step.assures && step.when && holds(step.when, known)) &&
  !(step.look || step.lost || step.proof || asksKey(step.done))

/** Was the form of the guide’s main step sent, while the page may still announce that it failed? */
export const isOnItsWay = ({ assures }: Step, { facts }: Pick<Known, 'facts'>): boolean =>
  assures === true && facts?.form === 'sent' && !facts.settled

/** Did a press on the step’s target open a form that the guide does not know, and is that form still open? */
export const bringsUnknownForm = (
  { target }: Step,
  { facts, progress }: Pick<Known, 'facts' | 'progress'>,
): boolean =>
  progress.form === undefined &&
  // Closing the dialog that showed a key (`keepTargets`) brings back the page behind it, which is no new form.
  target !== 'close' &&
  facts?.form === 'open' &&
  target !== undefined &&
  facts.formAfter === target &&
  !facts.keyShown

/** The form is open and the field to fill in is not in it: it may come in a later part of the form. */
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
 * Two forms of the known layouts stand in one here: the button that leads from the first to the second is missing, a field of the second
 * is there, and no field is left empty. So the step of that button is over.
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

/** Are all parts of the form shown? In a form with several parts the button that sends it comes last; until it is there, more may come. */
export function isWhole(guide: Guide, step: Step, { facts, progress: { form } }: Known): boolean {
  const sender = guide.steps
    .slice(guide.steps.indexOf(step) + 1)
    .find(other => isInside(other, form) && other.target !== undefined && isPressed(guide, other.target))
  return sender === undefined || facts?.elements[sender.target ?? '']?.status === 'found'
}

/** Is the step done by filling in its target? */
export const isFilledIn = ({ done, target }: Step): boolean =>
  wants(done, question => 'filled' in question && question.filled === target)

/** Was the step’s field filled in, before the form went on to a part that no longer shows it? */
export const isTakenAlong = (step: Step, { facts, progress }: Known): boolean =>
  progress.wasFilled === true &&
  facts?.settled === true &&
  facts.form === 'open' &&
  !step.look &&
  facts.elements[step.target ?? '']?.status === 'missing'
