/** How much of a page is left, from a sample of what it said. */

import { expect, it } from 'vitest'
import { leftOf, sampleOf } from '../../src/locator/recorded/imprint.ts'

const page = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `line ${from + i}`)

it('a page that stayed is all left, another is not', () => {
  const old = sampleOf(page(0, 500))
  expect(leftOf(old, page(0, 500))).toBe(1)
  expect(leftOf(old, page(500, 1000))).toBe(0)
  expect(leftOf(old, page(0, 250))).toBeCloseTo(0.5, 1)
})

it('is small and says nothing, however long the page', () => {
  const sample = sampleOf([...page(0, 5000), 'x'.repeat(300)])
  expect(sample).toHaveLength(40)
  expect(sample.every(Number.isInteger)).toBe(true)
})

it('knows nothing of an empty page', () => {
  expect(leftOf(sampleOf([]), page(0, 10))).toBe(0)
})
