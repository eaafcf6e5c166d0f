/** What a card says in front: all of it where the step can be done, and only what helps where something is in the way. */
import { expect, test } from 'vitest'
import { shownWords } from '../../../src/features/guide/core/card/shown-words.ts'
import type { TargetState } from '../../../src/features/guide/core/tour.ts'

const words = {
  do: 'Press it.',
  before: 'It costs $5.',
  why: 'You need it.',
  see: 'a card.',
  details: 'More.',
}
const shows = (state: TargetState, note?: string) => {
  const { do: task, before, see } = shownWords(words, state, note)
  return { do: task !== undefined, before: before !== undefined, see: see !== undefined }
}

test.each<[TargetState, string | undefined, { do: boolean; before: boolean; see: boolean }]>([
  ['ready', undefined, { do: true, before: true, see: true }],
  ['words-only', undefined, { do: true, before: true, see: true }],
  ['via', 'Open this first.', { do: true, before: true, see: false }],
  ['likely', 'Is it this?', { do: true, before: true, see: false }],
  ['lacking', 'Also fill in “Name”.', { do: true, before: true, see: false }],
  ['missing', 'Look for it.', { do: true, before: false, see: false }],
  ['disabled', 'It is greyed out.', { do: true, before: false, see: false }],
  ['wrong-page', 'It is on another page.', { do: true, before: false, see: false }],
])('%s, with the note “%s”', (state, note, expected) => expect(shows(state, note)).toEqual(expected))

test('what a press costs is said wherever it can be pressed', () => {
  for (const state of ['ready', 'via', 'likely', 'several', 'lacking', 'blank', 'words-only'] as const)
    expect(shows(state, 'A note.').before, state).toBe(true)
})
