/** Recipes for apps: each has a place, a sentence of its makers, and where that stands. */
import { expect, it } from 'vitest'
import { recipesChecked, recipesFor } from '../../../src/features/handoff/core/recipes.ts'

it('each says where, quotes its own documentation, and holds no key', () => {
  const all = recipesFor('openai')
  expect(all.length).toBeGreaterThanOrEqual(11)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { id, where, note, quote, source, limit } of all) {
    expect(where.length, id).toBeGreaterThan(10)
    expect(note, id).toMatch(/\.$/)
    expect(quote.length, id).toBeGreaterThan(20)
    expect(limit, id).toBeGreaterThan(0)
    expect(new URL(source).protocol, id).toBe('https:')
    expect(`${where}${note}${quote}`, id).not.toMatch(/\bsk-[\w-]{6,}/)
  }
  expect(Date.parse(recipesChecked)).toBeGreaterThan(Date.parse('2026-01-01'))
})

it('what no maker says is not said: apps without a source are no recipes', () => {
  expect(recipesFor('openai').filter(({ app }) => /zapier|raycast/i.test(app))).toEqual([])
})

it('for another provider only apps that take its keys are offered', () => {
  const ids = recipesFor('anthropic').map(({ id }) => id)
  expect(ids).toContain('cursor')
  expect(ids).not.toContain('cline')
})
