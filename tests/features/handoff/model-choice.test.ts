/** Which model for what, and what a call would cost in other ways: only of models that the key may use, with the table's own figures. */
import { expect, it } from 'vitest'
import { modelChoices, savings } from '../../../src/features/handoff/core/model-choice.ts'

const ids = [
  'gpt-6-sol',
  'gpt-6-luna',
  'gpt-image-1-mini',
  'gpt-4o-transcribe',
  'gpt-4o-mini-tts',
  'own-model',
  'text-embedding-3-small',
]

it('names the cheapest, the dearest, and what makes pictures and speech', () => {
  expect(modelChoices(ids).map(({ what, model }) => [what, model])).toEqual([
    ['Much, quickly, cheaply', 'gpt-6-luna'],
    ['Hard questions, long texts', 'gpt-6-sol'],
    ['Pictures', 'gpt-image-1-mini'],
    ['From speech to text', 'gpt-4o-transcribe'],
    ['From text to speech', 'gpt-4o-mini-tts'],
  ])
  expect(modelChoices(ids)[0]?.price).toBe('$0.10 in, $0.50 out for a million tokens')
  expect(modelChoices(['gpt-6-luna'])).toHaveLength(1)
  expect(modelChoices(['own-model'])).toEqual([])
})

it('says what the same call would have cost', () => {
  // 2,000 tokens in at $2 and 1,000 out at $10 for a million: $0.014.
  expect(savings('gpt-6-sol', { input: 2_000, output: 1_000 }, ids)).toEqual([
    { what: 'In a batch, within a day', cost: '$0.0070' },
    { what: 'With its beginning cached', cost: '$0.010' },
    { what: 'With gpt-6-luna', cost: '$0.00070' },
  ])
  // Too short to be cached, and the cheapest already.
  expect(savings('gpt-6-luna', { input: 12, output: 20 }, ids).map(({ what }) => what)).toEqual([
    'In a batch, within a day',
  ])
  expect(savings('own-model', { input: 12, output: 20 }, ids)).toEqual([])
})
