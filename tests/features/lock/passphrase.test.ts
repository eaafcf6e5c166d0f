import { describe, expect, test, vi } from 'vitest'
import { judge, suggestWords } from '../../../src/features/lock/screen/suggest-words.ts'
import { words } from '../../../src/vault/passphrase-words.ts'

describe('four words', () => {
  test('are four, differ from one time to the next, and are good enough by our own rule', {
    tags: 'slow',
  }, async () => {
    const suggestions = await Promise.all(Array.from({ length: 200 }, suggestWords))
    for (const suggestion of suggestions) {
      expect(suggestion).toMatch(/^[a-z-]+( [a-z-]+){3}$/)
      expect(judge(suggestion).ok).toBe(true)
    }
    expect(new Set(suggestions).size).toBe(suggestions.length)
  })

  test('that chance has put together so that our own rule refuses them are not suggested', async () => {
    const refused = ['state', 'state', 'calm', 'trousers']
    expect(judge(refused.join(' ')).ok).toBe(false)
    const bytes = [...refused, 'walnut', 'ferry', 'obelisk', 'crumb'].map(word => words.indexOf(word))
    const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation(into => {
      const number = bytes.shift() ?? 0
      ;(into as Uint8Array).set([number >> 8, number & 255])
      return into
    })
    const suggested = await suggestWords()
    random.mockRestore()
    expect(judge(suggested).ok).toBe(true)
    expect(suggested).not.toBe(refused.join(' '))
  })
})
