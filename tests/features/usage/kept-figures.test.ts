/** Figures kept from the last time: what is read of them, and which key of the vault each is about. */
import { expect, test } from 'vitest'
import { keepFigures } from '../../../src/features/usage/core/kept-figures.ts'
import {
  type EachKey,
  eachKey,
  readKept,
  report,
} from '../../../src/features/usage/core/read-stored-figures.ts'
import { costsOf } from '../../../src/features/usage/screen/use-key-costs.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'

const figures = (json: string) => keepFigures([], { kind: 'figures', name: 'each-key', at: 1, json })
const listedKey = { id: 'key_a', kind: 'user', redacted: 'sk-abc...W9fI' }
const good = { costs: [['key_a', 1.5]], unread: [], keys: [listedKey], at: 7 }

test('they are read as they were kept; the newest of a name stands for the others', () => {
  expect(readKept(figures(JSON.stringify(good)), 'each-key', eachKey)).toEqual(good)
  const before = JSON.stringify({ ...good, unread: undefined })
  expect(readKept(figures(before), 'each-key', eachKey)).toEqual(good)
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
  ['a key of no kind', JSON.stringify({ ...good, keys: [{ ...listedKey, kind: 'bot' }] })],
  ['a key as they were kept before', JSON.stringify({ ...good, keys: [['key_a', 'W9fI', 'Bot']] })],
  ['no time', JSON.stringify({ ...good, at: -1 })],
])('%s counts as nothing', (_, json) => {
  expect(readKept(figures(json), 'each-key', eachKey)).toBeNull()
})

const key = (id: string, redacted: string): EachKey['keys'][number] => ({ id, kind: 'user', redacted })
const row = (id: string, lastFour: string, more: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openai',
  kind: 'project',
  label: id,
  lastFour,
  createdAt: 1e12,
  ...more,
})
const costs: EachKey['costs'] = [
  ['key_1', 1],
  ['key_2', 2],
  ['key_9', 9],
]
const told = (rows: KeyRow[], keys: EachKey['keys'], unread: EachKey['unread'] = []) => [
  ...costsOf(rows, { costs, unread, keys, at: 7 }),
]

test('what a key cost is not told where an amount of it could not be read, or one of which it is not told whose', () => {
  const rows = [
    row('a', 'WfI2', { trackingId: 'key_1' }),
    row('b', 'xyz1', { trackingId: 'key_2' }),
    row('c', 'none', { trackingId: 'key_3' }),
  ]
  expect(told(rows, [], ['key_2', ''])).toEqual([
    ['a', 1],
    ['c', 0],
  ])
  expect(told(rows, [], [null])).toEqual([])
})

test('a key costs what its tracking id did, though that is in no list, else what the one key did that ends so', () => {
  const keys = [
    key('key_1', 'sk-abc...WfI2'),
    key('key_2', 'sk-proj-…xyz1'),
    key('key_3', 'sk-proj-***xyz1'),
    key('key_4', 'nonsense'),
  ]
  const rows = [
    row('a', 'WfI2'),
    // Two end like it, and a name decides nothing.
    row('key_2', 'xyz1'),
    row('d', '0000', { trackingId: 'key_9' }),
    row('spent nothing', '0000', { trackingId: 'key_8' }),
    row('e', 'WfI2', { provider: 'groq' }),
  ]
  expect(told(rows, keys)).toEqual([
    ['d', 9],
    ['spent nothing', 0],
    ['a', 1],
  ])
})

test('what fits two keys of the vault, or may end so by chance, is shown at neither', () => {
  expect(told([row('a', 'WfI2'), row('b', 'WfI2')], [key('key_1', 'sk-...WfI2')])).toEqual([])
  const many = Array.from({ length: 15_000 }, (_, index) => key(`key_x${index}`, 'sk-...0000'))
  expect(told([row('a', 'WfI2')], [...many, key('key_1', 'sk-...WfI2')])).toEqual([])
})
