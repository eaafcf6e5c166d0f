/**
 * The answers of api.openai.com, by name: status, body and headers as the facts have them ("Failures of an OpenAI call"). Where the
 * facts say that no body is known, the one here is made up in the same style and marked so. Pure; knows nothing of keys' state.
 */
import { randomUUID } from 'node:crypto'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

export interface Asked {
  method: string
  path: string
  /** The key as it was sent. */
  sent: string
  /** As it is echoed: prefix, stars, last four. */
  echoed: string
  model: string
  host: string
  rightHost: string
  scopes: string[]
  project: string
  organization: string
}

type Body = (asked: Asked) => { status: number; body: unknown; headers?: Record<string, string> }

const s1 = (
  message: string,
  type: string | null,
  code: string | number | null,
  param: string | null = null,
) => ({
  error: { message, type, param, code },
})

const scopeWords = (scopes: string[]) =>
  `You have insufficient permissions for this operation. Missing scopes: ${scopes.join(', ')}. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Viewer, Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.`

const billing = 'https://platform.openai.com/settings/organization/billing/'

export const bodies = {
  no_key: () => ({
    status: 401,
    headers: { 'www-authenticate': 'Bearer realm="OpenAI API"' },
    body: s1(
      "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
      'invalid_request_error',
      null,
    ),
  }),
  invalid_api_key: ({ echoed }) => ({
    status: 401,
    headers: { 'www-authenticate': 'Bearer realm="OpenAI API"' },
    body: s1(
      `Incorrect API key provided: ${echoed}. You can find your API key at https://platform.openai.com/account/api-keys.`,
      'invalid_request_error',
      'invalid_api_key',
    ),
  }),
  /** Made up: no body of an expired key is known. */
  expired: () => ({
    status: 401,
    body: s1(
      'The API key provided has expired. Please create a new API key.',
      'invalid_request_error',
      'api_key_expired',
    ),
  }),
  account_deactivated: () => ({
    status: 401,
    body: s1(
      'The OpenAI account associated with this API key has been deactivated. If you are the developer for this OpenAI app, please check your email for more information. If you are seeing this error while using another app or site, please reach out to them for more help.',
      'invalid_request_error',
      'account_deactivated',
    ),
  }),
  access_terminated: () => ({
    status: 429,
    body: s1(
      'Your access was terminated due to violation of our policies, please check your email for more information. If you believe this is in error and would like to appeal, please contact us through our help center at help.openai.com.',
      'access_terminated',
      'access_terminated',
    ),
  }),
  no_organization: () => ({
    status: 401,
    body: s1(
      'You must be a member of an organization to use the API. Please contact us through our help center at help.openai.com.',
      'invalid_request_error',
      'no_organization',
    ),
  }),
  invalid_organization: () => ({
    status: 401,
    body: s1(
      'You do not have access to the organization tied to the API key.',
      'invalid_request_error',
      'invalid_organization',
    ),
  }),
  mismatched_organization: () => ({
    status: 401,
    body: s1(
      'OpenAI-Organization header should match organization for API key',
      'invalid_request_error',
      'mismatched_organization',
    ),
  }),
  /** Made up after the one above: only the code is known. */
  mismatched_project: () => ({
    status: 401,
    body: s1(
      'OpenAI-Project header should match project for API key',
      'invalid_request_error',
      'mismatched_project',
    ),
  }),
  project_archived: () => ({
    status: 401,
    body: s1(
      'The project you are requesting has been archived and is no longer accessible',
      'invalid_request_error',
      'not_authorized_invalid_project',
    ),
  }),
  /** Made up: only the code is known. */
  key_type_forbidden: () => ({
    status: 401,
    body: s1(
      'This organization does not allow user-owned API keys. Use a service account key.',
      'invalid_request_error',
      'not_authorized_invalid_key_type',
    ),
  }),
  incorrect_hostname: ({ rightHost }) => ({
    status: 401,
    body: s1(
      `Attempted to access resource with incorrect regional hostname. Please make your request to ${rightHost}`,
      'invalid_request_error',
      'incorrect_hostname',
    ),
  }),
  ip_not_authorized: () => ({
    status: 401,
    body: s1('Your IP is not authorized to make this request.', 'invalid_request_error', 'ip_not_authorized'),
  }),
  /** Made up: no refusal is known. */
  certificate_required: () => ({
    status: 401,
    body: s1(
      'A client certificate is required for this organization. Use https://mtls.api.openai.com/v1.',
      'invalid_request_error',
      'client_certificate_required',
    ),
  }),
  missing_scope: ({ scopes }) => ({
    status: 401,
    body: s1(scopeWords(scopes), 'invalid_request_error', 'missing_scope'),
  }),
  missing_scope_older: ({ scopes }) => ({
    status: 401,
    body: s1(scopeWords(scopes), 'invalid_request_error', null),
  }),
  missing_scope_string: ({ scopes }) => ({ status: 403, body: { error: scopeWords(scopes) } }),
  credit_balance_exhausted: () => ({
    status: 429,
    body: s1(
      `You have no credits remaining. Add credits to continue using the API at ${billing}.`,
      'insufficient_quota',
      'credit_balance_exhausted',
    ),
  }),
  insufficient_quota: () => ({
    status: 429,
    body: s1(
      'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
      'insufficient_quota',
      'insufficient_quota',
    ),
  }),
  billing_not_active: () => ({
    status: 429,
    body: s1(
      'Your account is not active, please check your billing details on our website.',
      'billing_not_active',
      'billing_not_active',
    ),
  }),
  billing_hard_limit: () => ({
    status: 400,
    body: s1('Billing hard limit has been reached', 'invalid_request_error', 'billing_hard_limit_reached'),
  }),
  /** The next three are made up: only the codes are known. */
  organization_spend_limit: () => ({
    status: 429,
    body: s1(
      'Your organization has reached its monthly spend limit.',
      'insufficient_quota',
      'organization_spend_limit_exceeded',
    ),
  }),
  project_spend_limit: () => ({
    status: 429,
    body: s1(
      'This project has reached its monthly spend limit.',
      'insufficient_quota',
      'project_spend_limit_exceeded',
    ),
  }),
  usage_limit: () => ({
    status: 429,
    body: s1(
      'Your organization has reached its approved usage limit.',
      'insufficient_quota',
      'organization_usage_limit_exceeded',
    ),
  }),
  rate_limited: ({ model, organization }) => ({
    status: 429,
    headers: {
      'retry-after': '1',
      'retry-after-ms': '174',
      'x-ratelimit-limit-tokens': '30000',
      'x-ratelimit-remaining-tokens': '11072',
      'x-ratelimit-reset-tokens': '174ms',
    },
    body: s1(
      `Rate limit reached for ${model || 'gpt-5-mini'} in organization ${organization} on tokens per min (TPM): Limit 30000, Used 18928, Requested 11159. Please try again in 174ms. Visit https://platform.openai.com/account/rate-limits to learn more.`,
      'tokens',
      'rate_limit_exceeded',
    ),
  }),
  slow_down: () => ({
    status: 429,
    headers: { 'retry-after': '20' },
    body: s1('Too many requests in a short time. Please slow down.', 'rate_limit_error', 'slow_down'),
  }),
  region: () => ({
    status: 403,
    body: {
      error: {
        code: 'unsupported_country_region_territory',
        message: 'Country, region, or territory not supported',
        param: null,
        type: 'request_forbidden',
      },
    },
  }),
  model_not_found: ({ model }) => ({
    status: 404,
    body: s1(
      `The model \`${model}\` does not exist or you do not have access to it.`,
      'invalid_request_error',
      'model_not_found',
    ),
  }),
  project_lacks_model: ({ model, project }) => ({
    status: 403,
    body: s1(
      `Project \`${project}\` does not have access to model \`${model}\``,
      'invalid_request_error',
      'model_not_found',
    ),
  }),
  organization_unverified: () => ({
    status: 400,
    body: s1(
      'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization. If you just verified, it can take up to 15 minutes for access to propagate.',
      'invalid_request_error',
      'unsupported_value',
      'stream',
    ),
  }),
  session_key_only: ({ method, path }) => ({
    status: 403,
    body: s1(
      `Your request to ${method} ${path} must be made with a session key (that is, it can only be made from the browser). You made it with the following key type: secret.`,
      'server_error',
      null,
    ),
  }),
  unknown_url: ({ method, path }) => ({
    status: 404,
    body: s1(`Invalid URL (${method} ${path})`, 'invalid_request_error', null),
  }),
  server_error: () => ({
    status: 500,
    body: s1(
      'The server had an error while processing your request. Sorry about that! You can retry your request, or contact us through our help center at help.openai.com if the error persists.',
      'server_error',
      null,
    ),
  }),
  server_is_overloaded: () => ({
    status: 503,
    body: {
      error: {
        code: 'server_is_overloaded',
        message: 'Our servers are currently overloaded. Please try again later.',
        param: null,
        type: 'service_unavailable_error',
      },
    },
  }),
  cloudflare_json: () => ({
    status: 400,
    body: s1('Bad request.', 'cf_bad_request', 1000),
  }),
  cloudflare_502: () => ({
    status: 502,
    headers: { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' },
    body: '<!DOCTYPE html><html><head><title>api.openai.com | 502: Bad gateway</title></head><body><h1>Bad gateway</h1><p>Error code 502</p></body></html>',
  }),
  cloudflare_blocked: () => ({
    status: 403,
    headers: { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' },
    body: '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1></body></html>',
  }),
  envoy_text: () => ({
    status: 503,
    headers: { 'content-type': 'text/plain', server: 'envoy' },
    body: 'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
  }),
  chatgpt_detail: () => ({
    status: 401,
    body: { detail: 'Could not parse your authentication token. Please try signing in again.' },
  }),
} satisfies Record<string, Body>

export type ConditionName = keyof typeof bodies

export function isCondition(name: string): name is ConditionName {
  return Object.hasOwn(bodies, name)
}

/** Refusals carry few headers: no `openai-*`, no rate limits (facts, "Response headers"). */
export function answer(name: ConditionName, asked: Asked): Answer {
  const made: ReturnType<Body> = (bodies[name] as Body)(asked)
  return {
    status: made.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      vary: 'Origin',
      'x-request-id': requestId(),
      ...edgeHeaders(),
      ...made.headers,
    },
    body: typeof made.body === 'string' ? made.body : JSON.stringify(made.body, null, 2),
  }
}

export const requestId = () => `req_${randomUUID().replaceAll('-', '')}`

/** What the edge in front of the API adds to everything. */
export const edgeHeaders = () => ({
  'cf-ray': `${randomUUID().replaceAll('-', '').slice(0, 16)}-PRC`,
  'cf-cache-status': 'DYNAMIC',
  server: 'practice',
  'strict-transport-security': 'max-age=0',
  'x-content-type-options': 'nosniff',
})

/** What an answer of the API proper adds. */
export const apiHeaders = (asked: Asked, model: boolean) => ({
  'openai-version': '2020-10-01',
  'openai-processing-ms': '12',
  'x-openai-proxy-wasm': 'v0.1',
  'x-request-id': requestId(),
  ...(model && {
    'openai-organization': asked.organization,
    'openai-project': asked.project,
    'x-ratelimit-limit-requests': '500',
    'x-ratelimit-limit-tokens': '200000',
    'x-ratelimit-remaining-requests': '499',
    'x-ratelimit-remaining-tokens': '199990',
    'x-ratelimit-reset-requests': '120ms',
    'x-ratelimit-reset-tokens': '3ms',
  }),
  ...edgeHeaders(),
})
