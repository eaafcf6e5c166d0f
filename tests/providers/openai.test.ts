import { describe, expect, it } from 'vitest'
import { combine, readAnswer, readFailure, recognise } from '../../src/providers/index.ts'
import { answerOf, error } from './answers.ts'

const half = (n: number) => 'aB3xY9kLmN0pQr7StUvW'.repeat(9).slice(0, n)
const key = `sk-proj-${half(74)}T3BlbkFJ${half(74)}`

describe('a person asks whether an OpenAI key works', () => {
  it('a list of models says that the key is taken, and nothing of money', () => {
    const verdict = readAnswer('openai', 'models', answerOf(200, { object: 'list', data: [{ id: 'gpt-5' }] }))
    expect(verdict).toMatchObject({ key: 'accepted', use: 'unknown', cause: 'ok' })
  })
  it('a refused impossible request says that there is money', () => {
    const spend = readAnswer(
      'openai',
      'spend',
      error(
        400,
        'Invalid value for max_completion_tokens',
        'invalid_request_error',
        'integer_below_min_value',
      ),
    )
    const models = readAnswer('openai', 'models', answerOf(200, { object: 'list', data: [] }))
    expect(combine([models, spend])).toMatchObject({ key: 'accepted', use: 'ready', cause: 'ok' })
  })
  it('a limit of requests a day, free again in minutes, is one to wait for', () => {
    const said =
      'Rate limit reached for gpt-5 on requests per day (RPD): Limit 200, Used 200, Requested 1. Please try again in 7m12s.'
    const verdict = readAnswer('openai', 'spend', error(429, said, 'requests', 'rate_limit_exceeded'))
    expect(verdict).toMatchObject({ key: 'accepted', cause: 'rate_limited', retryAfterSeconds: 432 })
  })
  it('never repeats the masked key that OpenAI echoes', () => {
    const said = `Incorrect API key provided: sk-proj-${'*'.repeat(150)}WXYZ. You can find your API key at https://platform.openai.com/account/api-keys.`
    const verdict = readAnswer(
      'openai',
      'models',
      error(401, said, 'invalid_request_error', 'invalid_api_key'),
    )
    expect(verdict).toMatchObject({ key: 'rejected', use: 'blocked', cause: 'invalid_key' })
    expect(verdict.says).toBe(
      'Incorrect API key provided: [hidden] You can find your API key at https://platform.openai.com/account/api-keys.',
    )
  })
  it('no answer is no verdict on the key', () => {
    expect(
      readFailure('openai', { name: 'TypeError', message: 'Failed to fetch', online: true }),
    ).toMatchObject({ key: 'unknown', cause: 'network', says: '' })
    expect(
      readFailure('openai', { name: 'TimeoutError', message: 'signal timed out', online: true }),
    ).toMatchObject({ key: 'unknown', cause: 'timeout', says: '' })
  })
  it('knows the key in every wrapping', () => {
    expect(recognise(key)).toEqual({ provider: 'openai', kind: 'project', key, problems: [] })
    for (const text of [
      `export OPENAI_API_KEY="${key}"`,
      `{"openai": {"apiKey": "${key}"}}`,
      `Authorization: Bearer ${key}`,
      `$env:OPENAI_API_KEY = '${key}'`,
      `OPENAI_API_KEY=${key} # mine`,
    ])
      expect(recognise(text)).toMatchObject({
        provider: 'openai',
        kind: 'project',
        key,
        problems: [{ code: 'wrapped' }],
      })
  })
})
