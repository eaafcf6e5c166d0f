/** A key that is no one's is never taken unasked: whatever on the page says that another key is meant makes it a question. */
import { describe, expect, test } from 'vitest'
import { judgeShown, type Place } from '../../../src/features/capture/page/judge-shown.ts'

const real: Place = { key: 'sk-proj-real-1234', isSeen: true, isSample: false, isMarked: true }
const example: Place = { ...real, key: 'sk-proj-example-9876' }

describe('taken without a question', () => {
  test.each<[string, Place[], { start: string; tail: string }[]]>([
    ['one key', [real], []],
    ['one key at two places', [real, { ...real }], []],
    ['one key that stands in a line of a program too', [{ ...real, isSample: true }, real], []],
    [
      'one key beside an example that is known as one',
      [real, { ...example, isSample: true, isSeen: false }],
      [],
    ],
    ['one key beside its own shortened form', [real], [{ start: 'sk-proj-', tail: '1234' }]],
  ])('%s', (_, places, masks) => {
    expect(judgeShown(places, masks)).toEqual({ keys: [real.key], isSure: true, isOneHidden: false })
  })
})

describe('the person is asked', () => {
  test.each<[string, Place[], { start: string; tail: string }[], string[]]>([
    ['two keys in sight', [example, real], [], [example.key, real.key]],
    ['a key, and an example in sight', [real, { ...example, isSample: true }], [], [real.key, example.key]],
    [
      'an example in sight while the key is behind dots',
      [example, { ...real, isSeen: false }],
      [],
      [example.key],
    ],
    ['an example alone', [{ ...example, isSample: true }], [], [example.key]],
    ['an example beside a shortened key', [example], [{ start: 'sk-proj-', tail: '1234' }], [example.key]],
    [
      'an example beside a key that shows its beginning only',
      [example],
      [{ start: 'sk-proj-', tail: '' }],
      [example.key],
    ],
    ['what may be a piece of a longer key', [{ ...real, isMarked: false }], [], [real.key]],
  ])('%s', (_, places, masks, keys) => {
    expect(judgeShown(places, masks)).toEqual({ keys, isSure: false, isOneHidden: false })
  })
})

test('a key out of sight is reported as hidden', () => {
  expect(judgeShown([{ ...real, isSeen: false }], [])).toEqual({ keys: [], isSure: false, isOneHidden: true })
  expect(judgeShown([], [])).toEqual({ keys: [], isSure: false, isOneHidden: false })
})
