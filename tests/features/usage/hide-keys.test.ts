/** An answer of the Admin API that quotes a key: its ends are left at most, wherever and however it is written, and nothing else is changed. */
import { expect, it } from 'vitest'
import { withoutKeys } from '../../../src/features/usage/core/hide-keys.ts'
import { makeSecret } from '../../practice/secrets.ts'

const secret = makeSecret('admin')
const other = makeSecret('project')
const ends = (key: string) => `${key.slice(0, 8)}...${key.slice(-4)}`
const escaped = [...secret].map(letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

it.each([
  ['the key that asked, in an error', `{"error":{"message":"Bad key ${secret}."}}`],
  ['that key as a name', `{"data":[{"id":"key_1","name":"${secret}"}]}`],
  ['that key, each letter as its number', `{"name":"${escaped}"}`],
  ['that key twice, and in no JSON', `<p>${secret}</p><a href="/?key=${secret}">`],
])('%s is shown by its ends', (_, body) => {
  const safe = withoutKeys(body, secret) ?? expect.fail()
  expect(safe).toContain(ends(secret))
  expect(safe).not.toContain(secret.slice(10, 30))
})

it('another whole key, where a list should show its ends, is shown by them', () => {
  const body = `{"data":[{"redacted_value":"${other}"}]}`
  expect(withoutKeys(body, secret)).toBe(`{"data":[{"redacted_value":"${ends(other)}"}]}`)
})

it.each([
  ['a mark between its letters that a page would not draw', [...secret].join('\u200b')],
  ['spaces between', [...secret].join(' ')],
  ['in capitals', secret.toUpperCase()],
  ['without its beginning', secret.slice(20)],
  ['its middle alone', secret.slice(30, 80)],
])('that key with %s: nothing of the answer is shown', (_, written) => {
  expect(withoutKeys(JSON.stringify({ name: written }), secret)).toBeUndefined()
})

it('every piece of 31 of its letters, beyond its first sixteen, shows nothing of the answer', () => {
  const letters = secret.replaceAll(/[^A-Za-z\d]/g, '')
  // The last piece of some ends where the key does.
  for (const own of [letters, letters.slice(0, 64), letters.slice(0, 65)])
    for (let from = 16; from + 16 <= own.length; from++)
      if (from + 31 <= own.length || from % 16 === 0)
        expect(withoutKeys(`{"id":"x ${own.slice(from, from + 31)}"}`, own), `${from}`).toBeUndefined()
})

it.each([
  ' { "spaces" : [ 1.0 ,"as they came" ] }\n',
  '{"data":[{"id":"key_abc","name":"sk-nightly-batch-for-the-risk-management-dashboard","redacted_value":"sk-admin...wxyz"}]}',
  '{"amount":{"value":0.1},"ids":["proj_aB3dE5gH7jK9mN2pQ4rS6tU8","svc_acct_aB3dE5gH7jK9mN2pQ4rS6tU8"]}',
  `{"redacted_value":"${secret.slice(0, 12)}...${secret.slice(-6)}","name":"caf\u00e9"}`,
  '<html>',
  '',
])('an ordinary answer stays as it is: %s', body => {
  expect(withoutKeys(body, secret)).toBe(body)
})

it('an answer with letters as numbers says the same afterwards', () => {
  const body = '{"name":"caf\\u00e9","amount":{"value":0.06}}'
  expect(JSON.parse(withoutKeys(body, secret) ?? '')).toEqual(JSON.parse(body))
})

it('a key too short to be told from ordinary words hides no answer', () => {
  expect(withoutKeys('{"name":"sk-admin-abcdefg"}', 'sk-abc')).toBe('{"name":"sk-admin-abcdefg"}')
})
