/** Sentences that no provider has promised, put together from parts: a flat statement about the key is heard, everything less is not. */
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../src/providers/index.ts'
import { answerOf } from './answers.ts'

const keys = [
  'This API key',
  'The API key provided',
  'Your key',
  'The secret key you supplied',
  'API key sk-proj-…a1b2',
]
const ends = [
  'revoked',
  'disabled',
  'deleted',
  'deactivated',
  'turned off',
  'switched off',
  'withdrawn',
  'invalidated',
  'cancelled',
  'removed',
  'retired',
  'rotated',
]
const hows = ['', 'automatically ', 'permanently ', 'recently ']
const tails = [
  '.',
  ' by an administrator.',
  ' because it was found in a public repository.',
  ' on 2026-11-02.',
  '. Create a new one.',
]

const causeOf = (message: string, status = 401) => {
  const { cause, key } = readAnswer('openai', 'models', answerOf(status, { error: { message, code: null } }))
  return key === 'rejected' ? cause : key
}
const all = (say: (key: string, end: string, how: string, tail: string) => string): string[] =>
  keys.flatMap(key => ends.flatMap(end => hows.flatMap(how => tails.map(tail => say(key, end, how, tail)))))

describe('a key that has ended', () => {
  it.each([
    [
      'has been',
      (key: string, end: string, how: string, tail: string) => `${key} has been ${how}${end}${tail}`,
    ],
    ['was', (key: string, end: string, how: string, tail: string) => `${key} was ${how}${end}${tail}`],
    [
      'is',
      (key: string, end: string, how: string, tail: string) =>
        `Access denied: ${key} is now ${how}${end}${tail}`,
    ],
  ])('is heard of, in any words: “%s …”', (_, say) => {
    expect(all(say).filter(sentence => causeOf(sentence) !== 'invalid_key')).toEqual([])
  })

  it.each([
    'The API key provided has been rotated and is no longer usable.',
    'Your key is no longer in use.',
    'This API key no longer works.',
    'API key is currently blocked: blocked due to API key being leaked',
  ])('%s', sentence => {
    expect(causeOf(sentence, 403)).toBe('invalid_key')
  })

  it.each([
    'Your key’s expiration date has passed.',
    'API key is past its end date.',
    'The API key passed its expiry on 2026-11-01.',
    'This token’s expiry time is in the past.',
  ])('%s', sentence => {
    expect(causeOf(sentence)).toBe('expired_key')
  })
})

describe('what is not said flatly of the whole key', () => {
  it.each([
    [
      'will be',
      (key: string, end: string, how: string, tail: string) => `${key} will be ${how}${end}${tail}`,
    ],
    [
      'may be',
      (key: string, end: string, how: string, tail: string) => `${key} may have been ${how}${end}${tail}`,
    ],
    ['if', (key: string, end: string, how: string) => `If ${key} was ${how}${end}, create a new one.`],
    [
      'not',
      (key: string, end: string, how: string, tail: string) => `${key} has not been ${how}${end}${tail}`,
    ],
    [
      'of something else',
      (_: string, end: string, how: string, tail: string) => `The feature was ${how}${end}${tail}`,
    ],
  ])('rejects no key: “%s …”', (_, say) => {
    expect(all(say).filter(sentence => causeOf(sentence) !== 'unknown')).toEqual([])
  })

  it.each([
    'This API key is turned off for this endpoint.',
    'Your key was removed from the allow-list of this model.',
    'API key is no longer usable with this endpoint.',
    'The API key is scheduled for deletion and may stop working.',
    'Your key has been paused.',
    'This API key is suspended.',
  ])('%s', sentence => {
    expect(['unknown', 'accepted']).toContain(causeOf(sentence))
  })
})

describe('causes besides the key itself', () => {
  it.each([
    [
      'organization_unverified',
      403,
      'Your organization has to complete ID verification before it can use this.',
    ],
    ['organization_unverified', 403, 'This organization has not been verified.'],
    ['ip_not_allowed', 403, 'Requests from 203.0.113.7 are not permitted by this project’s network policy.'],
    ['spend_limit', 429, 'Your project has used 100% of its monthly budget of $20.00.'],
    ['billing_inactive', 402, 'You cannot access this API as you don’t have an active subscription.'],
    ['model_unavailable', 403, 'Your usage tier does not permit this model.'],
    ['malformed_key', 403, 'The request is missing a valid API key.'],
  ] as const)('%s (%i): %s', (cause, status, message) => {
    const read = readAnswer('openai', 'models', answerOf(status, { error: { message, code: null } }))
    expect(read.cause).toBe(cause)
  })
})
