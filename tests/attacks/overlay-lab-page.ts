/** Entry of the script that draws one card with a guarded button in a page that attacks it, and notes which presses counted. */

import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { createOverlay, type Overlay } from '../../src/overlay/index.ts'
import { style } from '../../src/overlay/style.ts'
import { listenFirst } from '../../src/overlay/window-events.ts'

export const presses: string[] = []
const { signal } = new AbortController()
let overlay: Overlay | undefined

// As the content script does, before any script of the page.
listenFirst(signal)

const content = {
  guide: 'lab',
  step: 'save',
  where: 'Lab · 1 of 1',
  share: 0.5,
  title: 'Save your key',
  do: 'Press the button below.',
  details: 'It is shown only once.',
  buttons: [
    { act: 'back', label: 'Back', kind: 'quiet' as const },
    { act: 'done', label: 'Done', kind: 'plain' as const },
    { act: 'save-key', label: 'Save to Keyway', kind: 'primary' as const, guarded: true },
  ],
}

/** @param target selector of what the card stands beside. */
export const draw = (target = ''): void =>
  drawn().show(content, target === '' ? null : document.querySelector(target))

/** The pill that offers to save a key, where no guide runs. */
export const offer = (): void =>
  drawn().offer({
    guide: 'lab',
    title: 'This key is shown only once',
    act: 'save-key',
    button: 'Save to Keyway',
  })

function drawn(): Overlay {
  overlay ??= createOverlay(
    { pressed: act => void presses.push(act), gaveUp: () => void presses.push('gave up') },
    { ...cardWords, direction: 'ltr', style },
    signal,
  )
  return overlay
}

/** What the shortcut does. */
export const focus = (): void => overlay?.focus()
