/** Words that nobody has listed are read by what they speak of; and however they are read, no key is called bad by them. */
import { expect, test } from 'vitest'
import { readAnswer } from '../../src/providers/index.ts'
import type { Cause } from '../../src/providers/verdict.ts'
import { error } from './answers.ts'
import { unlisted, unlistedLater } from './unlisted.ts'

const rejecting: readonly Cause[] = ['invalid_key', 'expired_key', 'account_deactivated', 'access_terminated']
const read = [...unlisted, ...unlistedLater].map(([cause, status, message]) => ({
  cause,
  message,
  verdict: readAnswer('openai', 'models', error(status, message, null)),
}))

test('six in seven are read as they are meant', () => {
  // Before there were topics it was 76 of the first 175, and four keys were called bad.
  const wrong = read.filter(({ cause, verdict }) => verdict.cause !== cause).map(({ message }) => message)
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(42)
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

/** Each state with each part of what a key is for, in which alone it is so: 3,240 sentences, of which 1,390 once called the key bad. */
const ofPart = {
  keys: 'This API key|Your API key|The key|Your project key|This token|API keys of this kind',
  states:
    'is disabled|was turned off|is not valid|is not active|is invalid|is inactive|has been deactivated|is not recognized|cannot be used|is blocked|is no longer accepted|is not accepted|was disabled|is unknown|no longer works',
  parts:
    'for this endpoint|on this model|in this region|from this IP address|for batch requests|with this organization|for admin routes|under this project|for streaming|outside office hours|for the organization you named|while the organization is under review|until you verify your email|for image models|on the EU host|by this gateway|at this time|because of your network',
}

test.each(ofPart.parts.split('|'))('what is so only %s does not make a key bad', part => {
  for (const key of ofPart.keys.split('|'))
    for (const state of ofPart.states.split('|'))
      for (const status of [401, 403]) {
        const message = `${key} ${state} ${part}.`
        expect(readAnswer('openai', 'models', error(status, message, null)).key, message).not.toBe('rejected')
      }
})

test.each([
  'This API key was revoked on 2026-11-01.',
  'Your API key was disabled for security reasons.',
  'The API key was revoked by the owner of your organization.',
  'API key not found in our records.',
  'API key not found in the database.',
  'Invalid API key in the Authorization header.',
  'This API key has been disabled for violating our usage policies.',
  'Your key was deactivated in November 2026.',
])('and what is said beside it of the whole key leaves it bad: %s', message => {
  expect(readAnswer('openai', 'models', error(401, message, null)).key).toBe('rejected')
})

test.each([
  "Service account keys aren't accepted here; sign in with a personal key.",
  'API keys are not valid here.',
])('what is not accepted in one place is not bad: %s', message => {
  expect(readAnswer('openai', 'models', error(403, message, null)).key).not.toBe('rejected')
})
