/** Which text is a whole key: every random one of every shape, and nothing that an instruction, a list or a cut leaves. */
import { describe, expect, test } from 'vitest'
import { isWholeKey, keyLike, shortened } from '../../src/providers/recognition/key-shapes.ts'
import { makeSecret, type SecretKind, shortForm } from '../practice/secrets.ts'
import { runs } from '../runs.ts'

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** A cheap generator with a seed: three hundred thousand keys of each shape take seconds. */
function letters(seed: number) {
  let state = seed
  return (count: number, alphabet = signs) =>
    Array.from({ length: count }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return alphabet[Math.floor((state / 2 ** 32) * alphabet.length)]
    }).join('')
}

const shapes: Record<string, (make: ReturnType<typeof letters>) => string> = {
  'today’s project key': make => `sk-proj-${make(74)}T3BlbkFJ${make(74)}`,
  'a shorter project key': make => `sk-proj-${make(58)}T3BlbkFJ${make(58)}`,
  'the first project keys': make =>
    `sk-proj-${make(20, signs.slice(0, 62))}T3BlbkFJ${make(20, signs.slice(0, 62))}`,
  'an admin key': make => `sk-admin-${make(58)}T3BlbkFJ${make(58)}`,
  'a service account’s key': make => `sk-svcacct-${make(74)}T3BlbkFJ${make(74)}`,
  'an old service account’s key': make =>
    `sk-service-robot-${make(20, signs.slice(0, 62))}T3BlbkFJ${make(20, signs.slice(0, 62))}`,
  'the oldest keys': make => `sk-${make(20, signs.slice(0, 62))}T3BlbkFJ${make(20, signs.slice(0, 62))}`,
  'a key without the marker': make => `sk-${make(48, signs.slice(0, 62))}`,
}

const count = runs(20_000)

describe('a random key is a whole key', () => {
  test.each(Object.entries(shapes))(`%s: none of ${count} is refused`, (_, make) => {
    const source = letters(20261121)
    const refused = Array.from({ length: count }, () => make(source)).filter(key => !isWholeKey(key))
    expect(refused).toEqual([])
  })

  test.each<SecretKind>(['project', 'service', 'admin', 'user', 'legacy'])(
    'the practice platform’s %s keys',
    kind => {
      expect(isWholeKey(makeSecret(kind))).toBe(true)
    },
  )
})

const key = makeSecret('project')
test.each([
  ['nothing', ''],
  ['a prefix', 'sk-proj-'],
  ['a cut key', key.slice(0, 100)],
  ['a key that lacks its last character', key.slice(0, -1)],
  ['a key with something attached', `${key}Copy`],
  ['the example of the documentation', 'sk-proj-1234567890abcdefghijklmnopqrstuvwxyz1234567890'],
  ['an alphabet', 'sk-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV'],
  ['an alphabet in pieces', 'sk-proj-abc123def456ghi789jkl012mno345pqr678stu901vwx234yz'],
  ['crosses', `sk-proj-${'x'.repeat(48)}`],
  ['crosses around the marker', `sk-proj-${'x'.repeat(74)}T3BlbkFJ${'x'.repeat(74)}`],
  ['a piece that repeats', `sk-proj-${'aB3dE6gH9kL2nP5rS8'.repeat(5)}`],
  ['words', 'sk-proj-your-api-key-goes-here-put-your-own-key-in-place'],
  ['an example that says so', 'sk-proj-EXAMPLEqW8dK2mZ9xT4vB7nR1yL6pC3sH5jF0gU'],
  ['another provider’s key', `sk-ant-api03-${'aB3dE6gH9kL2nP5rS8tU1vW4xY7z'.repeat(3)}`],
  ['too long a text', `sk-${'aB3dE6gH9kL2nP5rS8tU1vW4xY7z0'.repeat(20)}`],
])('no whole key: %s', (_, text) => {
  expect(isWholeKey(text)).toBe(false)
})

test.each([
  ['alone', key, [key]],
  ['in a shell line', `export OPENAI_API_KEY=${key}`, [key]],
  ['in quotes, at the end of a sentence', `Your key is "${key}".`, [key]],
  ['shortened with dots', shortForm(key), []],
  ['its beginning, shortened', `${key.slice(0, 40)}...`, []],
  ['its beginning with stars', `${key.slice(0, 40)}****`, []],
  ['inside a longer word', `task-${key.slice(3)}`, []],
])('found in a text: %s', (_, text, found) => {
  expect([...text.matchAll(keyLike)].map(match => match[0])).toEqual(found)
})

test.each([
  ['sk-...abcd', 'sk-', 'abcd'],
  ['sk-proj-…wxyz', 'sk-proj-', 'wxyz'],
  ['sk-proj-AbC••••••••wxyz', 'sk-proj-AbC', 'wxyz'],
])('a shortened form shows both ends: %s', (text, head, tail) => {
  expect([...text.matchAll(shortened)].map(match => [match[1], match[2]])).toEqual([[head, tail]])
})
