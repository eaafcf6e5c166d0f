import { describe, expect, test } from 'vitest'
import { judge, suggestWords } from '../../../src/features/lock/screen/suggest-words.ts'

describe('four words', () => {
  test('are four, differ from one time to the next, and are good enough by our own rule', async () => {
    const suggestions = await Promise.all(Array.from({ length: 200 }, suggestWords))
    for (const words of suggestions) {
      expect(words).toMatch(/^[a-z-]+( [a-z-]+){3}$/)
      expect(judge(words).ok).toBe(true)
    }
    expect(new Set(suggestions).size).toBe(suggestions.length)
  })
})
