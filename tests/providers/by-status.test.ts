/** What a status means when the body says nothing that helps, and what stands between us and a provider: written out a second time. */
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../src/providers/index.ts'
import type { Cause } from '../../src/providers/verdict.ts'
import { answerOf, error } from './answers.ts'

const page = (text = 'A page'): string => `<!doctype html><html><head><title>${text}</title></head></html>`
const html = { 'content-type': 'text/html' }

const bare: [status: number, cause: Cause][] = [
  [0, 'network'],
  [99, 'unrecognised'],
  [100, 'network'],
  [199, 'network'],
  [300, 'not_the_provider'],
  [301, 'not_the_provider'],
  [399, 'not_the_provider'],
  [400, 'unrecognised'],
  [401, 'unrecognised'],
  [402, 'no_credit'],
  [403, 'unrecognised'],
  [407, 'not_the_provider'],
  [408, 'timeout'],
  [429, 'rate_limited'],
  [451, 'region_blocked'],
  [495, 'client_certificate_required'],
  [496, 'client_certificate_required'],
  [499, 'unrecognised'],
  [500, 'provider_trouble'],
  [503, 'provider_trouble'],
  [511, 'not_the_provider'],
]

describe('a status alone', () => {
  test.each(bare)('%i names %s and proves nothing of the key', (status, cause) => {
    expect(readAnswer('openai', 'models', answerOf(status, {}))).toMatchObject({
      cause,
      key: 'unknown',
      use: 'unknown',
    })
  })

  test.each<[number, Cause]>([
    [200, 'not_the_provider'],
    [403, 'not_the_provider'],
    [407, 'not_the_provider'],
    [429, 'rate_limited'],
    [451, 'region_blocked'],
    [499, 'not_the_provider'],
    [500, 'provider_trouble'],
    [511, 'not_the_provider'],
  ])('%i with a page of somebody between: %s', (status, cause) => {
    expect(readAnswer('openai', 'models', answerOf(status, page(), html))).toMatchObject({
      cause,
      key: 'unknown',
    })
  })

  test.each<[string, Cause]>([
    ['400 No required SSL certificate was sent', 'client_certificate_required'],
    ['The client certificate is missing', 'client_certificate_required'],
    ['upstream connect error or disconnect', 'provider_trouble'],
    ['no healthy upstream', 'provider_trouble'],
    ['reset before headers', 'provider_trouble'],
    ['Something else', 'not_the_provider'],
  ])('a page that says “%s”: %s', (words, cause) => {
    expect(readAnswer('openai', 'models', answerOf(400, page(words), html)).cause).toBe(cause)
  })
})

describe('a code that nobody has listed', () => {
  test.each<[string, Cause]>([
    ['api_key_was_revoked', 'invalid_key'],
    ['apiKeyExpired', 'expired_key'],
    ['API_KEY_EXPIRED', 'expired_key'],
    ['ip_address_not_whitelisted', 'ip_not_allowed'],
  ])('%s speaks: %s', (code, cause) => {
    expect(readAnswer('openai', 'models', error(401, 'See the documentation.', null, code)).cause).toBe(cause)
  })

  test.each(['401', '401001'])('%s is a number and says nothing', code => {
    expect(readAnswer('openai', 'models', error(401, 'See the documentation.', null, code)).cause).toBe(
      'unrecognised',
    )
  })

  test('in one word it counts before the sentence, as a sentence after it', () => {
    const read = (code: string, message: string) =>
      readAnswer('openai', 'models', error(403, message, null, code)).cause
    const ip = 'Your IP address is not whitelisted.'
    const expired = 'Sorry, this API key has expired today.'
    expect(read('api_key_has_expired', ip)).toBe('expired_key')
    expect(read(expired, ip)).toBe('ip_not_allowed')
    expect(read(expired, 'See the documentation.')).toBe('expired_key')
  })
})

describe('a family and its member', () => {
  test.each<[code: string, message: string, Cause]>([
    [
      'insufficient_quota',
      'Your account is not active, please check your billing details.',
      'billing_inactive',
    ],
    ['insufficient_quota', 'You exceeded your current quota, please check your plan.', 'no_credit'],
    ['invalid_api_key', 'The API key has expired.', 'expired_key'],
    ['invalid_api_key', 'Your IP address is not whitelisted.', 'invalid_key'],
  ])('%s with “%s”: %s', (code, message, cause) => {
    expect(readAnswer('openai', 'models', error(401, message, null, code)).cause).toBe(cause)
  })
})
