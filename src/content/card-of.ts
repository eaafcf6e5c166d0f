/** Turns the worker's view into what the card says and which buttons it has. Pure. */
import type { StepAction } from '../guides/guide.ts'
import type { CardButton, CardContent } from '../overlay/card.ts'
import type { TourView } from '../tour/tour.ts'

const actions: Record<StepAction, CardButton> = {
  'save-key': { act: 'save-key', label: 'Save to Keyway', kind: 'primary', guarded: true },
  test: { act: 'do', label: 'Test now', kind: 'primary' },
  'open-panel': { act: 'open-panel', label: 'Open the side panel', kind: 'primary' },
  vault: { act: 'do', label: 'Go to the vault', kind: 'primary' },
  copy: { act: 'do', label: 'Go to the key', kind: 'primary' },
  'first-call': { act: 'do', label: 'Make a first call', kind: 'primary' },
  'put-in-project': { act: 'do', label: 'Put it in my project', kind: 'primary' },
}

/** @param answer what came of the last press, when it has to be said. */
export function cardOf(view: TourView, answer?: string): CardContent {
  const { words, choice } = view
  const plain = view.state === 'ready' || view.state === 'waiting'
  const note = answer ?? (plain ? undefined : view.sentence)
  const ended = view.kind === 'receipt'
  return {
    guide: view.guide,
    step: view.step,
    where: ended ? view.guideTitle : `${view.n} of ${view.of} · ${view.guideTitle}`,
    share: ended ? 1 : (view.n - 1) / Math.max(1, view.of),
    title: view.title,
    ...words,
    ...(note !== undefined && { note }),
    ...(choice && {
      choice: {
        question: choice.question,
        asked: view.kind === 'choice',
        options: choice.options,
        ...(choice.chosen !== undefined && { chosen: choice.chosen }),
      },
    }),
    ...(view.receipt && { receipt: view.receipt }),
    buttons: ended ? [{ act: 'stop', label: 'Close the guide', kind: 'primary' }] : buttonsOf(view),
  }
}

function buttonsOf(view: TourView): CardButton[] {
  const buttons: CardButton[] = []
  if (view.can.back) buttons.push({ act: 'back', label: 'Back', kind: 'quiet' })
  if (view.can.skip && view.kind === 'step') buttons.push({ act: 'skip', label: 'Skip', kind: 'quiet' })
  if (view.can.showMe) buttons.push({ act: 'show-me', label: 'Show Keyway', kind: 'plain' })
  const astray = view.state === 'wrong-page' || view.state === 'unknown-page'
  const action = view.action && !astray ? actions[view.action] : undefined
  if (action) buttons.push(action)
  const first = () => (buttons.some(one => one.kind === 'primary') ? 'plain' : 'primary')
  if (view.fix) buttons.push({ act: 'fix', label: 'Mend this', kind: first() })
  if (view.link)
    buttons.push({ act: 'go', label: `Go to ${view.link.label}`, kind: astray ? first() : 'plain' })
  if (view.button !== undefined) buttons.push({ act: 'done', label: view.button, kind: first() })
  return buttons
}
