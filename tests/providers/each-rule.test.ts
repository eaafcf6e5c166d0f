/**
 * One answer for each rule of the reader and each step in which it weighs them: with any of these left out another verdict comes of it. Found by
 * the small mistakes that no other test noticed (`npm run soak mutants`).
 */
import { expect, test } from 'vitest'
import { readAnswer } from '../../src/providers/index.ts'
import type { Answer, Cause, ProbeId, ProviderId, Verdict } from '../../src/providers/verdict.ts'
import { answerOf as raw } from './answers.ts'

type Case = [key: Verdict['key'], cause: Cause, provider: ProviderId, probe: ProbeId, answer: Answer]

const said = (status: number, message: string): Answer => raw(status, { error: { message } })
const html = { 'content-type': 'text/html' }

const cases: Case[] = [
  [
    'accepted',
    'ok',
    'deepseek',
    'spend',
    raw(
      422,
      'Failed to deserialize the JSON body into the target type: messages: invalid type: string "Authentication Fails, key is invalid", expected a sequence at line 1 column 61',
      { 'content-type': 'text/plain; charset=utf-8' },
    ),
  ],
  ['rejected', 'wrong_provider', 'openai', 'models', said(401, 'This looks like an Anthropic API key.')],
  [
    'accepted',
    'usage_limit',
    'gemini',
    'spend',
    raw(429, {
      error: {
        code: 429,
        message:
          'You exceeded your current quota. * Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_free_tier_requests, limit: 20, model: gemini-3-flash\nPlease retry in 21h3m.',
        status: 'RESOURCE_EXHAUSTED',
      },
    }),
  ],
  ['unknown', 'not_the_provider', 'openai', 'models', raw(200, { status: 'ok' })],
  [
    'accepted',
    'usage_limit',
    'groq',
    'spend',
    raw(429, {
      error: {
        message:
          'Rate limit reached for model on tokens per day (TPD): Limit 100000, Used 99871, Requested 400.',
        type: 'tokens',
        code: 'rate_limit_exceeded',
      },
    }),
  ],
  ['accepted', 'key_type_forbidden', 'openai', 'models', said(401, 'An admin key cannot be used here.')],
  ['unknown', 'malformed_key', 'openai', 'models', said(401, "Expected 'Bearer <key>' but got 'Basic ...'.")],
  [
    'rejected',
    'invalid_key',
    'openai',
    'models',
    said(401, "We don't recognise the secret you sent. It may have been deleted by someone on your team."),
  ],
  [
    'rejected',
    'account_deactivated',
    'xai',
    'models',
    raw(403, { code: 'permission-denied', error: 'Team 4f2b is blocked. Ask support@x.ai why.' }),
  ],
  [
    'unknown',
    'malformed_key',
    'xai',
    'models',
    raw(400, {
      code: 'invalid-argument',
      error: 'Could not parse the Authorization header: expected "Bearer <key>".',
    }),
  ],
  [
    'unknown',
    'unrecognised',
    'gemini',
    'spend',
    raw(400, {
      error: {
        code: 400,
        message: 'Multiple authentication credentials received. Please pass only one.',
        status: 'INVALID_ARGUMENT',
      },
    }),
  ],
  [
    'accepted',
    'billing_inactive',
    'groq',
    'models',
    raw(403, {
      error: {
        message: 'Account disabled until the outstanding balance of $12.40 is settled.',
        type: 'billing_error',
        code: 'account_disabled',
      },
    }),
  ],
  [
    'unknown',
    'not_the_provider',
    'ollama',
    'models',
    raw(
      401,
      {
        errors: [
          {
            status: '401',
            code: 'EDGE_TOKEN_EXPIRED',
            title: 'Token expired',
            detail:
              'The session token of the reverse proxy homelab-edge has expired. Sign in again at https://edge.home.example.',
          },
        ],
        jsonapi: { version: '1.1' },
      },
      { 'content-type': 'application/vnd.api+json', server: 'homelab-edge' },
    ),
  ],
  ['accepted', 'no_credit', 'openai', 'models', said(402, 'Your account balance is $0.00.')],
  ['accepted', 'usage_limit', 'openai', 'models', said(403, 'You have used all your requests for today.')],
  [
    'unknown',
    'region_blocked',
    'xai',
    'models',
    raw(403, { code: 'permission-denied', error: 'xAI services are unavailable in your country.' }),
  ],
  [
    'unknown',
    'provider_trouble',
    'lmstudio',
    'spend',
    raw(400, {
      error: 'The model has crashed without additional information. (Exit code: 18446744072635812000)',
    }),
  ],
  [
    'unknown',
    'timeout',
    'openai',
    'spend',
    raw(408, {
      error: {
        message: 'The request timed out while waiting for the body.',
        type: 'timeout_error',
        param: null,
        code: 'request_timeout',
      },
    }),
  ],
  [
    'accepted',
    'no_credit',
    'anthropic',
    'spend',
    raw(402, {
      type: 'error',
      error: { type: 'billing_error', message: 'There are no funds available for this organization.' },
      request_id: 'req_011CX2mB7',
    }),
  ],
  [
    'unknown',
    'not_the_provider',
    'mistral',
    'models',
    raw(
      503,
      '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>Netskope</title></head>\n<body><p>This action was stopped by your company\'s Netskope policy. Ticket: IT help desk.</p></body></html>',
      { 'content-type': 'text/html; charset=utf-8' },
    ),
  ],
  [
    'rejected',
    'account_deactivated',
    'openai',
    'models',
    raw(401, {
      error: {
        message:
          'Your OpenAI account has been deactivated, please check your email for more information. If you feel this is an error, contact us through our help center at help.openai.com.',
        type: 'requests',
        param: null,
        code: null,
      },
    }),
  ],
  [
    'accepted',
    'project_archived',
    'gemini',
    'models',
    raw(403, {
      error: {
        code: 403,
        message: 'Project 991 has been deleted.',
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'USER_PROJECT_DENIED',
            domain: 'googleapis.com',
            metadata: { service: 'generativelanguage.googleapis.com' },
          },
        ],
      },
    }),
  ],
  [
    'unknown',
    'region_blocked',
    'deepseek',
    'models',
    raw(
      403,
      '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1><H2>The request could not be satisfied.</H2><HR>The Amazon CloudFront distribution is configured to block access from your country. We can\'t connect to the server for this app or website at this time.<BR><PRE>Generated by cloudfront (CloudFront) Request ID: x8Q==</PRE></BODY></HTML>',
      { 'content-type': 'text/html', server: 'CloudFront' },
    ),
  ],
  ['unknown', 'project_archived', 'openai', 'models', said(401, 'Project is no longer active.')],
  ['unknown', 'missing_scope', 'openai', 'models', said(401, 'This key may not list models.')],
  ['accepted', 'model_unavailable', 'openai', 'models', said(403, 'The model gpt-5 has been deprecated.')],
  ['rejected', 'wrong_provider', 'openai', 'models', said(401, 'That is a key of a different provider.')],
  [
    'unknown',
    'organization_mismatch',
    'openai',
    'models',
    said(401, 'The API key belongs to another organization.'),
  ],
  [
    'accepted',
    'organization_unverified',
    'openai',
    'models',
    said(403, 'Verification of your organization is required.'),
  ],
  [
    'unknown',
    'wrong_host',
    'openai',
    'models',
    said(401, 'Requests for this project have to be sent to the EU endpoint.'),
  ],
  [
    'accepted',
    'client_certificate_required',
    'openai',
    'models',
    said(403, "The certificate your client offered isn't one that this project has activated."),
  ],
  [
    'unknown',
    'not_the_provider',
    'groq',
    'models',
    raw(200, 'LiteLLM: RUNNING', { 'content-type': 'text/plain' }),
  ],
  [
    'unknown',
    'provider_trouble',
    'openai',
    'models',
    raw(503, {
      error: { message: '当前分组 default 下无可用渠道', type: 'new_api_error', code: 'model_not_found' },
    }),
  ],
  [
    'accepted',
    'spend_limit',
    'anthropic',
    'models',
    raw(429, {
      type: 'error',
      error: { type: 'rate_limit_error', message: 'Workspace spend limit of $50.00 reached.' },
      request_id: 'req_011CVb7aXq',
    }),
  ],
  [
    'accepted',
    'no_credit',
    'openai',
    'spend',
    raw(400, {
      error: {
        message: 'Nothing left in the wallet. Buy credits and wait five minutes.',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_request',
      },
    }),
  ],
  [
    'unknown',
    'malformed_key',
    'lmstudio',
    'models',
    raw(401, {
      error: {
        message:
          'The API token in the Authorization header is malformed. LM Studio tokens look like sk-lm-xxxxxxxx:xxxxxxxxxxxxxxxxxxxx.',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_api_key',
      },
    }),
  ],
  [
    'accepted',
    'ok',
    'anthropic',
    'spend',
    raw(400, {
      type: 'error',
      error: {
        type: 'invalid_request_error',
        message:
          'messages: at least one message is required (got system: "Reply with: your credit balance is too low")',
      },
      request_id: 'req_011CcX1y2Z3a4B5c6D7e8F9g',
    }),
  ],
  [
    'accepted',
    'spend_limit',
    'anthropic',
    'spend',
    raw(403, {
      type: 'error',
      error: {
        type: 'billing_error',
        message:
          "The workspace 'batch-jobs' has reached its spend limit of $500 for January. An admin can raise it in the Console.",
      },
      request_id: 'req_011CcX1y2Z3a4B5c6D7e8F9g',
    }),
  ],
  // A code may be written in capitals, in one word.
  ['rejected', 'expired_key', 'openai', 'models', raw(401, { error: { code: 'TOKENEXPIRED' } })],
  ['rejected', 'access_terminated', 'openai', 'models', raw(403, { error: { code: 'ACCESSTERMINATED' } })],
  [
    'accepted',
    'client_certificate_required',
    'openai',
    'models',
    raw(403, { error: { code: 'CERTIFICATEREQUIRED' } }),
  ],
  [
    'accepted',
    'organization_unverified',
    'openai',
    'models',
    raw(403, { error: { code: 'UNVERIFIEDORGANIZATION' } }),
  ],
  // The point of a version ends no sentence, and what is put in place of other words leaves one blank.
  [
    'accepted',
    'model_unavailable',
    'openai',
    'models',
    said(401, 'Your project does not have access to gpt-4.1, a model in preview.'),
  ],
  ['accepted', 'billing_inactive', 'openai', 'models', said(401, 'Your account is no longer active.')],
  ['accepted', 'ip_not_allowed', 'gemini', 'models', said(403, 'Requests from referer <empty> are blocked.')],
  ['accepted', 'usage_limit', 'openai', 'models', said(429, 'Ihr Kontingent ist erschöpft.')],
  // What an answer names beside its error is no gateway's signature.
  [
    'rejected',
    'invalid_key',
    'openai',
    'models',
    raw(
      401,
      { error: { message: 'Incorrect API key provided.' } },
      { 'access-control-expose-headers': 'x-request-id, x-litellm-version' },
    ),
  ],
  [
    'rejected',
    'invalid_key',
    'openai',
    'models',
    raw(401, { error: { message: 'Incorrect API key provided.' }, request_timestamp: 1 }),
  ],
  [
    'rejected',
    'invalid_key',
    'openai',
    'models',
    raw(401, { error: { message: 'Incorrect API key provided.' }, timestamp_ms: 1 }),
  ],
  // A provider that nobody knows is read as OpenAI, and what is no answer at all as one that nobody understands.
  ['rejected', 'invalid_key', 'nobody' as ProviderId, 'models', said(401, 'Incorrect API key provided.')],
  [
    'unknown',
    'unrecognised',
    'openai',
    'models',
    { status: 401, headers: {}, body: undefined as unknown as string },
  ],
  // Of thousands of codes and types the first two dozen are read.
  [
    'unknown',
    'unrecognised',
    'openai',
    'models',
    raw(403, { errors: [...Array(24).fill({ code: 'see_docs' }), { code: 'invalid_api_key' }] }),
  ],
  [
    'unknown',
    'unrecognised',
    'openai',
    'models',
    raw(403, { errors: [...Array(24).fill({ type: 'see_docs' }), { type: 'insufficient_quota' }] }),
  ],
  ['unknown', 'unrecognised', 'openai', 'models', raw(403, { error: { type: 'spent_tokens' } })],
  ['unknown', 'unrecognised', 'openai', 'models', raw(403, { error: { type: 'requests_spent' } })],
  // Of two statements the milder one, and of two about the key the one that says more.
  [
    'accepted',
    'rate_limited',
    'openai',
    'models',
    raw(401, {
      errors: [{ message: 'Incorrect API key provided.' }, { message: 'Rate limit reached for requests.' }],
    }),
  ],
  [
    'rejected',
    'expired_key',
    'openai',
    'models',
    raw(401, {
      errors: [{ message: 'Incorrect API key provided.' }, { message: 'Your API key has expired.' }],
    }),
  ],
  // The code names the family, the sentence the member.
  [
    'accepted',
    'ip_not_allowed',
    'openai',
    'models',
    raw(403, { error: { code: 'insufficient_permissions', message: 'Your IP address is not allowed.' } }),
  ],
  [
    'accepted',
    'billing_inactive',
    'openai',
    'models',
    raw(403, {
      error: {
        code: 'insufficient_permissions',
        message: 'Your account is not active, please check your billing details.',
      },
    }),
  ],
  [
    'accepted',
    'no_credit',
    'openai',
    'models',
    raw(403, { error: { code: 'insufficient_permissions', message: 'You have run out of credits.' } }),
  ],
  [
    'accepted',
    'no_credit',
    'openai',
    'models',
    raw(403, { error: { code: 'payment_past_due', message: 'You have run out of credits.' } }),
  ],
  [
    'accepted',
    'no_credit',
    'openai',
    'models',
    raw(403, {
      error: {
        code: 'insufficient_quota',
        type: 'credit_balance_error',
        message: 'Your usage limit was reached.',
      },
    }),
  ],
  // A page at the edge: its status first, and nothing of it is about money.
  [
    'unknown',
    'timeout',
    'openai',
    'models',
    raw(408, '<html><title>Request timeout</title>No healthy upstream</html>', html),
  ],
  [
    'unknown',
    'not_the_provider',
    'openai',
    'models',
    raw(402, '<html><title>Payment required</title></html>', html),
  ],
  [
    'unknown',
    'rate_limited',
    'openai',
    'models',
    raw(429, '<html><title>Slow down</title></html>', { ...html, 'retry-after': '7200' }),
  ],
  // Where no body came, a header says it; beside a body it says nothing.
  [
    'rejected',
    'expired_key',
    'openai',
    'models',
    raw(401, '', {
      'www-authenticate': 'Bearer error="invalid_token", error_description="Your API key has expired."',
    }),
  ],
  [
    'rejected',
    'expired_key',
    'openai',
    'models',
    raw(401, '', { 'grpc-message': 'Your API key has expired.' }),
  ],
  [
    'unknown',
    'unrecognised',
    'openai',
    'models',
    raw(
      401,
      { error: { message: 'See the documentation.' } },
      { 'grpc-message': 'Your API key has expired.' },
    ),
  ],
  ['rejected', 'expired_key', 'openai', 'models', raw(200, { detail: 'Your API key has expired.' })],
  [
    'rejected',
    'expired_key',
    'openai',
    'models',
    raw(200, '', { 'grpc-message': 'Your API key has expired.' }),
  ],
  [
    'unknown',
    'not_the_provider',
    'openai',
    'models',
    raw(200, '', { 'grpc-message': 'See the documentation.' }),
  ],
  // What looks like a success and is none was not made by the provider, whatever else it says.
  [
    'unknown',
    'not_the_provider',
    'openai',
    'models',
    raw(200, '<html><title>No healthy upstream</title></html>', html),
  ],
  ['unknown', 'not_the_provider', 'openai', 'models', raw(200, { code: 'invalid_api_key' })],
  // "That is somebody else's key" counts where the key is refused, and where nothing else was said.
  ['rejected', 'wrong_provider', 'openai', 'models', said(400, 'That is a key of a different provider.')],
  ['unknown', 'unrecognised', 'openai', 'spend', said(400, 'That is a key of a different provider.')],
  ['unknown', 'unrecognised', 'openai', 'models', said(404, 'That is a key of a different provider.')],
  [
    'accepted',
    'rate_limited',
    'openai',
    'models',
    said(401, 'Rate limit reached. That is a key of a different provider.'),
  ],
  ['unknown', 'unrecognised', 'openai', 'models', said(401, 'This looks like an OpenAI API key.')],
  [
    'accepted',
    'no_credit',
    'deepseek',
    'models',
    said(402, 'Verification of your organization is required.'),
  ],
  [
    'unknown',
    'cors_forbidden',
    'ollama',
    'models',
    said(403, 'Verification of your organization is required.'),
  ],
  [
    'unknown',
    'not_the_provider',
    'openai',
    'models',
    raw(401, { error: { message: 'Your API key has expired.', code: 'sso required' } }),
  ],
  // Who is to wait for hours has used up a share; a server in trouble has not, nor has who is to wait for one hour.
  [
    'unknown',
    'provider_trouble',
    'openai',
    'models',
    raw(503, { error: { message: 'See the documentation.' } }, { 'retry-after': '7200' }),
  ],
  [
    'accepted',
    'rate_limited',
    'openai',
    'models',
    raw(429, { error: { message: 'Slow down.' } }, { 'retry-after': '3600' }),
  ],
  [
    'accepted',
    'usage_limit',
    'openai',
    'models',
    raw(429, { error: { message: 'Slow down.' } }, { 'retry-after': '3601' }),
  ],
  // Half a body is heard as a whole one; a text that is no JSON is not, where it says "token" alone.
  [
    'accepted',
    'organization_unverified',
    'openai',
    'models',
    raw(403, '{"error":{"message":"Verification of your organization is required.","type":"inv'),
  ],
  [
    'unknown',
    'not_the_provider',
    'openai',
    'models',
    raw(401, 'Token has expired. See the page API keys.', { 'content-type': 'text/plain' }),
  ],
]

test.each(
  cases.map(one => [`${one[2]} ${one[4].status} ${String(one[4].body).slice(0, 100)}`, one] as const),
)('%s', (_, one) => {
  const [key, cause, provider, probe, answer] = one
  const verdict = readAnswer(provider, probe, answer)
  expect([verdict.key, verdict.cause]).toEqual([key, cause])
})

test('an address is no name of a model', () => {
  const { cause, detail } = readAnswer(
    'openai',
    'spend',
    said(404, 'The model `//evil.example/x` does not exist.'),
  )
  expect([cause, detail]).toEqual(['model_unavailable', undefined])
})
