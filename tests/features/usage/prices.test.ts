/** What a call costs, by a file that says how old it is. */
import { expect, it } from 'vitest'
import {
  checked,
  costAtMost,
  costOf,
  dollars,
  isStale,
  pictureCostAtMost,
  pictureModels,
  priceOf,
  textModels,
} from '../../../src/features/usage/core/prices.ts'

it('knows a dated snapshot by its family, and says nothing of a model it does not know', () => {
  expect(priceOf('gpt-5-nano-2025-08-07')).toEqual(priceOf('gpt-5-nano'))
  expect(priceOf('gpt-99')).toBeUndefined()
})

it('counts cached tokens at their own price', () => {
  const price = { input: 1, cached: 0.1, output: 10 }
  expect(costOf(price, { input: 1_000_000, cachedInput: 500_000, output: 100_000 })).toBeCloseTo(1.55)
  expect(costOf(price, { input: 0, output: 0 })).toBe(0)
})

it('never promises less than a call can cost', () => {
  const price = { input: 1, cached: 0.1, output: 10 }
  // No text has more tokens than UTF-16 units, give or take what the request adds.
  expect(costAtMost(price, 'x'.repeat(100), 200)).toBeGreaterThanOrEqual(
    costOf(price, { input: 110, output: 200 }),
  )
})

it('knows what a picture costs at most, the words that ask for it included', () => {
  expect(pictureCostAtMost('gpt-image-1-mini', 'x'.repeat(950))).toBeCloseTo(0.005 + 0.002)
  expect(pictureCostAtMost('gpt-image-99', 'x')).toBeUndefined()
  expect(pictureModels(['gpt-5', 'dall-e-3', 'gpt-image-1', 'gpt-image-9', 'gpt-image-1-mini'])).toEqual([
    'gpt-image-1-mini',
    'gpt-image-1',
    'gpt-image-9',
  ])
})

it('is stale after 90 days', () => {
  const day = 86_400_000
  expect(isStale(Date.parse(checked) + 89 * day)).toBe(false)
  expect(isStale(Date.parse(checked) + 91 * day)).toBe(true)
})

it.each([
  [0, '$0'],
  [0.0000086, '$0.000009'],
  [0.00042, '$0.00042'],
  [0.013, '$0.013'],
  [0.5, '$0.50'],
  [12.345, '$12.35'],
  [0.0000001, 'less than $0.000001'],
])('writes %d as %s', (amount, text) => {
  expect(dollars(amount)).toBe(text)
})

it('puts the cheapest model that answers in text first', () => {
  expect(
    textModels([
      'gpt-5',
      'whisper-1',
      'zeta',
      'gpt-5-nano',
      'text-embedding-3-small',
      'gpt-4o-mini',
      'gpt-image-1',
    ]),
  ).toEqual(['gpt-5-nano', 'gpt-4o-mini', 'gpt-5', 'zeta'])
})
