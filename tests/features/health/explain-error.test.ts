/** "Paste the error your program shows": what terminals and logs really print, and what a person is told. */
import { describe, expect, test } from 'vitest'
import { explain } from '../../../src/features/health/core/explain-error.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'

const rows: KeyRow[] = [{ id: 'a', provider: 'openai', label: 'Bot', lastFour: 'a9Xz', createdAt: 0 }]

const causes: [string, string, string][] = [
  [
    'Python, no money',
    "openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check your plan and billing details.', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}",
    'no_credit',
  ],
  [
    'Python, revoked key',
    "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-proj-********************************a9Xz. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}",
    'invalid_key',
  ],
  [
    'curl, too many requests',
    'HTTP/2 429\n{\n  "error": {\n    "message": "Rate limit reached for gpt-5 in organization org-abc on requests per min (RPM): Limit 3, Used 3, Requested 1.",\n    "type": "requests",\n    "param": null,\n    "code": "rate_limit_exceeded"\n  }\n}',
    'rate_limited',
  ],
  [
    'Node, missing scope',
    'Error: 401 You have insufficient permissions for this operation. Missing scopes: model.request. Check that you have the correct role.',
    'missing_scope',
  ],
  [
    'Node, model',
    "NotFoundError: 404 The model `gpt-9` does not exist or you do not have access to it.\n  code: 'model_not_found'",
    'model_unavailable',
  ],
]

const mistakes: [string, string][] = [
  [
    'openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable',
    'The program did not find the key',
  ],
  ["KeyError: 'OPENAI_API_KEY'", 'The program did not find the key'],
  [
    "You didn't provide an API key. You need to provide your API key in an Authorization header",
    'The request carried no key',
  ],
  [
    "httpx.LocalProtocolError: Illegal header value b'Bearer sk-…\\n'",
    'The key carries characters that do not belong',
  ],
  [
    "UnicodeEncodeError: 'ascii' codec can't encode character '\\u201c' in position 7",
    'The key carries characters that do not belong',
  ],
  ['Incorrect API key provided: your-api-key-here.', 'The placeholder is still there'],
  ['404 Invalid URL (POST /v1/v1/chat/completions)', 'The address is wrong'],
  ['getaddrinfo ENOTFOUND api.openai.co', 'The program could not reach the provider'],
  [
    'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED]',
    'Something stands between you and the provider',
  ],
  [
    "Access to fetch at 'https://api.openai.com' has been blocked by CORS policy",
    'A key has no place in a web page',
  ],
  ["ModuleNotFoundError: No module named 'openai'", 'The library, not the key'],
  [
    'You tried to access openai.ChatCompletion, but this is no longer supported in openai>=1.0.0',
    'The library, not the key',
  ],
]

describe('a provider’s answer, as a program prints it', () => {
  test.each(causes)('%s', (_, text, cause) => {
    expect(explain(text, rows).verdict?.cause).toBe(cause)
  })
})

describe('the mistakes that only a program can make', () => {
  test.each(mistakes)('%s', (text, title) => {
    expect(explain(text, rows).mistake?.title).toBe(title)
  })
})

describe('which key the error speaks of', () => {
  const text = (four: string) => `401 Incorrect API key provided: sk-proj-**********${four}.`
  test('one in the vault, by its name', () => {
    expect(explain(text('a9Xz'), rows).which).toContain('“Bot”')
  })
  test('another than the one in the vault', () => {
    expect(explain(text('zzzz'), rows).mistake?.code).toBe('other_key')
  })
})

test('a text that says nothing is not explained away', () => {
  expect(explain('Segmentation fault (core dumped)', rows)).toEqual({ provider: 'openai' })
})
