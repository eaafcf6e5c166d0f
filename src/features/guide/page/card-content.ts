/** Turns the worker's view into what the card says and which buttons it has. Pure. */
import type { StepAction } from '../../../guides/guide.ts'
import type { CardButton, CardContent } from '../../../overlay/card.ts'
import type { CardWords } from '../core/card-words.ts'
import { shownWords } from '../core/shown-words.ts'
import type { TourView } from '../core/tour.ts'

const actionButton = (action: StepAction, says: CardWords): CardButton => ({
  act: action === 'save-key' || action === 'open-panel' ? action : 'do',
  label: says[action],
  kind: 'primary',
  guarded: action === 'save-key',
})

/** What the page itself knows of a target that is not certain: how it is called, or how many it may be. */
export type InDoubt = { name?: string; count: number }

/** @param answer what came of the last press, when it has to be said. */
export function cardOf(
  view: TourView,
  says: CardWords,
  answer?: string,
  doubt: InDoubt = { count: 0 },
): CardContent {
  const { words, choice } = view
  const plain = view.state === 'ready' || view.state === 'waiting'
  const question = view.state === 'lacking' || view.state === 'blank' ? says[view.state] : says.isIt
  const asked = doubt.name === undefined ? undefined : question.replace('{name}', () => doubt.name ?? '')
  const note = answer ?? asked ?? (plain ? undefined : view.sentence)
  const ended = view.kind === 'receipt'
  return {
    guide: view.guide,
    step: view.step,
    where: view.where,
    share: ended ? 1 : (view.n - 1) / Math.max(1, view.of),
    title: view.title,
    ...shownWords(words, view.state, note),
    ...(note !== undefined && { note }),
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
      : withQuestion(view, buttonsOf(view, says), answersOf(view.state, doubt, says)),
  }
}

/** Where the person is asked which it is, the answers stand out, and the way on; all else is one press away. */
function withQuestion({ state }: TourView, buttons: CardButton[], answers: CardButton[]): CardButton[] {
  const isAsked = state === 'likely' || answers.length > 1
  return [...buttons.map(one => (isAsked && one.act !== 'done' ? { ...one, isMore: true } : one)), ...answers]
}

function answersOf(state: TourView['state'], { count }: InDoubt, says: CardWords): CardButton[] {
  const no: CardButton = { act: 'no', label: says.no, kind: 'plain' }
  // Whoever does what the step says there has said that it is this one.
  if (state === 'blank' || state === 'likely') return [no]
  if (count === 0) return []
  const numbers = Array.from(
    { length: count },
    (_, at): CardButton => ({ act: `pick-${at + 1}`, label: `${at + 1}`, kind: 'number' }),
  )
  return [...numbers, { ...no, label: says.none, kind: 'number' }]
}

function buttonsOf(view: TourView, says: CardWords): CardButton[] {
  const buttons: CardButton[] = []
  for (const act of ['back', 'skip'] as const)
    if (view.can[act] && (act === 'back' || view.kind === 'step'))
      buttons.push({ act, label: says[act], kind: 'quiet' })
  const astray = view.state.endsWith('-page')
  if (view.can.showMe || view.state === 'unknown-page')
    buttons.push({ act: 'report', label: says.looksDifferent, kind: 'quiet' })
  if (view.can.showMe) buttons.push({ act: 'show-me', label: says.showKeyway, kind: 'plain' })
  const action = view.action && !astray && actionButton(view.action, says)
  if (action) buttons.push(action)
  const first = () => (buttons.some(one => one.kind === 'primary') ? 'plain' : 'primary')
  const add = (act: string, label: string | undefined, isFirst: boolean) =>
    label !== undefined && buttons.push({ act, label, kind: isFirst ? first() : 'plain' })
  add('fix', view.fix && says.mend, true)
  add('go', view.link && says.goTo.replace('{label}', view.link.label), astray)
  add('done', view.button, !view.isWayOn)
  return buttons
}
