/**
 * Answers and the verdict that each deserves: every row of the facts, every provider, every shape, and mutated ones.
 * A row: what it is, whose, which probe, the answer, then cause and key (and use, where the cause's usual one is not meant).
 */
import type { Answer, Cause, ProbeId, ProviderId, Verdict } from '../../src/providers/verdict.ts'
import { answerOf, error } from './answers.ts'

export type Row = {
  name: string
  provider: ProviderId
  probe: ProbeId
  answer: Answer
  cause: Cause
  key: Verdict['key']
  use?: Verdict['use']
}

const stars = '*'.repeat(40)
const incorrect = `Incorrect API key provided: sk-proj-${stars}WXYZ. You can find your API key at https://platform.openai.com/account/api-keys.`
const scopes = (scope: string) =>
  `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Viewer, Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.`
const ire = 'invalid_request_error'
const quota =
  'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.'
const page = (title: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
const html = { 'content-type': 'text/html; charset=UTF-8' }
const plain = { 'content-type': 'text/plain' }
const list = { object: 'list', data: [{ id: 'gpt-5', object: 'model' }] }
const google = (status: number, message: string, name: string, reason?: string) =>
  answerOf(status, {
    error: {
      code: status,
      message,
      status: name,
      ...(reason && {
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason,
            domain: 'googleapis.com',
            metadata: { service: 'generativelanguage.googleapis.com' },
          },
        ],
      }),
    },
  })
const claude = (status: number, type: string, message: string) =>
  answerOf(status, { type: 'error', error: { type, message }, request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy' })

type Short = [
  name: string,
  answer: Answer,
  cause: Cause,
  key: Verdict['key'],
  probe?: ProbeId,
  use?: Verdict['use'],
]
const of = (provider: ProviderId, rows: Short[]): Row[] =>
  rows.map(([name, answer, cause, key, probe = 'models', use]) => ({
    name,
    provider,
    probe,
    answer,
    cause,
    key,
    ...(use && { use }),
  }))

const rejected = 'rejected' as const
const accepted = 'accepted' as const
const unknown = 'unknown' as const

export const rows: Row[] = [
  ...of('openai', [
    // Taken
    ['list of models', answerOf(200, list), 'ok', accepted, 'models', 'unknown'],
    ['empty list of models', answerOf(200, { object: 'list', data: [] }), 'ok', accepted],
    [
      'list, keys in another order, extra fields',
      answerOf(200, { has_more: false, data: [], x: 1, object: 'list' }),
      'ok',
      accepted,
    ],
    [
      'list that names a model with an error word',
      answerOf(200, { object: 'list', data: [{ id: 'invalid_api_key', code: 'invalid_api_key' }] }),
      'ok',
      accepted,
    ],
    ['list after a byte order mark', answerOf(200, `\uFEFF${JSON.stringify(list)}`), 'ok', accepted],
    [
      '10 MB of models',
      answerOf(200, {
        object: 'list',
        data: Array.from({ length: 90_000 }, (_, i) => ({
          id: `ft:gpt-4o-mini:org::${i}`,
          object: 'model',
          created: 1,
          owned_by: 'organization-owner-with-a-long-name',
        })),
      }),
      'ok',
      accepted,
    ],
    [
      'projects for an admin key',
      answerOf(200, { object: 'list', data: [], has_more: false }),
      'ok',
      accepted,
      'admin',
    ],
    [
      'costs for an admin key',
      answerOf(200, { object: 'page', data: [], has_more: false, next_page: null }),
      'ok',
      accepted,
      'usage',
    ],
    [
      'impossible request refused as impossible',
      error(
        400,
        "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
        ire,
        'empty_array',
      ),
      'ok',
      accepted,
      'spend',
      'ready',
    ],
    [
      'the same without a code',
      error(400, "[] is too short - 'messages'", ire),
      'ok',
      accepted,
      'spend',
      'ready',
    ],
    [
      'the same with 422',
      error(422, 'n must be at least 1', ire, 'integer_below_min_value'),
      'ok',
      accepted,
      'spend',
      'ready',
    ],
    [
      'impossible request answered after all',
      answerOf(200, { id: 'chatcmpl-1', object: 'chat.completion', choices: [] }),
      'ok',
      accepted,
      'spend',
      'ready',
    ],
    [
      'scope granted: body refused',
      error(400, "Missing required parameter: 'model'.", ire, 'missing_required_parameter'),
      'ok',
      accepted,
      'scope:api.model.request',
    ],
    [
      'scope granted: wrong media type',
      error(415, 'Unsupported content type', ire),
      'ok',
      accepted,
      'scope:api.files.write',
    ],
    [
      'scope granted: no such response',
      error(404, "Response with id '1' not found.", ire),
      'ok',
      accepted,
      'scope:api.responses.read',
    ],
    // The key itself
    ['wrong, revoked, deleted', error(401, incorrect, ire, 'invalid_api_key'), 'invalid_key', rejected],
    [
      'echo of a short string',
      error(
        401,
        'Incorrect API key provided: Toxic. You can find your API key at https://platform.openai.com/account/api-keys.',
        ire,
        'invalid_api_key',
      ),
      'invalid_key',
      rejected,
    ],
    [
      'echo of nothing',
      error(
        401,
        'Incorrect API key provided:  You can find your API key at https://platform.openai.com/account/api-keys.',
        ire,
        'invalid_api_key',
      ),
      'invalid_key',
      rejected,
    ],
    [
      'echo of prose that sounds like a rate limit',
      error(
        401,
        'Incorrect API key provided: rate limit reached. You can find your API key at https://platform.openai.com/account/api-keys.',
        ire,
      ),
      'invalid_key',
      rejected,
    ],
    [
      "another provider's key",
      error(
        401,
        `Incorrect API key provided: sk-or-v1${stars}94f6. You can find your API key at https://platform.openai.com/account/api-keys.`,
        ire,
        'invalid_api_key',
      ),
      'wrong_provider',
      rejected,
    ],
    ['code without a message', error(401, '', null, 'invalid_api_key'), 'invalid_key', rejected],
    ['message without a code', error(401, incorrect, null), 'invalid_key', rejected],
    ['code in another case', error(401, '', null, 'INVALID_API_KEY'), 'invalid_key', rejected],
    ['code in the type', error(401, 'x', 'invalid_api_key'), 'invalid_key', rejected],
    ['code at the top', answerOf(401, { code: 'invalid_api_key', message: 'nope' }), 'invalid_key', rejected],
    [
      'in another language, with the code',
      error(401, 'La clave de API proporcionada no es correcta.', ire, 'invalid_api_key'),
      'invalid_key',
      rejected,
    ],
    ['invalid key as 400', error(400, incorrect, ire, 'invalid_api_key'), 'invalid_key', rejected],
    ['invalid key as 403', error(403, incorrect, ire, 'invalid_api_key'), 'invalid_key', rejected],
    [
      'invalid key as 500: what is in trouble did not look at the key',
      error(500, incorrect, ire, 'invalid_api_key'),
      'provider_trouble',
      unknown,
    ],
    [
      'invalid key as 301: what sends on did not look at the key',
      error(301, incorrect, ire, 'invalid_api_key'),
      'not_the_provider',
      unknown,
    ],
    [
      'invalid key as 200, by a proxy that maps statuses',
      error(200, incorrect, ire, 'invalid_api_key'),
      'invalid_key',
      rejected,
    ],
    [
      'in an array',
      answerOf(401, [{ error: { message: incorrect, type: ire, param: null, code: 'invalid_api_key' } }]),
      'invalid_key',
      rejected,
    ],
    [
      'in errors[]',
      answerOf(401, { errors: [{ message: 'Incorrect API key provided.', code: 'invalid_api_key' }] }),
      'invalid_key',
      rejected,
    ],
    [
      'double wrapped as an object',
      answerOf(401, {
        error: { message: { error: { message: incorrect, code: 'invalid_api_key' } }, code: null },
      }),
      'invalid_key',
      rejected,
    ],
    [
      'double wrapped as a string',
      answerOf(401, {
        error: {
          message: JSON.stringify({
            error: { message: incorrect, type: ire, param: null, code: 'invalid_api_key' },
          }),
          code: 401,
        },
      }),
      'invalid_key',
      rejected,
    ],
    [
      'printed by Python inside a message',
      answerOf(401, {
        detail: `Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-proj-${stars}abcd. You can find your API key at x', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}`,
      }),
      'invalid_key',
      rejected,
    ],
    ['bare string', answerOf(401, { error: incorrect }), 'invalid_key', rejected],
    [
      'cut off after the code',
      answerOf(
        401,
        `{"error":{"code":"invalid_api_key","message":"Incorrect API key provided: sk-proj-****WX`,
      ),
      'invalid_key',
      rejected,
    ],
    ['a JSON string', answerOf(401, JSON.stringify('Invalid API key')), 'invalid_key', rejected],
    [
      'revoked, in words',
      error(401, 'This API key has been revoked.', ire, 'key_was_revoked'),
      'invalid_key',
      rejected,
    ],
    [
      'paraphrase: not valid',
      error(401, 'The API key you provided is not valid.', ire),
      'invalid_key',
      rejected,
    ],
    [
      'paraphrase: no longer valid',
      error(401, 'Your API key is no longer valid.', ire),
      'invalid_key',
      rejected,
    ],
    ['paraphrase: does not exist', error(401, 'API key does not exist', ire), 'invalid_key', rejected],
    [
      'paraphrase: deleted',
      error(401, 'The API key was deleted by its owner.', ire),
      'invalid_key',
      rejected,
    ],
    ['expired, by code', error(401, 'nope', ire, 'expired_api_key'), 'expired_key', rejected],
    [
      'expired, in words',
      error(401, 'Your API key has expired. Create a new one.', ire),
      'expired_key',
      rejected,
    ],
    [
      'expired, words finer than the code',
      error(401, 'The provided API key expired on 2026-10-01.', ire, 'invalid_api_key'),
      'expired_key',
      rejected,
    ],
    [
      'ChatGPT token expired',
      answerOf(401, {
        detail: {
          message: 'Your authentication token has expired. Please try signing in again.',
          code: 'token_expired',
        },
      }),
      'expired_key',
      rejected,
    ],
    // The account, the organization, the project
    [
      'account deactivated',
      error(
        401,
        'The OpenAI account associated with this API key has been deactivated. If you are the developer for this OpenAI app, please check your email for more information. If you are seeing this error while using another app or site, please reach out to them for more help.',
        ire,
        'account_deactivated',
      ),
      'account_deactivated',
      rejected,
    ],
    [
      'account deactivated, without the code',
      error(401, 'The OpenAI account associated with this API key has been deactivated.', ire),
      'account_deactivated',
      rejected,
    ],
    [
      'access terminated',
      error(
        429,
        'Your access was terminated due to violation of our policies, please check your email for more information. If you believe this is in error and would like to appeal, please contact us through our help center at help.openai.com.',
        'access_terminated',
      ),
      'access_terminated',
      rejected,
    ],
    [
      'no organization',
      error(
        401,
        'You must be a member of an organization to use the API. Please contact us through our help center at help.openai.com.',
        ire,
        'no_organization',
      ),
      'no_organization',
      accepted,
    ],
    [
      'lost the organization',
      error(
        401,
        'You do not have access to the organization tied to the API key.',
        ire,
        'invalid_organization',
      ),
      'no_organization',
      accepted,
    ],
    [
      'lost the organization, 403 without a code',
      error(403, 'You do not have access to the organization tied to the API key.', ire),
      'no_organization',
      accepted,
    ],
    [
      'wrong organization header',
      error(
        401,
        'OpenAI-Organization header should match organization for API key',
        ire,
        'mismatched_organization',
      ),
      'organization_mismatch',
      accepted,
    ],
    [
      'no such organization',
      error(400, 'no such organization : null', ire),
      'organization_mismatch',
      accepted,
    ],
    [
      'wrong project header',
      error(401, 'OpenAI-Project header should match project for API key', ire, 'mismatched_project'),
      'project_mismatch',
      accepted,
    ],
    [
      'wrong project header, no code',
      error(401, 'OpenAI-Project header should match project for API key', ire),
      'project_mismatch',
      accepted,
    ],
    [
      'archived project',
      error(
        401,
        'The project you are requesting has been archived and is no longer accessible',
        ire,
        'not_authorized_invalid_project',
      ),
      'project_archived',
      accepted,
    ],
    [
      'archived project, no code',
      error(401, 'The project you are requesting has been archived and is no longer accessible', ire),
      'project_archived',
      accepted,
    ],
    [
      'user keys forbidden',
      error(
        401,
        'Your organization does not allow user API keys. Use a project key.',
        ire,
        'not_authorized_invalid_key_type',
      ),
      'key_type_forbidden',
      accepted,
    ],
    [
      'user keys forbidden, no code',
      error(401, 'User API keys are disabled for this organization.', ire),
      'key_type_forbidden',
      accepted,
    ],
    [
      'must be made with a session key',
      error(
        403,
        'Your request to GET /v1/dashboard/billing/usage must be made with a session key (that is, it can only be made from the browser). You made it with the following key type: secret.',
        'server_error',
      ),
      'key_type_forbidden',
      accepted,
    ],
    // Place
    [
      'wrong regional host',
      error(
        401,
        'Attempted to access resource with incorrect regional hostname. Please make your request to eu.api.openai.com',
        ire,
        'incorrect_hostname',
      ),
      'wrong_host',
      accepted,
    ],
    [
      'wrong regional host, no code',
      error(401, 'incorrect regional hostname, use us.api.openai.com', ire),
      'wrong_host',
      accepted,
    ],
    [
      'address not on the list',
      error(401, 'Your IP is not authorized to make this request.', ire, 'ip_not_authorized'),
      'ip_not_allowed',
      accepted,
    ],
    ['address not on the list, type only', error(401, '', 'ip_not_authorized'), 'ip_not_allowed', accepted],
    [
      'address not on the list, 403 in other words',
      error(403, 'IP address 203.0.113.7 is not in the allowlist for this project', ire),
      'ip_not_allowed',
      accepted,
    ],
    [
      'client certificate',
      error(401, 'A client certificate is required for this organization (mutual TLS).', ire),
      'client_certificate_required',
      accepted,
    ],
    [
      'country',
      answerOf(403, {
        error: {
          code: 'unsupported_country_region_territory',
          message: 'Country, region, or territory not supported',
          param: null,
          type: 'request_forbidden',
        },
      }),
      'region_blocked',
      unknown,
    ],
    [
      'country, no code',
      error(403, 'Country, region, or territory not supported', 'request_forbidden'),
      'region_blocked',
      unknown,
    ],
    [
      'country as 401',
      error(401, 'Country, region, or territory not supported', null, 'unsupported_country_region_territory'),
      'region_blocked',
      unknown,
    ],
    ['legal reasons', answerOf(451, ''), 'region_blocked', unknown],
    // Rights
    [
      'restricted key asks for models',
      answerOf(403, { error: scopes('api.model.read') }),
      'missing_scope',
      accepted,
    ],
    [
      'restricted key asks for a completion',
      error(401, scopes('model.request'), ire, 'missing_scope'),
      'missing_scope',
      accepted,
      'spend',
      'limited',
    ],
    [
      'restricted key, responses, no code',
      error(401, scopes('api.responses.write'), ire),
      'missing_scope',
      accepted,
      'scope:api.responses.write',
    ],
    [
      'ordinary key asks for management',
      answerOf(403, { error: scopes('api.management.read') }),
      'missing_scope',
      accepted,
      'admin',
    ],
    [
      'ordinary key asks for costs',
      answerOf(403, { error: scopes('api.usage.read') }),
      'missing_scope',
      accepted,
      'usage',
    ],
    [
      'project lacks a model',
      error(403, 'Project `proj_abc123` does not have access to model `gpt-4o-mini`', ire, 'model_not_found'),
      'model_unavailable',
      accepted,
      'spend',
    ],
    [
      'unknown model',
      error(404, 'The model `gpt-9` does not exist or you do not have access to it.', ire, 'model_not_found'),
      'model_unavailable',
      accepted,
      'spend',
    ],
    [
      'organization not verified',
      error(
        400,
        'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
        ire,
        'unsupported_value',
      ),
      'organization_unverified',
      accepted,
      'spend',
    ],
    [
      'organization not verified, 404',
      error(404, 'Your organization must be verified to use the model `o3`.', ire, 'model_not_found'),
      'organization_unverified',
      accepted,
      'spend',
    ],
    // Money and rate
    [
      'no credits, 2026',
      error(
        429,
        'You have no credits remaining. Add credits to continue using the API at https://platform.openai.com/settings/organization/billing/.',
        'insufficient_quota',
        'credit_balance_exhausted',
      ),
      'no_credit',
      accepted,
      'spend',
    ],
    [
      'quota, classic',
      error(429, quota, 'insufficient_quota', 'insufficient_quota'),
      'no_credit',
      accepted,
      'spend',
    ],
    ['quota, 2023', error(429, quota, 'insufficient_quota'), 'no_credit', accepted, 'spend'],
    ['quota as 403', error(403, quota, 'insufficient_quota', 'insufficient_quota'), 'no_credit', accepted],
    [
      'organization spend limit',
      error(429, 'x', 'insufficient_quota', 'organization_spend_limit_exceeded'),
      'spend_limit',
      accepted,
      'spend',
    ],
    [
      'project spend limit',
      error(429, 'x', 'insufficient_quota', 'project_spend_limit_exceeded'),
      'spend_limit',
      accepted,
      'spend',
    ],
    [
      'spend limit, told in words only',
      error(429, 'Your project has reached its monthly spend limit.', 'insufficient_quota'),
      'spend_limit',
      accepted,
      'spend',
    ],
    [
      'usage limit',
      error(429, 'x', 'insufficient_quota', 'organization_usage_limit_exceeded'),
      'usage_limit',
      accepted,
      'spend',
    ],
    [
      'billing not active',
      error(
        429,
        'Your account is not active, please check your billing details on our website.',
        'billing_not_active',
        'billing_not_active',
      ),
      'billing_inactive',
      accepted,
    ],
    [
      'billing not active, 2023',
      error(
        429,
        'Your account is not active, please check your billing details on our website.',
        'billing_not_active',
      ),
      'billing_inactive',
      accepted,
    ],
    [
      'billing not active, sentence only',
      error(429, 'Your account is not active, please check your billing details on our website.', null),
      'billing_inactive',
      accepted,
    ],
    [
      'billing hard limit',
      error(400, 'Billing hard limit has been reached', ire, 'billing_hard_limit_reached'),
      'spend_limit',
      accepted,
    ],
    [
      'rate limit',
      error(
        429,
        'Rate limit reached for gpt-4o in organization org-abc on tokens per min (TPM): Limit 30000, Used 18928, Requested 11159. Please try again in 174ms. Visit https://platform.openai.com/account/rate-limits to learn more.',
        'tokens',
        'rate_limit_exceeded',
      ),
      'rate_limited',
      accepted,
      'models',
      'ready',
    ],
    ['rate limit by type', error(429, 'x', 'requests'), 'rate_limited', accepted],
    [
      'rate limit that offers a payment method',
      error(
        429,
        'Rate limit reached for gpt-4 on requests per min. Limit: 3 / min. Please try again in 20s. Please add a payment method to your account to increase your rate limit.',
        'requests',
      ),
      'rate_limited',
      accepted,
    ],
    [
      'rate limit as 401',
      error(401, 'Rate limit reached', 'requests', 'rate_limit_exceeded'),
      'rate_limited',
      accepted,
    ],
    ['slow down', error(429, 'Slow down', 'rate_limit_error', 'slow_down'), 'rate_limited', accepted],
    // No key was sent
    [
      'no key',
      error(
        401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
        ire,
      ),
      'malformed_key',
      unknown,
    ],
    [
      'no key, newer words',
      error(401, 'Missing bearer or basic authentication in header', ire),
      'malformed_key',
      unknown,
    ],
    // Nothing about the key
    ['unknown 401', error(401, 'Something new', ire, 'something_new'), 'unrecognised', unknown],
    ['unknown 401, Unauthorized', answerOf(401, { detail: 'Unauthorized' }), 'unrecognised', unknown],
    [
      'unknown 401, invalid authentication',
      error(401, 'Invalid Authentication', ire),
      'unrecognised',
      unknown,
    ],
    ['empty 401', answerOf(401, ''), 'unrecognised', unknown],
    ['empty 403', answerOf(403, ''), 'unrecognised', unknown],
    ['401 with an empty object', answerOf(401, {}), 'unrecognised', unknown],
    ['401 with null', answerOf(401, 'null'), 'unrecognised', unknown],
    [
      '401 that guesses',
      error(401, 'Authentication failed. Your API key may be invalid or expired.', ire),
      'unrecognised',
      unknown,
    ],
    [
      '401 that advises',
      error(401, 'Authentication failed. Please check that your API key is not revoked.', ire),
      'unrecognised',
      unknown,
    ],
    [
      '401 in HTML that says invalid key',
      answerOf(401, page('Invalid API key'), html),
      'not_the_provider',
      unknown,
    ],
    ['unknown 400', error(400, 'Unknown key: foo in the request', ire), 'unrecognised', unknown],
    ['418', answerOf(418, { teapot: true }), 'unrecognised', unknown],
    [
      'server error',
      error(500, 'The server had an error while processing your request. Sorry about that!', 'server_error'),
      'provider_trouble',
      unknown,
    ],
    ['server error, code', error(500, 'x', 'server_error', 'server_error'), 'provider_trouble', unknown],
    [
      'server error that speaks of a token of its own',
      error(500, 'Internal error: invalid access token for upstream service', 'server_error'),
      'provider_trouble',
      unknown,
    ],
    [
      'an upstream that refuses a key of its own',
      error(502, 'Upstream authentication failed: invalid API key', 'server_error'),
      'provider_trouble',
      unknown,
    ],
    [
      'an account locked for a while',
      error(503, 'Your organization is temporarily locked while a migration completes.', 'server_error'),
      'provider_trouble',
      unknown,
    ],
    [
      'a gateway that refuses a token in plain text',
      answerOf(401, 'Invalid access token', plain),
      'not_the_provider',
      unknown,
    ],
    [
      'a user agent that is blocked',
      error(403, 'Your user agent is blocked.', 'request_forbidden'),
      'unrecognised',
      unknown,
    ],
    [
      'overloaded',
      answerOf(503, {
        error: {
          code: 'server_is_overloaded',
          message: 'Our servers are currently overloaded. Please try again later.',
          param: null,
          type: 'service_unavailable_error',
        },
      }),
      'provider_trouble',
      unknown,
    ],
    [
      'overloaded inside a stream',
      answerOf(
        200,
        'event: error\ndata: {"type":"error","error":{"type":"service_unavailable_error","code":"server_is_overloaded","message":"Our servers are currently overloaded."}}\n\n',
        { 'content-type': 'text/event-stream' },
      ),
      'provider_trouble',
      unknown,
      'spend',
    ],
    ['empty 500', answerOf(500, ''), 'provider_trouble', unknown],
    [
      'gateway page',
      answerOf(502, page('api.openai.com | 502: Bad gateway'), html),
      'provider_trouble',
      unknown,
    ],
    [
      '520 page',
      answerOf(520, page('Web server is returning an unknown error'), html),
      'provider_trouble',
      unknown,
    ],
    [
      'Cloudflare JSON',
      answerOf(502, { error: { message: 'Bad gateway', type: 'cf_bad_gateway', param: null, code: 502 } }),
      'provider_trouble',
      unknown,
    ],
    [
      'Cloudflare JSON 503',
      answerOf(503, {
        error: { message: 'Service temporarily unavailable', type: 'cf_service_unavailable', code: 503 },
      }),
      'provider_trouble',
      unknown,
    ],
    [
      'Cloudflare JSON that says invalid',
      answerOf(403, { error: { message: 'Invalid API key', type: 'cf_access_denied', code: 1020 } }),
      'not_the_provider',
      unknown,
    ],
    [
      'Cloudflare country',
      answerOf(403, { error: { message: 'Access denied', type: 'cf_access_denied', code: 1009 } }),
      'region_blocked',
      unknown,
    ],
    [
      'Cloudflare rate page',
      answerOf(429, 'error code: 1015', plain),
      'rate_limited',
      unknown,
      'models',
      'unknown',
    ],
    [
      'Cloudflare block page',
      answerOf(403, page('Attention Required! | Cloudflare'), html),
      'not_the_provider',
      unknown,
    ],
    [
      'Envoy',
      answerOf(
        503,
        'upstream connect error or disconnect/reset before headers. reset reason: connection timeout',
        plain,
      ),
      'provider_trouble',
      unknown,
    ],
    ['captive portal', answerOf(200, page('Welcome to Hotel WiFi'), html), 'not_the_provider', unknown],
    ['captive portal that says JSON', answerOf(200, page('Login')), 'not_the_provider', unknown],
    [
      'captive portal by status',
      answerOf(511, page('Network Authentication Required'), html),
      'not_the_provider',
      unknown,
    ],
    [
      'proxy wants a password',
      answerOf(407, page('Proxy Authentication Required'), html),
      'not_the_provider',
      unknown,
    ],
    ['redirect', answerOf(302, '', { location: 'https://login.example' }), 'not_the_provider', unknown],
    ['200 and nothing', answerOf(200, ''), 'not_the_provider', unknown],
    ['204', answerOf(204, ''), 'not_the_provider', unknown],
    ['200 and other JSON', answerOf(200, { status: 'ok' }), 'not_the_provider', unknown],
    ['200 and half a list', answerOf(200, '{"object":"list","data":[{"id":"gpt-5","obj'), 'network', unknown],
    [
      'wrong base URL',
      error(404, 'Invalid URL (GET /models)', ire, 'unknown_url'),
      'not_the_provider',
      unknown,
    ],
    ['wrong base URL, page', answerOf(404, page('Not found'), html), 'not_the_provider', unknown],
    [
      "a relay's own token",
      answerOf(401, {
        error: {
          message: 'Authentication Error, Invalid proxy server token passed. Received API Key = sk-...abcd',
          type: 'auth_error',
          param: 'None',
          code: '401',
        },
      }),
      'not_the_provider',
      unknown,
    ],
    ['bare 429', answerOf(429, ''), 'rate_limited', unknown, 'models', 'unknown'],
    ['408', answerOf(408, ''), 'timeout', unknown],
  ]),
  ...of('anthropic', [
    ['models', answerOf(200, { data: [{ type: 'model', id: 'claude' }], has_more: false }), 'ok', accepted],
    ['wrong key', claude(401, 'authentication_error', 'invalid x-api-key'), 'invalid_key', rejected],
    ['wrong key, newer', claude(401, 'authentication_error', 'API key is invalid.'), 'invalid_key', rejected],
    ['no key', claude(401, 'authentication_error', 'x-api-key header is required'), 'malformed_key', unknown],
    [
      'CORS',
      claude(
        401,
        'authentication_error',
        "CORS requests must set 'anthropic-dangerous-direct-browser-access' header",
      ),
      'cors_forbidden',
      unknown,
    ],
    [
      'CORS forbidden by the organization',
      claude(
        401,
        'authentication_error',
        'CORS requests are not allowed for this Organization because of its settings.',
      ),
      'cors_forbidden',
      unknown,
    ],
    [
      'no credit',
      claude(
        400,
        ire,
        'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
      ),
      'no_credit',
      accepted,
    ],
    [
      'own limit',
      claude(
        400,
        ire,
        'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
      ),
      'spend_limit',
      accepted,
    ],
    [
      'disabled organization',
      claude(400, ire, 'This organization has been disabled.'),
      'account_deactivated',
      rejected,
    ],
    [
      'no permission',
      claude(403, 'permission_error', 'Your API key does not have permission to use the specified resource.'),
      'missing_scope',
      accepted,
    ],
    ['country', claude(403, 'forbidden', 'Request not allowed'), 'region_blocked', unknown],
    [
      'rate',
      claude(429, 'rate_limit_error', 'Number of request tokens has exceeded your per-minute rate limit'),
      'rate_limited',
      accepted,
    ],
    ['overloaded', claude(529, 'overloaded_error', 'Overloaded'), 'provider_trouble', unknown],
    ['api error', claude(500, 'api_error', 'Internal server error'), 'provider_trouble', unknown],
    [
      'unknown authentication error',
      claude(401, 'authentication_error', 'Could not resolve authentication method.'),
      'unrecognised',
      unknown,
    ],
  ]),
  ...of('gemini', [
    ['models', answerOf(200, { models: [{ name: 'models/gemini-3' }] }), 'ok', accepted],
    [
      'wrong key',
      google(400, 'API key not valid. Please pass a valid API key.', 'INVALID_ARGUMENT', 'API_KEY_INVALID'),
      'invalid_key',
      rejected,
    ],
    [
      'wrong key in an array',
      answerOf(
        400,
        `[${google(400, 'API key not valid. Please pass a valid API key.', 'INVALID_ARGUMENT', 'API_KEY_INVALID').body}]`,
      ),
      'invalid_key',
      rejected,
    ],
    [
      'expired',
      google(400, 'API key expired. Please renew the API key.', 'INVALID_ARGUMENT', 'API_KEY_INVALID'),
      'expired_key',
      rejected,
    ],
    [
      'not found',
      google(400, 'API Key not found. Please pass a valid API key.', 'INVALID_ARGUMENT', 'API_KEY_INVALID'),
      'invalid_key',
      rejected,
    ],
    [
      'leaked',
      google(403, 'Your API key was reported as leaked. Please use another API key.', 'PERMISSION_DENIED'),
      'invalid_key',
      rejected,
    ],
    [
      'suspended, with the key in the body',
      google(
        403,
        "Permission denied: Consumer 'api_key:AIzaSyA1234567890abcdefghijklmnopqrstuvw' has been suspended.",
        'PERMISSION_DENIED',
        'CONSUMER_SUSPENDED',
      ),
      'account_deactivated',
      rejected,
    ],
    [
      'service not switched on',
      google(
        403,
        'Generative Language API has not been used in project 123 before or it is disabled.',
        'PERMISSION_DENIED',
        'SERVICE_DISABLED',
      ),
      'missing_scope',
      accepted,
    ],
    [
      'restricted to other services',
      google(
        403,
        'Requests to this API generativelanguage.googleapis.com method x are blocked.',
        'PERMISSION_DENIED',
        'API_KEY_SERVICE_BLOCKED',
      ),
      'missing_scope',
      accepted,
    ],
    [
      'restricted to addresses',
      google(
        403,
        'The provided API key has an IP address restriction. The originating IP address of the call violates this restriction.',
        'PERMISSION_DENIED',
        'API_KEY_IP_ADDRESS_BLOCKED',
      ),
      'ip_not_allowed',
      accepted,
    ],
    [
      'restricted to a web site',
      google(
        403,
        'Requests from referer <empty> are blocked.',
        'PERMISSION_DENIED',
        'API_KEY_HTTP_REFERRER_BLOCKED',
      ),
      'ip_not_allowed',
      accepted,
    ],
    [
      'no key',
      google(
        403,
        "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
        'PERMISSION_DENIED',
      ),
      'malformed_key',
      unknown,
    ],
    [
      'wrong kind',
      google(
        401,
        'API keys are not supported by this API. Expected OAuth2 access token or other authentication credentials that assert a principal.',
        'UNAUTHENTICATED',
        'CREDENTIALS_MISSING',
      ),
      'key_type_forbidden',
      accepted,
    ],
    [
      'country',
      google(400, 'User location is not supported for the API use.', 'FAILED_PRECONDITION'),
      'region_blocked',
      unknown,
    ],
    [
      'billing',
      google(403, 'This API method requires billing to be enabled.', 'PERMISSION_DENIED', 'BILLING_DISABLED'),
      'billing_inactive',
      accepted,
    ],
    [
      'quota',
      google(
        429,
        'You exceeded your current quota, please check your plan and billing details.',
        'RESOURCE_EXHAUSTED',
      ),
      'rate_limited',
      accepted,
    ],
    [
      'down',
      google(503, 'The model is overloaded. Please try again later.', 'UNAVAILABLE'),
      'provider_trouble',
      unknown,
    ],
  ]),
  ...of('mistral', [
    ['models', answerOf(200, list), 'ok', accepted],
    ['wrong key', answerOf(401, { detail: 'Unauthorized' }), 'invalid_key', rejected],
    ['the same word with another status', answerOf(403, { detail: 'Unauthorized' }), 'unrecognised', unknown],
    [
      'wrong key, gateway words',
      answerOf(401, { message: 'Unauthorized', request_id: 'x' }),
      'invalid_key',
      rejected,
    ],
    [
      'inactive subscription',
      answerOf(402, { detail: 'Inactive subscription or usage limit reached' }),
      'billing_inactive',
      accepted,
    ],
    [
      'rate',
      answerOf(429, {
        object: 'error',
        message: 'Requests rate limit exceeded',
        type: 'rate_limited',
        code: '1300',
      }),
      'rate_limited',
      accepted,
    ],
  ]),
  ...of('groq', [
    ['models', answerOf(200, list), 'ok', accepted],
    [
      'wrong key',
      answerOf(401, { error: { message: 'Invalid API Key', type: ire, code: 'invalid_api_key' } }),
      'invalid_key',
      rejected,
    ],
    [
      'restricted organization',
      error(
        400,
        'Organization has been restricted. Please reach out to support if you believe this was in error.',
        ire,
        'organization_restricted',
      ),
      'account_deactivated',
      rejected,
    ],
    [
      'blocked network',
      error(403, 'Access denied. Please check your network settings.', null),
      'region_blocked',
      unknown,
    ],
    [
      'rate',
      error(
        429,
        'Rate limit reached for model `llama` in organization `org_x` on requests per minute (RPM): Limit 30, Used 30, Requested 1. Please try again in 1.5s.',
        'requests',
        'rate_limit_exceeded',
      ),
      'rate_limited',
      accepted,
    ],
  ]),
  ...of('openrouter', [
    [
      'about the key',
      answerOf(200, { data: { label: 'sk-or-v1-abc...xyz', limit: null, usage: 1, is_free_tier: false } }),
      'ok',
      accepted,
    ],
    [
      'limit used up',
      answerOf(200, { data: { label: 'x', limit: 10, limit_remaining: 0, usage: 10 } }),
      'spend_limit',
      accepted,
    ],
    [
      'unknown, expired or deleted',
      answerOf(401, { error: { message: 'User not found.', code: 401 } }),
      'invalid_key',
      rejected,
    ],
    [
      'no key',
      answerOf(401, { error: { message: 'No auth credentials found', code: 401 } }),
      'malformed_key',
      unknown,
    ],
    [
      'no credits',
      answerOf(402, {
        error: {
          message: 'Insufficient credits. Add more using https://openrouter.ai/settings/credits',
          code: 402,
          metadata: { limit_source: 'account' },
        },
      }),
      'no_credit',
      accepted,
    ],
    [
      "upstream's refusal is about another key",
      answerOf(502, {
        error: {
          message: 'Provider returned error',
          code: 502,
          metadata: {
            raw: '{"error":{"code":"invalid_api_key","message":"Incorrect API key provided"}}',
            provider_name: 'OpenAI',
          },
        },
      }),
      'provider_trouble',
      unknown,
    ],
    [
      'key limit',
      answerOf(403, {
        error: {
          message: 'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys',
          code: 403,
        },
      }),
      'spend_limit',
      accepted,
    ],
  ]),
  ...of('deepseek', [
    [
      'balance',
      answerOf(200, { is_available: true, balance_infos: [{ currency: 'USD', total_balance: '5.00' }] }),
      'ok',
      accepted,
      'models',
      'ready',
    ],
    ['empty balance', answerOf(200, { is_available: false, balance_infos: [] }), 'no_credit', accepted],
    [
      'wrong key',
      error(401, 'Authentication Fails, Your API key: ****eek is invalid', 'authentication_error', ire),
      'invalid_key',
      rejected,
    ],
    ['no money', error(402, 'Insufficient Balance', 'unknown_error', ire), 'no_credit', accepted],
    [
      'no user',
      error(401, 'Authentication Fails (no such user)', 'authentication_error', ire),
      'invalid_key',
      rejected,
    ],
  ]),
  ...of('xai', [
    [
      'about the key',
      answerOf(200, {
        redacted_api_key: 'xai-...b14o',
        name: 'x',
        acls: ['api-key:model:*'],
        api_key_blocked: false,
        api_key_disabled: false,
        team_blocked: false,
      }),
      'ok',
      accepted,
    ],
    [
      'switched off',
      answerOf(200, { redacted_api_key: 'xai-...b14o', name: 'x', acls: [], api_key_disabled: true }),
      'invalid_key',
      rejected,
    ],
    [
      'wrong key',
      answerOf(400, {
        code: 'invalid-argument',
        error: 'Incorrect API key provided. You can obtain an API key from https://console.x.ai.',
      }),
      'invalid_key',
      rejected,
    ],
    [
      'wrong key, older',
      answerOf(400, {
        code: 'Client specified an invalid argument',
        error: 'Incorrect API key provided: xa***zz. You can obtain an API key from https://console.x.ai.',
      }),
      'invalid_key',
      rejected,
    ],
    [
      'no money or limit',
      answerOf(429, {
        code: 'Some resource has been exhausted',
        error:
          'Your team 1234 has either used all available credits or reached its monthly spending limit. To continue making API requests, please purchase more credits or raise your spending limit.',
      }),
      'no_credit',
      accepted,
    ],
    [
      'no model',
      answerOf(404, {
        code: 'not-found',
        error: 'The model grok-9 does not exist or your team does not have access to it.',
      }),
      'model_unavailable',
      accepted,
    ],
  ]),
  ...of('together', [
    ['models', answerOf(200, [{ id: 'meta-llama/x', object: 'model' }]), 'ok', accepted],
    [
      'wrong key',
      error(
        401,
        'Invalid API key provided. You can find your API key at https://api.together.xyz/settings/api-keys.',
        ire,
        'invalid_api_key',
      ),
      'invalid_key',
      rejected,
    ],
  ]),
  ...of('ollama', [
    ['models', answerOf(200, { object: 'list', data: null }), 'ok', accepted],
    ['origin not allowed', answerOf(403, ''), 'cors_forbidden', unknown],
    ['running, but not this path', answerOf(200, 'Ollama is running', plain), 'not_the_provider', unknown],
  ]),
  ...of('lmstudio', [
    ['models', answerOf(200, list), 'ok', accepted],
    ['wrong token', error(401, 'Invalid API token', ire, 'invalid_api_key'), 'invalid_key', rejected],
  ]),
  ...of('llamacpp', [
    ['models', answerOf(200, { object: 'list', data: [], models: [] }), 'ok', accepted],
    [
      'wrong key',
      answerOf(401, { error: { code: 401, message: 'Invalid API Key', type: 'authentication_error' } }),
      'invalid_key',
      rejected,
    ],
    [
      'loading',
      answerOf(503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }),
      'provider_trouble',
      unknown,
    ],
  ]),
  // Said by somebody on the way, in another language, or of something else than the key.
  ...of('openai', [
    ['a gateway', answerOf(401, { message: 'Unauthorized' }), 'not_the_provider', unknown],
    ['a gateway, forbidden', answerOf(403, { message: 'Forbidden' }), 'not_the_provider', unknown],
    [
      'AWS’s own token, invalid',
      answerOf(403, { message: 'The security token included in the request is invalid.' }),
      'not_the_provider',
      unknown,
    ],
    [
      'AWS’s own token, expired',
      answerOf(403, { message: 'The security token included in the request is expired' }),
      'not_the_provider',
      unknown,
    ],
    [
      'AWS, by type',
      answerOf(400, { __type: 'ExpiredTokenException', message: 'The security token is expired.' }),
      'not_the_provider',
      unknown,
    ],
    [
      'Azure, two causes in one',
      answerOf(401, {
        error: {
          code: '401',
          message:
            'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
        },
      }),
      'not_the_provider',
      unknown,
    ],
    [
      'Azure, four causes in one',
      answerOf(401, {
        statusCode: 401,
        message: 'Unauthorized. Access token is missing, invalid, audience is incorrect, or have expired.',
      }),
      'not_the_provider',
      unknown,
    ],
    ['FastAPI', answerOf(401, { detail: 'Not authenticated' }), 'unrecognised', unknown],
    [
      'FastAPI, credentials',
      answerOf(401, { detail: 'Could not validate credentials' }),
      'unrecognised',
      unknown,
    ],
    [
      'FastAPI, a list',
      answerOf(422, {
        detail: [{ loc: ['header', 'authorization'], msg: 'field required', type: 'value_error.missing' }],
      }),
      'unrecognised',
      unknown,
    ],
    [
      'Kong without a key',
      answerOf(401, { message: 'No API key found in request' }),
      'not_the_provider',
      unknown,
    ],
    ['Kong', answerOf(401, { message: 'Invalid authentication credentials' }), 'not_the_provider', unknown],
    ['Tyk', answerOf(403, { error: 'Access to this API has been disallowed' }), 'unrecognised', unknown],
    [
      'a key of the proxy',
      answerOf(401, {
        error: {
          message: 'Authentication Error, Invalid proxy server token passed. Unable to find token in cache',
          type: 'token_not_found_in_db',
          param: 'key',
          code: '401',
        },
      }),
      'not_the_provider',
      unknown,
    ],
    [
      'Spanish',
      error(401, 'La clave de API proporcionada es incorrecta.', ire, null),
      'unrecognised',
      unknown,
    ],
    ['German', error(401, 'Ungültiger API-Schlüssel', ire, null), 'unrecognised', unknown],
    ['Japanese', error(401, 'APIキーが無効です', ire, null), 'unrecognised', unknown],
    [
      'Chinese, with the code',
      error(401, '提供的 API 密钥不正确', ire, 'invalid_api_key'),
      'invalid_key',
      rejected,
    ],
    ['nginx', answerOf(401, page('401 Authorization Required'), html), 'not_the_provider', unknown],
    [
      'a page that speaks of a key',
      answerOf(403, page('Invalid API key'), html),
      'not_the_provider',
      unknown,
    ],
    [
      'Cloudflare’s API',
      answerOf(401, { success: false, errors: [{ code: 10000, message: 'Authentication error' }] }),
      'not_the_provider',
      unknown,
    ],
    [
      'wrapped three times',
      answerOf(401, { error: { error: { error: { message: incorrect, code: 'invalid_api_key' } } } }),
      'invalid_key',
      rejected,
    ],
    [
      'a list around it',
      answerOf(401, [{ error: { message: incorrect, code: 'invalid_api_key' } }]),
      'invalid_key',
      rejected,
    ],
    [
      'a session',
      error(401, 'Your session has expired. Please sign in again.', ire, 'session_expired'),
      'unrecognised',
      unknown,
    ],
    ['a timestamp', error(401, 'Request timestamp expired', ire, 'request_expired'), 'unrecognised', unknown],
    ['a form’s token', answerOf(403, { error: 'Invalid CSRF token' }), 'unrecognised', unknown],
    [
      'another project',
      error(403, 'Key is not valid for project proj_1', ire, null),
      'project_mismatch',
      accepted,
    ],
    [
      'another endpoint',
      error(401, 'This API key is not valid for this endpoint.', ire, null),
      'missing_scope',
      unknown,
    ],
    [
      'a code nobody knows',
      error(401, 'Something about keys we do not know.', ire, 'key_policy_violation'),
      'unrecognised',
      unknown,
    ],
    [
      'a key that is paused',
      error(401, 'This API key is paused.', ire, 'api_key_paused'),
      'unrecognised',
      unknown,
    ],
    ['GitHub', answerOf(401, { message: 'Bad credentials' }), 'not_the_provider', unknown],
    [
      '200 that says 401',
      answerOf(200, { message: 'Unauthorized', statusCode: 401 }),
      'not_the_provider',
      unknown,
    ],
    [
      'RFC 9457, expired',
      answerOf(401, { type: 'about:blank', title: 'Your API key has expired', status: 401 }),
      'expired_key',
      rejected,
    ],
  ]),
  ...of('gemini', [
    [
      'in a list',
      answerOf(400, [
        {
          error: {
            code: 400,
            message: 'API key not valid. Please pass a valid API key.',
            status: 'INVALID_ARGUMENT',
            details: [{ reason: 'API_KEY_INVALID' }],
          },
        },
      ]),
      'invalid_key',
      rejected,
    ],
    [
      'no OAuth',
      google(
        401,
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
        'UNAUTHENTICATED',
      ),
      // What keys of the older kind get since June 2026.
      'key_type_forbidden',
      unknown,
    ],
  ]),
  ...of('anthropic', [
    [
      'browsers not allowed',
      claude(
        401,
        'authentication_error',
        'CORS requests are not allowed for this Organization because of its custom data retention settings.',
      ),
      'cors_forbidden',
      unknown,
    ],
  ]),
]
