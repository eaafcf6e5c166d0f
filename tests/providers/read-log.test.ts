import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLog } from '../../src/providers/answers/read-log.ts'
import { runs } from '../runs.ts'

const trace = (last: string) =>
  `Traceback (most recent call last):\n  File "/home/me/app.py", line 12, in <module>\n    client.responses.create(model="gpt-5", input="hi")\n${last}`
const py = (name: string, status: number, message: string, type: string, code: string | null) =>
  trace(
    `openai.${name}: Error code: ${status} - {'error': {'message': '${message}', 'type': '${type}', 'param': None, 'code': ${code === null ? 'None' : `'${code}'`}}}`,
  )

describe('a person pastes the error that a program shows', () => {
  it.each<[string, string, string | undefined, string[]]>([
    [
      'a revoked key, Python',
      py(
        'AuthenticationError',
        401,
        'Incorrect API key provided: sk-proj-********abcd. You can find your API key at https://platform.openai.com/account/api-keys.',
        'invalid_request_error',
        'invalid_api_key',
      ),
      'invalid_key',
      [],
    ],
    [
      'a revoked key, Node',
      "AuthenticationError: 401 Incorrect API key provided: sk-proj-****abcd. You can find your API key at https://platform.openai.com/account/api-keys.\n    at APIError.generate (file:///app/node_modules/openai/core/error.mjs:41:20)\n  status: 401,\n  code: 'invalid_api_key'",
      'invalid_key',
      [],
    ],
    [
      'a revoked key, curl',
      '{\n  "error": {\n    "message": "Incorrect API key provided: sk-proj-****abcd. You can find your API key at https://platform.openai.com/account/api-keys.",\n    "type": "invalid_request_error",\n    "param": null,\n    "code": "invalid_api_key"\n  }\n}',
      'invalid_key',
      [],
    ],
    [
      'a revoked key, quoted behind words of the program',
      'my-app | WARN answering customer 12: 400 "Incorrect API key provided: na***ys. You can obtain an API key from https://console.x.ai."',
      'invalid_key',
      [],
    ],
    [
      'no money',
      py(
        'RateLimitError',
        429,
        'You exceeded your current quota, please check your plan and billing details.',
        'insufficient_quota',
        'insufficient_quota',
      ),
      'no_credit',
      [],
    ],
    [
      'too fast',
      py(
        'RateLimitError',
        429,
        'Rate limit reached for gpt-5 in organization org-x on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s.',
        'requests',
        'rate_limit_exceeded',
      ),
      'rate_limited',
      [],
    ],
    [
      'a restricted key',
      py(
        'AuthenticationError',
        401,
        'You have insufficient permissions for this operation. Missing scopes: model.request.',
        'invalid_request_error',
        'missing_scope',
      ),
      'missing_scope',
      [],
    ],
    [
      'an unknown model',
      py(
        'NotFoundError',
        404,
        'The model `gpt-9` does not exist or you do not have access to it.',
        'invalid_request_error',
        'model_not_found',
      ),
      'model_unavailable',
      [],
    ],
    [
      'a line of a log',
      '2026-11-21T10:00:00Z ERROR worker Billing: Error code: 429 - You have no credits remaining.',
      'no_credit',
      [],
    ],
    [
      'the variable is not there, in a page’s code',
      "TypeError: Cannot read properties of undefined (reading 'OPENAI_API_KEY')",
      undefined,
      ['variable_not_set'],
    ],
    [
      'a setting that the model does not take',
      py(
        'BadRequestError',
        400,
        'Unsupported parameter: `max_tokens` is not supported with this model. Use `max_completion_tokens` instead.',
        'invalid_request_error',
        'unsupported_parameter',
      ),
      undefined,
      ['wrong_setting'],
    ],
    [
      'a value that the model does not take, Node',
      "BadRequestError: 400 Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
      undefined,
      ['wrong_setting'],
    ],
    [
      'an endpoint that the model does not take',
      'NotFoundError: 404 This is not a chat model and thus not supported in the v1/chat/completions endpoint. Did you mean to use v1/completions?',
      undefined,
      ['wrong_setting'],
    ],
    [
      'streaming, for which the organization must be verified',
      py(
        'BadRequestError',
        400,
        'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
        'invalid_request_error',
        'unsupported_value',
      ),
      'organization_unverified',
      [],
    ],
    [
      'the variable is not set, Python',
      trace(
        'openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable',
      ),
      undefined,
      ['variable_not_set'],
    ],
    [
      'the variable is not set, Node',
      'Error: The OPENAI_API_KEY environment variable is missing or empty; either provide it, or instantiate the OpenAI client with an apiKey option',
      undefined,
      ['variable_not_set'],
    ],
    [
      'the variable is not set, os.environ',
      trace("KeyError: 'OPENAI_API_KEY'"),
      undefined,
      ['variable_not_set'],
    ],
    [
      'undefined was sent',
      'Error code: 401 - {"error":{"message":"Incorrect API key provided: undefined. You can find your API key at x","code":"invalid_api_key"}}',
      'invalid_key',
      ['variable_not_set'],
    ],
    [
      'the example was sent',
      'Error code: 401 - {"error":{"message":"Incorrect API key provided: your-api-key. You can find your API key at x","code":"invalid_api_key"}}',
      'invalid_key',
      ['placeholder_sent'],
    ],
    [
      'the variable’s name was sent',
      '{"error":{"message":"Incorrect API key provided: $OPENAI_API_KEY. You can find your API key at x","code":"invalid_api_key"}}',
      'invalid_key',
      ['placeholder_sent'],
    ],
    [
      'quotes in .env',
      `{"error":{"message":"Incorrect API key provided: \\"sk-proj-****abc\\". You can find your API key at x","code":"invalid_api_key"}}`,
      'invalid_key',
      ['quotes_in_key'],
    ],
    [
      'a line break in the key, httpx',
      trace("httpx.LocalProtocolError: Illegal header value b'Bearer sk-proj-abcdefghijklm1234567890\\n'"),
      undefined,
      ['odd_characters'],
    ],
    [
      'a line break in the key, Node',
      'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["authorization"]',
      undefined,
      ['odd_characters'],
    ],
    [
      'no header',
      '{"error":{"message":"You didn\'t provide an API key. You need to provide your API key in an Authorization header using Bearer auth","type":"invalid_request_error","param":null,"code":null}}',
      undefined,
      ['missing_header'],
    ],
    [
      'a page instead of JSON',
      `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
      undefined,
      ['wrong_base_url'],
    ],
    [
      '/v1 forgotten',
      py('NotFoundError', 404, 'Invalid URL (POST /chat/completions)', 'invalid_request_error', null),
      undefined,
      ['wrong_base_url'],
    ],
    [
      '.env.txt',
      'python-dotenv could not find configuration file .env.\nls: .env.txt',
      undefined,
      ['env_file'],
    ],
    [
      'old library',
      'openai.lib._old_api.APIRemovedInV1: You tried to access openai.ChatCompletion, but this is no longer supported in openai>=1.0.0',
      undefined,
      ['old_library'],
    ],
    [
      'library missing',
      trace("ModuleNotFoundError: No module named 'openai'"),
      undefined,
      ['library_missing'],
    ],
    [
      'in a web page',
      "Access to fetch at 'https://api.openai.com/v1/chat/completions' from origin 'http://localhost:3000' has been blocked by CORS policy",
      undefined,
      ['in_web_page'],
    ],
    [
      'company proxy',
      trace(
        'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain',
      ),
      undefined,
      ['certificate'],
    ],
    ['no network', 'Error: getaddrinfo ENOTFOUND api.openai.com', undefined, ['no_connection']],
    ['no local server', 'Error: connect ECONNREFUSED 127.0.0.1:11434', undefined, ['local_server']],
    [
      'Anthropic without credit',
      "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Your credit balance is too low to access the Anthropic API.'}}",
      'no_credit',
      [],
    ],
    [
      'Gemini',
      'google.genai.errors.ClientError: 400 INVALID_ARGUMENT. {"error": {"code": 400, "message": "API key not valid. Please pass a valid API key.", "status": "INVALID_ARGUMENT"}}',
      'invalid_key',
      [],
    ],
    [
      '.NET, with the code in prose',
      'System.ClientModel.ClientResultException: HTTP 429 (insufficient_quota: insufficient_quota)',
      'no_credit',
      [],
    ],
    [
      'a log line with a code',
      '[job 17] rate_limit_error, then insufficient_quota: skipped',
      'no_credit',
      [],
    ],
    [
      'a sentence that names no error',
      'You have insufficient permissions for this operation. Missing scopes: api.files.write.',
      'missing_scope',
      [],
    ],
    ['something else', 'TypeError: cannot read properties of undefined', undefined, []],
  ])('%s', (_, text, cause, mistakes) => {
    const reading = readLog(text)
    expect(reading.mistakes.map(({ code }) => code)).toEqual(mistakes)
    expect(reading.verdict?.cause).toBe(cause)
  })

  it('and learns that it used another key than the one in the vault', () => {
    const text = py(
      'AuthenticationError',
      401,
      'Incorrect API key provided: sk-proj-********abcd. You can find your API key at x.',
      'invalid_request_error',
      'invalid_api_key',
    )
    expect(readLog(text, [{ id: 'k1', provider: 'openai', lastFour: 'abcd' }]).keyId).toBe('k1')
    expect(
      readLog(text, [{ id: 'k1', provider: 'openai', lastFour: 'wxyz' }]).mistakes.map(({ code }) => code),
    ).toEqual(['other_key'])
  })

  it('whatever it is, nothing is thrown and no key is repeated', { tags: 'slow' }, () => {
    const key = `sk-proj-${'aB3'.repeat(25)}T3BlbkFJ${'xY9'.repeat(25)}`
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.string({ maxLength: 100 }), (a, b) => {
        expect(JSON.stringify(readLog(`${a} Error ${key} ${b}`))).not.toContain('aB3aB3')
      }),
      { numRuns: runs(300), seed: 6 },
    )
  })
})
