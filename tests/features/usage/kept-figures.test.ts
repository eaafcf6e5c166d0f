/** Figures kept from the last time: what is read of them, and which key of the vault each is about. */
import { expect, test } from 'vitest'
import { keepFigures } from '../../../src/features/usage/core/kept-figures.ts'
import { matchKeys, readListedKeys } from '../../../src/features/usage/core/match-keys.ts'
import { eachKey, readKept, report } from '../../../src/features/usage/core/read-kept.ts'

const figures = (json: string) => keepFigures([], { kind: 'figures', name: 'each-key', at: 1, json })
const good = { costs: [['key_a', 1.5]], keys: [['key_a', 'W9fI', 'Bot']], at: 7 }

test('they are read as they were kept; the newest of a name stands for the others', () => {
  expect(readKept(figures(JSON.stringify(good)), 'each-key', eachKey)).toEqual(good)
  expect(readKept(figures(JSON.stringify(good)), 'project', report)).toBeNull()
  const twice = keepFigures(figures('{}'), {
    kind: 'figures',
    name: 'each-key',
    at: 2,
    json: JSON.stringify(good),
  })
  expect(twice).toHaveLength(1)
  expect(readKept(twice, 'each-key', eachKey)).toEqual(good)
})

test.each([
  ['no JSON', '{'],
  ['nothing', 'null'],
  ['a field more', JSON.stringify({ ...good, more: 1 })],
  ['an amount that is none', JSON.stringify({ ...good, costs: [['key_a', '1']] })],
  ['a tail that is none', JSON.stringify({ ...good, keys: [['key_a', '<b>', 'Bot']] })],
  ['no time', JSON.stringify({ ...good, at: -1 })],
])('%s counts as nothing', (_, json) => {
  expect(readKept(figures(json), 'each-key', eachKey)).toBeNull()
})

const listed = (...keys: [string, string, string][]) =>
  readListedKeys(
    JSON.stringify({ data: keys.map(([id, redacted_value, name]) => ({ id, redacted_value, name })) }),
  )
const row = (id: string, lastFour: string, more = {}) => ({
  id,
  provider: 'openai' as const,
  label: id,
  lastFour,
  ...more,
})

test('a key is told by its tracking id, else by how it ends, else by its name among those that end so', () => {
  const keys = listed(
    ['key_1', 'sk-abc...fI2', 'Chatbot'],
    ['key_2', 'sk-proj-…xyz1', 'one'],
    ['key_3', 'sk-proj-***xyz1', 'two'],
    ['key_4', 'nonsense', 'no tail'],
  )
  expect(keys.map(([id]) => id)).toEqual(['key_1', 'key_2', 'key_3'])
  const rows = [
    row('a', 'WfI2'),
    row('two', 'xyz1'),
    row('three', 'xyz1'),
    row('d', '0000', { trackingId: 'key_9' }),
    row('e', 'WfI2', { provider: 'groq' }),
  ]
  expect([...matchKeys(rows, keys)]).toEqual([
    ['a', 'key_1'],
    ['two', 'key_3'],
    ['d', 'key_9'],
  ])
})

test('what fits two keys of the vault is shown at neither', () => {
  expect(matchKeys([row('a', 'WfI2'), row('b', 'XfI2')], listed(['key_1', 'sk-...fI2', 'x'])).size).toBe(0)
})
