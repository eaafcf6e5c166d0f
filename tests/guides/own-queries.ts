/** Questions to the search of guides, written by who built it. Those of tests/guides/search-queries.ts are from before it. */
import type { SearchQuery } from './search-queries.ts'

const words: [string, SearchQuery['expected']][] = [
  ['where do I register', 'create-account'],
  ['I never got the confirmation e-mail', 'create-account'],
  ['which button creates an account with my Gmail', 'create-account'],
  ['turn on two-step verification', 'secure-account'],
  ['login code from an app on my phone', 'secure-account'],
  ['is my data used for training', 'read-policy'],
  ['what am I not allowed to do with the API', 'read-policy'],
  ['put 5 dollars on my account', 'set-up-billing'],
  ['can I use PayPal', 'set-up-billing'],
  ['how do I make sure it never costs more than $10 a month', 'limit-spending'],
  ['send me a mail when I have spent 20', 'limit-spending'],
  ['budget', 'limit-spending'],
  ['get key', 'create-key'],
  ['I need a token for my python script', 'create-key'],
  ['cant see my key any more after closing the window', 'create-key'],
  ['connect obsidian with openai', 'give-to-app'],
  ['a plugin wants my api key, is that safe', 'give-to-app'],
  ['key for home assistant', 'give-to-app'],
  ['key that may only do embeddings', 'restrict-key'],
  ['least privileges', 'restrict-key'],
  ['keep two customers apart', 'create-project'],
  ['new project', 'create-project'],
  ['different keys for dev and live', 'project-key'],
  ['staging environment key', 'project-key'],
  ['bot account key that does not belong to me', 'service-account-key'],
  ['key for a nightly cron job', 'service-account-key'],
  ['how much money have I used this month', 'monitor-usage'],
  ['which of my keys is the most expensive', 'monitor-usage'],
  ['download the costs as csv', 'monitor-usage'],
  ['swap the key without downtime', 'rotate-key'],
  ['my key will expire next week', 'rotate-key'],
  ['get rid of an old key', 'revoke-key'],
  ['switch a key off', 'revoke-key'],
  ['I pushed my .env to GitHub', 'key-compromised'],
  ['somebody is spending my money', 'key-compromised'],
  ['my key was in a YouTube video', 'key-compromised'],
  ['they want my passport', 'verify-organization'],
  ['unlock gpt-image', 'verify-organization'],
  ['delete my account', 'stop-using'],
  ['I want a refund', 'stop-using'],
  ['remove my credit card', 'stop-using'],
  ['nothing works any more', 'fix-not-working'],
  ['is OpenAI down', 'fix-not-working'],
  ['my country is not supported', 'fix-not-working'],
  ['I may not use this model', 'fix-permission-denied'],
  ['I am asked to slow down', 'fix-rate-limit'],
  ['what is tpm', 'fix-rate-limit'],
  ['they declined my card', 'fix-billing'],
  ['I paid and it still says no quota', 'fix-billing'],
]

const pasted: [string, SearchQuery['expected']][] = [
  ['429', 'fix-rate-limit'],
  ['401', 'fix-not-working'],
  ['403 Forbidden', 'fix-permission-denied'],
  ['credit_balance_exhausted', 'fix-billing'],
  ['mismatched_project', 'fix-permission-denied'],
  ['openai.RateLimitError', 'fix-rate-limit'],
  ['billing_not_active', 'fix-billing'],
  ['account_deactivated', 'fix-not-working'],
  [
    "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-proj-****abcd. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}",
    'fix-not-working',
  ],
  [
    "Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-5 in organization org-abc on tokens per min (TPM): Limit 30000, Used 18928, Requested 11159. Please try again in 174ms.', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}",
    'fix-rate-limit',
  ],
  [
    '{"error":{"message":"You have no credits remaining. Add credits to continue using the API.","type":"insufficient_quota","param":null,"code":"credit_balance_exhausted"}}',
    'fix-billing',
  ],
  [
    '{"error":{"message":"Project `proj_abc` does not have access to model `gpt-4o-mini`","type":"invalid_request_error","param":null,"code":"model_not_found"}}',
    'fix-permission-denied',
  ],
  [
    'You have insufficient permissions for this operation. Missing scopes: model.request. Check that you have the correct role in your organization',
    'fix-permission-denied',
  ],
  [
    'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
    'verify-organization',
  ],
  [
    'Traceback (most recent call last):\n  File "main.py", line 4, in <module>\n    client = OpenAI()\nopenai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable',
    'fix-not-working',
  ],
  ['Your account is not active, please check your billing details on our website.', 'fix-billing'],
]

const typo: [string, SearchQuery['expected']][] = [
  ['biling', 'set-up-billing'],
  ['revkoe key', 'revoke-key'],
  ['ratelimit', 'fix-rate-limit'],
  ['delte acount', 'stop-using'],
  ['lekaed', 'key-compromised'],
  ['two facter', 'secure-account'],
  ['sevice acount', 'service-account-key'],
  ['permision denyed', 'fix-permission-denied'],
  ['creat apikey', 'create-key'],
  ['verifcation of organisation', 'verify-organization'],
  ['spendig limt', 'limit-spending'],
  ['insuficient qouta', 'fix-billing'],
  ['usege', 'monitor-usage'],
  ['useage', 'monitor-usage'],
  ['cancle', 'stop-using'],
  ['porject', 'create-project'],
  ['rotaet key', 'rotate-key'],
]

const listed = (kind: SearchQuery['kind'], rows: [string, SearchQuery['expected']][]): SearchQuery[] =>
  rows.map(([query, expected]) => ({ query, expected, kind }))

export const ownQueries: SearchQuery[] = [
  ...listed('words', words),
  ...listed('pasted', pasted),
  ...listed('typo', typo),
]
