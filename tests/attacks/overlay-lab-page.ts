/** Entry of the script that draws one card with a guarded button in a page that attacks it, and notes which presses counted. */

import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { createOverlay } from '../../src/overlay/index.ts'

export const presses: string[] = []

const content = {
  guide: 'lab',
  step: 'save',
  where: 'Lab · 1 of 1',
  share: 0.5,
  title: 'Save your key',
  do: 'Press the button below.',
  buttons: [{ act: 'save-key', label: 'Save to Keyway', kind: 'primary' as const, guarded: true }],
}

export function draw(target: Element | null = null): void {
  createOverlay(
    { pressed: act => void presses.push(act), gaveUp: () => void presses.push('gave up') },
    { ...cardWords, direction: 'ltr' },
    new AbortController().signal,
  ).show(content, target)
}
