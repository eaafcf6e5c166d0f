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

test('a bare refusal is a gateway’s own, unless it leads to the provider’s own site', () => {
  const says = 'Incorrect API key provided.'
  const way = `${says} You can find your API key at https://platform.openai.com/account/api-keys.`
  expect(read('openai', 'models', 401, { message: says })).toMatchObject({ cause: 'not_the_provider' })
  expect(read('openai', 'models', 401, { message: way })).toMatchObject({ cause: 'invalid_key' })
})

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

  test.each([
    [0, 'unknown'],
    [199, 'unknown'],
    [200, 'rejected'],
    [299, 'rejected'],
    [300, 'unknown'],
    [301, 'unknown'],
    [399, 'unknown'],
    [400, 'rejected'],
    [499, 'rejected'],
    [500, 'unknown'],
  ])('a refusal with the status %i leaves the key %s', (status, key) => {
    expect(read('openai', 'models', status, { error: { code: 'invalid_api_key', message: 'No.' } }).key).toBe(
      key,
    )
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
    [
      'a vague code with a type that nobody has listed, and a sentence that speaks of the rate',
      { code: 'quota_exceeded', type: 'requests', message: 'Rate limit reached for requests per min.' },
      'rate_limited',
    ],
    [
      'a code that names the money, and a sentence that speaks of the rate',
      { code: 'credit_balance_exhausted', message: 'Rate limit reached for requests per min.' },
      'no_credit',
    ],
    [
      'the same with a type beside it that nobody has listed',
      {
        code: 'credit_balance_exhausted',
        type: 'requests',
        message: 'Rate limit reached for requests per min.',
      },
      'no_credit',
    ],
    [
      'a type that names trouble, and a sentence about the key',
      { type: 'server_error', message: 'Incorrect API key provided.' },
      'provider_trouble',
    ],
    [
      'a code that names trouble, and a sentence about the key',
      { code: 'bad_gateway', message: 'Incorrect API key provided.' },
      'provider_trouble',
    ],
  ])('%s', (_, error, cause) => {
    expect(read('openai', 'models', 400, { error }).cause).toBe(cause)
  })

  test.each([
    ['Not found', 'not_the_provider'],
    ['not found.', 'not_the_provider'],
    [' Not Found \n', 'not_the_provider'],
    ['There it was not found', 'unrecognised'],
    ['Not found in the drawer', 'unrecognised'],
    ['Nothing of that name.', 'unrecognised'],
  ])('“%s” with the status 404: only the bare words were said by something else', (message, cause) => {
    expect(read('openai', 'models', 404, { error: { message } }).cause).toBe(cause)
  })

  test('how the key began that was looked at: of another provider, of this one, or of a server on this computer', () => {
    const echo = (shown: string) => ({ error: { message: `Incorrect API key provided: ${shown}***94f6.` } })
    expect(read('openai', 'models', 401, echo('sk-or-v1')).cause).toBe('wrong_provider')
    expect(read('openai', 'models', 401, echo('sk-proj-')).cause).toBe('invalid_key')
    expect(read('lmstudio', 'models', 401, echo('sk-or-v1')).cause).toBe('invalid_key')
    // Many have such keys.
    expect(read('deepseek', 'models', 401, echo('sk-a1b2c3')).cause).toBe('invalid_key')
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
