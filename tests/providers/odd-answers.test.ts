/** Answers at the edges of the rules that read them, each with what must come out. */
import { describe, expect, test } from 'vitest'
import { type Answer, type ProbeId, readAnswer } from '../../src/providers/index.ts'
import { providers } from '../../src/providers/list.ts'
import type { ProviderId } from '../../src/providers/verdict.ts'

const ids = Object.keys(providers) as ProviderId[]
const json = { 'content-type': 'application/json' }
const read = (id: ProviderId, probe: ProbeId, status: number, body: unknown) =>
  readAnswer(id, probe, {
    status,
    headers: json,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  } satisfies Answer)

describe('a success that is none', () => {
  test.each(['null', '5', '"x"', 'true', '[]', '[null]', '[[]]', '{}', '{"a":1}'])(
    'a list of models is not %s',
    body => {
      // Together's list is a bare one.
      for (const id of ids.filter(id => id !== 'together' || !body.startsWith('[')))
        expect(read(id, 'models', 200, body), id).not.toMatchObject({ key: 'accepted' })
    },
  )

  test.each([
    { error: { message: 'x' }, data: [] },
    { errors: ['x'], data: [] },
    { type: 'error', data: [] },
    [{ error: { message: 'x' } }],
  ])('%j says an error', body => {
    for (const id of ids) expect(read(id, 'models', 200, body), id).not.toMatchObject({ key: 'accepted' })
  })

  test('what is asked about money is answered with an object, and then the key is ready', () => {
    expect(read('openai', 'spend', 200, { id: 'x' })).toMatchObject({ key: 'accepted', use: 'ready' })
    expect(read('openai', 'spend', 200, [])).not.toMatchObject({ key: 'accepted' })
  })
})

describe('a question that was refused as a question: the key got through', () => {
  const refused = (probe: ProbeId, status: number, error: unknown) =>
    read('openai', probe, status, { error }).cause
  test.each<[string, ProbeId, number, unknown, string]>([
    ['by its type', 'spend', 400, { type: 'invalid_request_error' }, 'ok'],
    ['by its code', 'spend', 422, { type: 'odd', code: 'missing_required_parameter' }, 'ok'],
    ['where nothing was sent', 'scope:files:write', 404, { type: 'invalid_request_error' }, 'ok'],
    ['where another kind was sent', 'scope:files:write', 415, { type: 'invalid_request_error' }, 'ok'],
    ['by a word within another', 'spend', 400, { type: 'something_invalid' }, 'unrecognised'],
    ['with another status', 'spend', 403, { type: 'invalid_request_error' }, 'unrecognised'],
    [
      'for a right, with another status',
      'scope:files:write',
      405,
      { type: 'invalid_request_error' },
      'unrecognised',
    ],
    ['not found, of another kind', 'scope:files:write', 404, { type: 'odd' }, 'not_the_provider'],
    [
      'not found, where money is asked about',
      'spend',
      404,
      { type: 'invalid_request_error' },
      'not_the_provider',
    ],
    ['where nothing is refused so', 'models', 400, { type: 'invalid_request_error' }, 'unrecognised'],
  ])('%s', (_, probe, status, error, cause) => {
    expect(refused(probe, status, error)).toBe(cause)
  })

  test('half an answer shows nothing of the kind', () => {
    const half = '{"error": {"type": "invalid_request_error", "mess'
    expect(read('openai', 'spend', 400, half).key).toBe('unknown')
  })
})

describe('what a success has to be', () => {
  test.each<[ProbeId, unknown, boolean]>([
    ['models', { data: [] }, true],
    ['admin', { data: [] }, true],
    ['usage', { data: [] }, true],
    ['admin', { id: 'x' }, false],
    ['usage', { id: 'x' }, false],
    ['scope:files:write', { id: 'x' }, true],
    ['scope:files:write', [], false],
  ])('%s: %j', (probe, body, is) => {
    // A provider without a rule of its own.
    expect(read('groq', probe, 200, body).key === 'accepted').toBe(is)
  })
})

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

describe('what is believed', () => {
  test('a page is a page by its kind, whatever it says', () => {
    const page = {
      status: 401,
      headers: { 'content-type': 'text/html' },
      body: 'Incorrect API key provided.',
    }
    expect(readAnswer('openai', 'models', page)).toMatchObject({ key: 'unknown', cause: 'not_the_provider' })
  })

  test.each([300, 301])('a list with the status %i is no success', status => {
    expect(read('openai', 'models', status, { object: 'list', data: [] }).key).toBe('unknown')
  })

  test('a status that is a provider’s own word is one of the provider', () => {
    expect(read('deepseek', 'models', 402, {})).toMatchObject({ cause: 'no_credit', key: 'accepted' })
    expect(read('groq', 'models', 402, {})).toMatchObject({ cause: 'no_credit', key: 'unknown' })
    // Said by something between, it is nobody's word.
    const page = { status: 402, headers: { 'content-type': 'text/html' }, body: '<html>Pay</html>' }
    expect(readAnswer('deepseek', 'models', page).key).toBe('unknown')
  })

  test('a plain text that speaks of the API key refuses it; a status without a known word proves nothing', () => {
    const text = {
      status: 401,
      headers: { 'content-type': 'text/plain' },
      body: 'Incorrect API key provided.',
    }
    expect(readAnswer('openai', 'models', text).key).toBe('rejected')
    const limited = read('openai', 'models', 429, { error: { message: 'Hm.' } })
    expect(limited).toMatchObject({ cause: 'rate_limited', key: 'unknown' })
  })

  test.each<[ProviderId, ProbeId, string]>([
    ['openai', 'spend', 'ready'],
    ['openai', 'scope:files:write', 'unknown'],
    ['groq', 'spend', 'unknown'],
  ])('%s, asked about %s and refused as a question: its use is %s', (id, probe, use) => {
    expect(read(id, probe, 400, { error: { type: 'invalid_request_error' } }).use).toBe(use)
  })

  test('an echo of another provider’s key matters only where the key was refused', () => {
    const message = 'Rate limit reached. Key provided: sk-or-v1-***'
    expect(read('openai', 'models', 429, { error: { code: 'rate_limit_exceeded', message } }).cause).toBe(
      'rate_limited',
    )
  })

  test.each([
    ['its message', { message: 'No.', code: 'odd', type: 'odder' }, 'No.'],
    ['its code', { code: 'odd', type: 'odder' }, 'odd'],
    ['its type', { type: 'odder' }, 'odder'],
  ])('an answer is quoted by %s', (_, error, says) => {
    expect(read('openai', 'models', 400, { error }).says).toBe(says)
  })

  test('the id of the request is told of a success too; what is not there is not told', () => {
    const list = { status: 200, body: '{"object":"list","data":[]}' }
    const headers = { ...json, 'x-request-id': 'req_AbCdEfGh12' }
    expect(readAnswer('openai', 'models', { ...list, headers }).requestId).toBe('req_AbCdEfGh12')
    const bare = read('openai', 'models', 400, { error: { message: 'No.' } })
    expect(bare).not.toHaveProperty('requestId')
    expect(bare).not.toHaveProperty('retryAfterSeconds')
    expect(bare).not.toHaveProperty('detail')
  })
})

describe('who stands between', () => {
  test.each([
    [407, 'upstream connect error or disconnect', 'not_the_provider'],
    [511, 'upstream connect error or disconnect', 'not_the_provider'],
    [503, 'upstream connect error or disconnect', 'provider_trouble'],
    [403, 'upstream connect error or disconnect', 'provider_trouble'],
    [403, 'no', 'not_the_provider'],
    [403, 'error code: 1015', 'rate_limited'],
    [403, 'error code: 1016', 'not_the_provider'],
    // Only the beginning of a long text is looked at.
    [403, `${'x '.repeat(1000)}overloaded`, 'not_the_provider'],
  ])('%i with “%s”', (status, words, cause) => {
    const edge = { status, headers: { 'content-type': 'text/plain', server: 'envoy' }, body: words }
    expect(readAnswer('openai', 'models', edge).cause).toBe(cause)
  })
})

describe('several things are said', () => {
  test.each<[string, unknown, string]>([
    ['a type that is known after one that is not', { type: 'odd', status: 'requests' }, 'rate_limited'],
    [
      'a vague code, and a sentence that speaks of the rate',
      { code: 'insufficient_quota', message: 'Rate limit reached for requests per min.' },
      'rate_limited',
    ],
  ])('%s', (_, error, cause) => {
    expect(read('openai', 'models', 400, { error }).cause).toBe(cause)
  })

  test('so many that the last ones are not read', () => {
    const linesThen = (count: number) => [...Array<string>(count).fill('No.'), 'Incorrect API key provided.']
    expect(read('openai', 'models', 401, { errors: linesThen(23) }).cause).toBe('invalid_key')
    expect(read('openai', 'models', 401, { errors: linesThen(24) }).cause).toBe('unrecognised')
  })

  test('a success with an error that says nothing tells nothing', () => {
    expect(read('openai', 'models', 200, { error: { a: 1 } }).cause).toBe('unrecognised')
  })
})

test.each([
  ['key_was_revoked', 'invalid_key'],
  ['key_was_revoked_2', 'invalid_key'],
  ['KeyWasRevoked', 'invalid_key'],
  ['2', 'unrecognised'],
])('a code that nobody has listed: %s', (code, cause) => {
  expect(read('openai', 'models', 401, { error: { message: '', code } }).cause).toBe(cause)
})
