/**
 * Turns a view into the card’s texts and buttons. The worker does this; the page adds only what it alone knows: the name of the element
 * that it points at, or how many elements are possible. Pure.
 */
import type { StepAction } from '../../../../guides/guide.ts'
import type { CardButton, CardContent } from '../../../../overlay/card.ts'
import type { CardWords } from '../card-words.ts'
import { formNext, otherTab, type TargetState, type TourView, unknownSender } from '../tour.ts'
import { shownWords } from './shown-words.ts'

/** `asks`: the sentence about the target, in which the page replaces `{name}` by the element’s name; empty: nothing is said. */
export type ViewCard = CardContent & { asks?: string }

const actionButton = (action: StepAction, says: CardWords): CardButton => ({
  act: action === 'save-key' || action === 'open-panel' ? action : 'do',
  label: says[action],
  kind: 'primary',
  guarded: action === 'save-key',
})

export function cardOf(view: TourView, says: CardWords): ViewCard {
  const { words, choice, state } = view
  const plain = state === 'ready' || view.sentence === says.waiting
  const first = view.prerequisites?.[0]
  // A prerequisite that often stops people is shown on the card too, when the card has nothing else to say.
  const note = (plain ? undefined : view.sentence) ?? (first && says.first.replace('{what}', first))
  const ended = view.kind === 'receipt'
  return {
    guide: view.guide,
    step: view.step,
    where: view.where,
    share: ended ? 1 : (view.n - 1) / Math.max(1, view.of),
    title: view.title,
    ...shownWords(words, state, note),
    ...(note && { note }),
    // With `asks` a target is highlighted with dashes. One that is only to be looked at is, too, but without a question.
    ...((doubts.includes(state) || view.isToLook) && { asks: view.isToLook ? '' : says[question(view)] }),
    ...(choice && {
      choice: {
        question: choice.question,
        asked: view.kind === 'choice',
        options: choice.options,
        ...(choice.chosen !== undefined && { chosen: choice.chosen }),
      },
    }),
    ...(view.parts && { parts: view.parts }),
    ...(view.receipt && { receipt: view.receipt }),
    buttons: ended
      ? [{ act: 'stop', label: says.close, kind: 'primary' }]
      : withAnswer(state, buttonsOf(view, says), says),
  }
}

const doubts: TargetState[] = ['likely', 'lacking', 'blank', 'choice']

const questions = {
  [otherTab]: 'behindTab',
  [formNext]: 'laterInForm',
  [unknownSender]: 'unknownForm',
} as const

/** Which sentence is shown about a target that is not certain. */
const question = ({ state, target = '' }: TourView) =>
  state === 'lacking' || state === 'blank' || state === 'choice'
    ? state
    : (questions[target as keyof typeof questions] ?? 'isIt')

/** Where the person is asked which element it is, only the answers and “done” are shown; the other buttons are behind “More”. */
function withAnswer(state: TargetState, buttons: CardButton[], says: CardWords): CardButton[] {
  const isAsked = state === 'likely' || state === 'several'
  // There is no “Yes”: whoever does what the step says there has answered yes.
  const no: CardButton[] = doubts.includes(state) ? [{ act: 'no', label: says.no, kind: 'plain' }] : []
  return [...buttons.map(one => (isAsked && one.act !== 'done' ? { ...one, isMore: true } : one)), ...no]
}

function buttonsOf(view: TourView, says: CardWords): CardButton[] {
  const buttons: CardButton[] = []
  for (const act of ['back', 'skip'] as const)
    if (view.can[act]) buttons.push({ act, label: says[act], kind: 'quiet' })
  const astray = view.state.endsWith('-page')
  if (view.can.showMe || view.state === 'unknown-page')
    buttons.push({ act: 'report', label: says.looksDifferent, kind: 'quiet' })
  if (view.can.showMe) buttons.push({ act: 'show-me', label: says.showKeyway, kind: 'plain' })
  const action = view.action && !astray && actionButton(view.action, says)
  if (action) buttons.push(action)
  const first = () => (buttons.some(one => one.kind === 'primary') ? 'plain' : 'primary')
  const add = (act: string, label: string | undefined, isFirst: boolean) =>
    label && buttons.push({ act, label, kind: isFirst ? first() : 'plain' })
  add('fix', view.fix && says.fix, true)
  add('go', view.link && says.goTo.replace('{label}', view.link.label), astray)
  add('done', view.button, !view.isWayOn)
  return buttons
}
