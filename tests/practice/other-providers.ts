/**
 * The other providers' free requests, good and bad, by the facts' table. A key is good when it has the provider's shape and the
 * word GOOD in it; one with NOMONEY has no credit; every other is refused in that provider's own words.
 */
import type { ApiRequest, Streamed } from './api.ts'
import { echo } from './secrets.ts'
import type { PracticeState } from './state.ts'

interface Provider {
  key(headers: Record<string, string>, query: URLSearchParams): string
  path: RegExp
  good: unknown
  bad: { status: number; body: (key: string) => unknown }
  noMoney?: { status: number; body: unknown; path?: RegExp }
}

const bearer = (headers: Record<string, string>) => (headers.authorization ?? '').replace(/^bearer\s*/i, '')
const list = (...ids: string[]) => ({
  object: 'list',
  data: ids.map(id => ({ id, object: 'model', created: 1, owned_by: 'practice' })),
})

const providers: Record<string, Provider> = {
  'api.anthropic.com': {
    key: headers => headers['x-api-key'] ?? '',
    path: /^\/v1\/models$/,
    good: {
      data: [{ type: 'model', id: 'claude-practice', display_name: 'Claude practice' }],
      has_more: false,
    },
    bad: {
      status: 401,
      body: () => ({
        type: 'error',
        error: { type: 'authentication_error', message: 'invalid x-api-key' },
        request_id: 'req_practice',
      }),
    },
    noMoney: {
      status: 400,
      path: /^\/v1\/messages$/,
      body: {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message:
            'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
        },
      },
    },
  },
  'generativelanguage.googleapis.com': {
    key: (headers, query) => headers['x-goog-api-key'] ?? query.get('key') ?? '',
    path: /^\/v1beta\/models$/,
    good: { models: [{ name: 'models/gemini-practice', supportedGenerationMethods: ['generateContent'] }] },
    bad: {
      status: 400,
      body: () => ({
        error: {
          code: 400,
          message: 'API key not valid. Please pass a valid API key.',
          status: 'INVALID_ARGUMENT',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
              reason: 'API_KEY_INVALID',
              domain: 'googleapis.com',
              metadata: { service: 'generativelanguage.googleapis.com' },
            },
          ],
        },
      }),
    },
  },
  'api.mistral.ai': {
    key: bearer,
    path: /^\/v1\/models$/,
    good: list('mistral-practice'),
    bad: { status: 401, body: () => ({ detail: 'Unauthorized' }) },
  },
  'api.groq.com': {
    key: bearer,
    path: /^\/openai\/v1\/models$/,
    good: list('llama-practice'),
    bad: {
      status: 401,
      body: () => ({
        error: { message: 'Invalid API Key', type: 'invalid_request_error', code: 'invalid_api_key' },
      }),
    },
  },
  'openrouter.ai': {
    key: bearer,
    path: /^\/api\/v1\/key$/,
    good: {
      data: {
        label: 'sk-or-v1-abc...def',
        limit: 10,
        limit_remaining: 7.5,
        limit_reset: 'monthly',
        usage: 12.25,
        usage_daily: 0.125,
        usage_weekly: 1,
        usage_monthly: 2.5,
        is_free_tier: false,
        expires_at: null,
      },
    },
    bad: { status: 401, body: () => ({ error: { message: 'User not found.', code: 401 } }) },
    noMoney: {
      status: 402,
      path: /^\/api\/v1\/chat\/completions$/,
      body: { error: { message: 'Insufficient credits', code: 402 } },
    },
  },
  'api.deepseek.com': {
    key: bearer,
    path: /^\/user\/balance$/,
    good: {
      is_available: true,
      balance_infos: [
        { currency: 'USD', total_balance: '5.00', granted_balance: '1.00', topped_up_balance: '4.00' },
        { currency: 'CNY', total_balance: '110.00', granted_balance: '10.00', topped_up_balance: '100.00' },
      ],
    },
    bad: {
      status: 401,
      body: key => ({
        error: {
          message: `Authentication Fails, Your API key: ****${key.slice(-4)} is invalid`,
          type: 'authentication_error',
          param: null,
          code: 'invalid_request_error',
        },
      }),
    },
    noMoney: {
      status: 200,
      body: { is_available: false, balance_infos: [{ currency: 'USD', total_balance: '0.00' }] },
    },
  },
  'api.x.ai': {
    key: bearer,
    path: /^\/v1\/api-key$/,
    good: {
      name: 'Practice',
      acls: ['api-key:model:*', 'api-key:endpoint:*'],
      api_key_blocked: false,
      api_key_disabled: false,
    },
    bad: {
      status: 400,
      body: () => ({
        code: 'invalid-argument',
        error: 'Incorrect API key provided. You can obtain an API key from https://console.x.ai.',
      }),
    },
  },
  'api.together.xyz': {
    key: bearer,
    path: /^\/v1\/models$/,
    good: [{ id: 'together-practice', object: 'model' }],
    bad: {
      status: 401,
      body: key => ({
        error: {
          message: `Invalid API key provided: ${echo(key)}. You can find your API key at https://api.together.xyz/settings/api-keys.`,
          type: 'invalid_request_error',
          param: null,
          code: 'invalid_api_key',
        },
      }),
    },
  },
}

export function otherProviderAnswer(request: ApiRequest, state: PracticeState): Streamed {
  if (state.api.answer)
    return {
      ...state.api.answer,
      headers: { 'content-type': 'application/json', ...state.api.answer.headers },
    }
  const provider = providers[request.host]
  if (!provider) return json(421, { error: `The practice platform does not stand for ${request.host}.` })
  const key = provider.key(request.headers, request.query)
  const money = provider.noMoney
  if (key.includes('NOMONEY') && money && (money.path ?? provider.path).test(request.path))
    return json(money.status, money.body)
  if (!/GOOD|NOMONEY/.test(key)) return json(provider.bad.status, provider.bad.body(key))
  if (provider.path.test(request.path)) return json(200, provider.good)
  return json(404, { error: { message: 'Not found' } })
}

const json = (status: number, body: unknown): Streamed => ({
  status,
  headers: { 'content-type': 'application/json', 'x-request-id': 'req_practice' },
  body: JSON.stringify(body),
})
