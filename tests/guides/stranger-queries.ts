/**
 * What strangers typed in 2026, written before anybody looked at the words that the guides carry, and the guides that are a right answer.
 * Like tests/guides/search-queries.ts they are a measure: a query that fails asks for the words of a whole group of people, not for itself.
 */
const pasted: [string, ...string[]][] = [
  [
    "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-proj-abc***xyz. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}",
    'fix-not-working',
  ],
  [
    'Rate limit reached for gpt-5 in organization org-xyz on tokens per min (TPM): Limit 30000, Used 29000, Requested 2500. Please try again in 3s.',
    'fix-rate-limit',
  ],
  ['You exceeded your current quota, please check your plan and billing details', 'fix-billing'],
  ['The model `gpt-5.5` does not exist or you do not have access to it.', 'fix-permission-denied'],
  [
    'You have insufficient permissions for this operation. Missing scopes: model.request. Check that you have the correct role in your organization',
    'fix-permission-denied',
  ],
  [
    'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
    'verify-organization',
  ],
  [
    'openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable',
    'fix-not-working',
  ],
  ['Billing hard limit has been reached', 'fix-billing'],
  ['You must be a member of an organization to use the API', 'fix-permission-denied'],
  ['Your card has been declined. Please try a different card', 'set-up-billing', 'fix-billing'],
  ['HTTP 401 Unauthorized', 'fix-not-working'],
  ['403 Country, region, or territory not supported', 'create-account', 'fix-not-working', 'need-a-key'],
  ['stream disconnected before completion: Rate limit reached for gpt-5-codex', 'fix-rate-limit'],
  ['exceeded retry limit, last status: 429 Too Many Requests', 'fix-rate-limit'],
  [
    'Request too large for gpt-4o in organization org-1 on tokens per min (TPM): Limit 30000, Requested 90000',
    'fix-rate-limit',
  ],
  ['Your account has been deactivated, please check your email for more information', 'fix-not-working'],
  ['This phone number is already linked to the maximum number of accounts', 'create-account'],
  ['AuthenticationError', 'fix-not-working'],
  ['PermissionDeniedError 403', 'fix-permission-denied'],
  ['Project `proj_x` does not have access to model `gpt-image-1`', 'fix-permission-denied'],
  ["TypeError: Cannot read properties of undefined (reading 'OPENAI_API_KEY')", 'fix-not-working'],
  ['We noticed unusual activity on your API key', 'key-compromised'],
]

const typos: [string, ...string[]][] = [
  ['opnai api kye', 'create-key'],
  ['biling', 'set-up-billing', 'fix-billing'],
  ['rate limt exeeded', 'fix-rate-limit'],
  ['verfy organisation', 'verify-organization'],
  ['revok key', 'revoke-key'],
  ['how to delet my acount', 'stop-using'],
  ['spendng cap', 'limit-spending'],
  ['two factor authentification', 'secure-account'],
  ['insuficient qouta', 'fix-billing'],
  ['servise acount', 'service-account-key'],
]

const words: [string, ...string[]][] = [
  ['my key is on github', 'key-compromised'],
  ['someone used my key and ran up a bill', 'key-compromised'],
  ['what does it cost me', 'set-up-billing', 'need-a-key', 'spend-less', 'monitor-usage'],
  ['I only have ChatGPT Plus', 'need-a-key'],
  ['do I have to pay extra if I have chatgpt pro', 'need-a-key'],
  ['put my key into cursor', 'give-to-app'],
  ['n8n openai credentials', 'give-to-app'],
  ['obsidian plugin asks for api key', 'give-to-app'],
  ['github actions without secrets', 'keyless-ci'],
  ['oidc aws lambda openai', 'keyless-ci'],
  ["key for my server that isn't tied to me", 'service-account-key'],
  ['employee leaves, what about his key', 'rotate-key', 'revoke-key', 'service-account-key'],
  ['separate key for staging', 'project-key'],
  ['stop automatic recharge', 'limit-spending', 'set-up-billing'],
  ['where can I see what I spent', 'monitor-usage'],
  ['which key costs the most', 'monitor-usage'],
  ['cheaper model', 'spend-less'],
  ['batch api half price', 'spend-less'],
  ['cancel everything and get my money back', 'stop-using'],
  ['key that can only read', 'restrict-key'],
  ['only embeddings', 'restrict-key'],
  ["lost my key, can't see it again", 'rotate-key', 'create-key'],
  ['key expires next week', 'rotate-key'],
  ['change my key every 90 days', 'rotate-key'],
  ["email me when I've spent 20 dollars", 'limit-spending'],
  ['run llama locally instead', 'need-a-key'],
  ['codex login with chatgpt or api key', 'need-a-key'],
  ['passport scan for openai', 'verify-organization'],
  ['is it allowed to make a medical chatbot', 'read-policy'],
  ['can I pay with paypal or a prepaid card', 'set-up-billing'],
  ['free credits for students', 'set-up-billing', 'need-a-key'],
  ['sign in with google account openai platform', 'create-account'],
  ['one project per client', 'create-project', 'project-key'],
  ['MCP server needs OPENAI_API_KEY', 'give-to-app'],
  ['lovable asks me for an openai secret', 'give-to-app'],
  ['my key was in the frontend javascript', 'key-compromised'],
  ['key worked yesterday, now nothing', 'fix-not-working'],
  ['get from tier 1 to tier 2', 'fix-rate-limit'],
  ['passkey for my openai login', 'secure-account'],
  ['download usage as csv', 'monitor-usage'],
  ['topped up but still insufficient_quota', 'fix-billing'],
  ['my son is 16, can he sign up', 'create-account'],
  ['kill this key now', 'revoke-key', 'key-compromised'],
  ['prompt caching discount', 'spend-less'],
]

const of = (kind: StrangerQuery['kind'], rows: [string, ...string[]][]): StrangerQuery[] =>
  rows.map(([query, ...right]) => ({ query, right, kind }))

export type StrangerQuery = { query: string; right: string[]; kind: 'pasted' | 'typo' | 'words' }

export const strangerQueries = [...of('pasted', pasted), ...of('typo', typos), ...of('words', words)]

/** Written next, before the words were changed for the list above: errors as other programs print them, tools of the year, slips. */
const pastedFromTools: [string, ...string[]][] = [
  ["KeyError: 'OPENAI_API_KEY'", 'fix-not-working'],
  [
    'Did not find openai_api_key, please add an environment variable `OPENAI_API_KEY` which contains it, or pass `openai_api_key` as a named parameter.',
    'fix-not-working',
  ],
  [
    "AI_LoadAPIKeyError: OpenAI API key is missing. Pass it using the 'apiKey' parameter or the OPENAI_API_KEY environment variable.",
    'fix-not-working',
  ],
  ['AI_APICallError: You exceeded your current quota', 'fix-billing'],
  [
    'The OPENAI_API_KEY environment variable is missing or empty; either provide it, or instantiate the OpenAI client with an apiKey option',
    'fix-not-working',
  ],
  ['Missing environment variable: `OPENAI_API_KEY`.', 'fix-not-working'],
  ['litellm.RateLimitError: RateLimitError: OpenAIException - Rate limit reached', 'fix-rate-limit'],
  [
    'litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided',
    'fix-not-working',
  ],
  [
    'ERROR: unexpected status 401 Unauthorized: Missing bearer or basic authentication in header',
    'fix-not-working',
  ],
  ['Authorization failed - please check your credentials', 'fix-not-working'],
  ['The service is receiving too many requests from you', 'fix-rate-limit'],
  ['429 You exceeded your current quota, please check your plan', 'fix-billing'],
  [
    "Error code: 400 - {'error': {'message': \"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.\"}}",
    'fix-not-working',
  ],
  ['openai.APIConnectionError: Connection error.', 'fix-not-working'],
  [
    'openai.InternalServerError: Error code: 503 - The server is overloaded or not ready yet.',
    'fix-not-working',
  ],
  ['Your account is not active, please check your billing details on our website.', 'fix-billing'],
  ['No such organization: org-xyz.', 'fix-permission-denied'],
  [
    "Error communicating with OpenAI: HTTPSConnectionPool(host='api.openai.com', port=443): Max retries exceeded with url",
    'fix-not-working',
  ],
  ["You've hit your usage limit. Upgrade to Pro or try again later", 'need-a-key', 'fix-billing', 'fix-rate-limit'],
]

const moreTypos: [string, ...string[]][] = [
  ['paymnet method', 'set-up-billing', 'fix-billing', 'stop-using'],
  ['delte key', 'revoke-key'],
  ['permision denied', 'fix-permission-denied'],
  ['githb leak', 'key-compromised'],
  ['rotaet key', 'rotate-key'],
  ['limts per minute', 'fix-rate-limit'],
  ['acount verifcation', 'create-account', 'verify-organization'],
  ['usge dashbord', 'monitor-usage'],
  ['chatgtp plus api', 'need-a-key', 'set-up-billing'],
]

const moreWords: [string, ...string[]][] = [
  ['someone hacked my openai and used 300 dollars', 'key-compromised'],
  ['gitguardian alert openai key', 'key-compromised'],
  ['claude code with openai key', 'give-to-app'],
  ['home assistant openai conversation key', 'give-to-app'],
  ['difference chatgpt subscription and api', 'need-a-key', 'set-up-billing'],
  ['can i use my chatgpt plus in n8n', 'need-a-key', 'give-to-app', 'set-up-billing'],
  ['how do I log in to codex without api key', 'need-a-key'],
  ['where do I find my existing key', 'create-key', 'rotate-key'],
  ['auto top up off', 'limit-spending', 'set-up-billing', 'stop-using'],
  ['credits expired', 'set-up-billing', 'fix-billing'],
  ['who in my team used so much', 'monitor-usage'],
  ['per project budget', 'limit-spending', 'create-project'],
  ['api key for each customer', 'project-key', 'create-project', 'give-to-app'],
  ['gpt-5 cost per 1000 tokens', 'set-up-billing', 'spend-less'],
  ['face scan failed', 'verify-organization'],
  ['id verification for o3', 'verify-organization'],
  ['lost phone, cannot log in', 'secure-account', 'create-account'],
  ['vpn china openai api', 'fix-not-working', 'create-account'],
  ['school project no credit card', 'set-up-billing', 'need-a-key'],
  ['too many requests in a minute', 'fix-rate-limit'],
  ['stop all api use immediately', 'revoke-key', 'stop-using', 'key-compromised', 'limit-spending'],
  ['permissions for whisper only', 'restrict-key'],
  ['data retention of api', 'read-policy'],
  ['my api key is visible in the browser', 'key-compromised'],
  ['I posted my key in a youtube video', 'key-compromised'],
  ['key in docker image', 'key-compromised', 'service-account-key'],
  ['chatbot for my company, am I allowed', 'read-policy'],
  ['use gpt for free', 'set-up-billing', 'need-a-key'],
]

export const laterQueries = [
  ...of('pasted', pastedFromTools),
  ...of('typo', moreTypos),
  ...of('words', moreWords),
]
