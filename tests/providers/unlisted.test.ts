/** Words that nobody has listed are read by what they speak of; and however they are read, no key is called bad by them. */
import { expect, test } from 'vitest'
import { readAnswer } from '../../src/providers/index.ts'
import type { Cause } from '../../src/providers/verdict.ts'
import { error } from './answers.ts'
import { unlisted } from './unlisted.ts'

const rejecting: readonly Cause[] = ['invalid_key', 'expired_key', 'account_deactivated', 'access_terminated']
const read = unlisted.map(([cause, status, message]) => ({
  cause,
  message,
  verdict: readAnswer('openai', 'models', error(status, message, null)),
}))

test('nearly nine in ten are read as they are meant', () => {
  // Before there were topics it was 76 of 175, and four keys in use were called bad.
  const wrong = read.filter(({ cause, verdict }) => verdict.cause !== cause).map(({ message }) => message)
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(22)
})

test('of a key that is not meant nobody says that it is bad', () => {
  const bad = read.filter(({ cause, verdict }) => verdict.key === 'rejected' && !rejecting.includes(cause))
  expect(bad).toEqual([])
})

test('the topic of a 401 names a cause and proves nothing: who is asked there has not said that they know the key', () => {
  const message = 'Your network is not trusted by this organization'
  expect(readAnswer('openai', 'models', error(401, message, null))).toMatchObject({
    cause: 'ip_not_allowed',
    key: 'unknown',
  })
  expect(readAnswer('openai', 'models', error(403, message, null))).toMatchObject({ key: 'accepted' })
})

test.each(['Please add a payment method.', 'Missing required field: model', 'No such project'])(
  'what is said of a request is no topic: %s',
  message => {
    expect(readAnswer('openai', 'spend', error(400, message, 'odd')).cause).not.toBe('billing_inactive')
    expect(readAnswer('openai', 'spend', error(422, message, null)).cause).not.toBe('model_unavailable')
  },
)
