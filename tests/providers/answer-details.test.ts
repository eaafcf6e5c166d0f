/** What an answer says beside the cause: the request's id, how long to wait, and which host, rights or model it is about. */
import { describe, expect, test } from 'vitest'
import { type ProbeId, readAnswer } from '../../src/providers/index.ts'
import type { ProviderId } from '../../src/providers/verdict.ts'

const json = { 'content-type': 'application/json' }
const read = (id: ProviderId, probe: ProbeId, status: number, body: unknown) =>
  readAnswer(id, probe, { status, headers: json, body: JSON.stringify(body) })

describe('beside what is wrong', () => {
  const beside = (headers: Record<string, string>, message = '') =>
    readAnswer('openai', 'models', {
      status: 429,
      headers: { ...json, ...headers },
      body: JSON.stringify({ error: { message, code: 'rate_limit_exceeded' }, request_id: 'req_inTheBody1' }),
    })

  test.each([
    ['x-request-id', 'req_AbCdEfGh12'],
    ['request-id', ' req_AbCdEfGh12 '],
    ['mistral-correlation-id', '01234567-89ab-cdef-0123-456789abcdef'],
    ['x-goog-request-id', '01234567-89ab-cdef-0123-456789abcdef'],
    ['cf-ray', '0123456789abcdef-FRA'],
  ])('the id of the request stands in %s', (name, id) => {
    expect(beside({ [name]: id }).requestId).toBe(id.trim())
  })

  test.each([
    '',
    'req_short',
    'sk-proj-AbCdEfGh12',
    'req_AbCdEfGh12 and more',
    'my req_AbCdEfGh12',
    `req_${'a'.repeat(65)}`,
  ])('no id is %j: the one in the body is taken', id => {
    expect(beside({ 'x-request-id': id }).requestId).toBe('req_inTheBody1')
  })

  const date = 'Sun, 22 Nov 2026 10:00:00 GMT'
  test.each<[string, Record<string, string>, string, number | undefined]>([
    ['milliseconds', { 'retry-after-ms': '2001', 'retry-after': '9' }, '', 3],
    ['one millisecond', { 'retry-after-ms': '1', 'retry-after': '9' }, '', 1],
    ['neither', { 'retry-after-ms': '', 'retry-after': '' }, '', undefined],
    ['no milliseconds', { 'retry-after-ms': '0', 'retry-after': '9' }, '', 9],
    ['seconds', { 'retry-after': ' 7 ' }, 'Please try again in 3s.', 7],
    ['one second', { 'retry-after': '1' }, 'Please try again in 3s.', 1],
    ['a part of a second', { 'retry-after': '7.2' }, '', 8],
    ['a time', { 'retry-after': 'Sun, 22 Nov 2026 10:33:20 GMT', date }, '', 2000],
    ['a time that is over', { 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT', date }, '', undefined],
    [
      'a time without the day of the answer',
      { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT' },
      '',
      undefined,
    ],
    ['a word', { 'retry-after': 'soon' }, '', undefined],
    ['nothing', { 'retry-after': '0' }, 'Please try again in 3s.', 3],
    ['more than a day', { 'retry-after': '999999' }, '', 86_400],
    ['minutes', {}, 'Please try again in 6m0s.', 360],
    ['hours, minutes, seconds', {}, 'Please try again in 1h2m3s.', 3723],
    ['a moment', {}, 'Please try again in 20ms.', 1],
    ['minutes alone', {}, 'Please try again in 2m', 120],
    ['no time at all', {}, 'Please try again in 0s.', undefined],
    ['many milliseconds', {}, 'Please try again in 2001ms.', 3],
    ['at the very beginning', {}, 'Retry in 4s', 4],
    ['a second and a half', {}, 'You can retry in 1.5s.', 2],
    ['too far down', {}, `${'x'.repeat(4000)} try again in 3s`, undefined],
  ])('how long to wait: %s', (_, headers, message, seconds) => {
    expect(beside(headers, message).retryAfterSeconds).toBe(seconds)
  })
})

describe('what exactly', () => {
  const detail = (code: string, message: string) =>
    read('openai', 'models', 401, { error: { code, message } }).detail
  test.each<[string, string, unknown]>([
    [
      'incorrect_hostname',
      'Use `https://eu.api.openai.com/v1`, not api.openai.com.',
      { host: 'eu.api.openai.com' },
    ],
    [
      'incorrect_hostname',
      'api.openai.com cannot serve this. us.api.openai.com can.',
      { host: 'us.api.openai.com' },
    ],
    ['incorrect_hostname', 'The request must be EU.api.openai.com.', { host: 'eu.api.openai.com' }],
    ['incorrect_hostname', 'You called api.openai.com.', { host: 'api.openai.com' }],
    ['incorrect_hostname', 'Please switch to evil.example.com instead.', undefined],
    ['incorrect_hostname', 'Use eu.api.openai.com.evil.example.', undefined],
    [
      'incorrect_hostname',
      'Do not use eu.api.openai.com, use US.api.openai.com.',
      { host: 'us.api.openai.com' },
    ],
    ['incorrect_hostname', '!!!', undefined],
    ['model_not_found', '"gpt-9" is none.', { model: 'gpt-9' }],
    ['model_not_found', `${'x'.repeat(4000)} "gpt-9"`, undefined],
    ['missing_scope', 'Missing scopes: api.model.read', { scopes: ['api.model.read'] }],
    [
      'missing_scope',
      "Missing scopes: ['api.model.read', 'api.model.request'], and api.model.read. Ask x.y for them.",
      { scopes: ['api.model.read', 'api.model.request'] },
    ],
    [
      'missing_scope',
      'Missing scope for this endpoint: model.request and files.write',
      { scopes: ['model.request', 'files.write'] },
    ],
    ['missing_scope', 'Missing scopes: ask an owner of example.com', undefined],
    ['missing_scope', 'You have insufficient permissions.', undefined],
    ['model_not_found', 'The model `gpt-4` does not exist.', { model: 'gpt-4' }],
    ['model_not_found', 'Models: "org/llama-3:8b@1" is none of yours.', { model: 'org/llama-3:8b@1' }],
    ['model_not_found', "There is no 'gpt-9' here.", { model: 'gpt-9' }],
    ['model_not_found', 'The model does not exist.', undefined],
    ['model_not_found', `The model \`sk-proj-${'aB3dE5gH7j'.repeat(6)}\` does not exist.`, undefined],
    ['rate_limit_exceeded', 'The model `gpt-4` is busy at eu.api.openai.com.', undefined],
  ])('%s: %s', (code, message, expected) => {
    expect(detail(code, message)).toEqual(expected)
  })

  test('a host that cannot be told leaves the cause as it is', () => {
    const error = { code: 'incorrect_hostname', message: '!!!' }
    expect(read('openai', 'models', 401, { error }).cause).toBe('wrong_host')
  })

  test('a provider with one host', () => {
    const error = { message: 'Incorrect hostname. Send it to api.mistral.ai.' }
    expect(read('mistral', 'models', 401, { error }).detail).toEqual({ host: 'api.mistral.ai' })
  })

  test('twenty rights at the most', () => {
    const scopes = Array.from({ length: 25 }, (_, at) => `a.b${'c'.repeat(at)}`)
    expect(detail('missing_scope', `Missing scopes: ${scopes.join(', ')}`)).toEqual({
      scopes: scopes.slice(0, 20),
    })
  })
})

test('a request that was refused as invalid, and so says that the key may, keeps the number it is asked about by', () => {
  const body = JSON.stringify({
    error: {
      message: "Invalid 'messages': empty array.",
      type: 'invalid_request_error',
      code: 'empty_array',
    },
  })
  const headers = { 'content-type': 'application/json', 'x-request-id': 'req_0123456789abcdef' }
  expect(readAnswer('openai', 'spend', { status: 400, headers, body })).toMatchObject({
    key: 'accepted',
    cause: 'ok',
    requestId: 'req_0123456789abcdef',
  })
})
