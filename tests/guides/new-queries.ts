/**
 * What people type or paste, written by somebody who had seen the guides' names only and neither their words, nor the search, nor the
 * other lists. A measure: a query that fails asks for a better method, or for the words of a whole group of people, never for itself.
 */
const pasted: [string, ...string[]][] = [
  [
    "openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}",
    'fix-billing',
  ],
  [
    'openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable',
    'fix-not-working',
  ],
  [
    'error, status code: 429, status: 429 Too Many Requests, message: Rate limit reached for gpt-4o in organization org-Ab12 on tokens per min (TPM): Limit 30000, Used 28400, Requested 3400. Please try again in 3.6s.',
    'fix-rate-limit',
  ],
  [
    'error, status code: 403, status: 403 Forbidden, message: You have insufficient permissions for this operation. Missing scopes: model.request',
    'fix-permission-denied',
  ],
  [
    'com.openai.errors.UnauthorizedException: 401: Incorrect API key provided: sk-xxxx. You can find your API key at https://platform.openai.com/account/api-keys.',
    'fix-not-working',
  ],
  [
    'com.openai.errors.RateLimitException: 429: You exceeded your current quota, please check your plan and billing details.',
    'fix-billing',
  ],
  [
    'System.ClientModel.ClientResultException: HTTP 401 (invalid_request_error: invalid_api_key)\n   at OpenAI.ClientPipelineExtensions.ProcessMessageAsync',
    'fix-not-working',
  ],
  [
    'Unhandled exception. System.ClientModel.ClientResultException: HTTP 429 (insufficient_quota: insufficient_quota)',
    'fix-billing',
  ],
  [
    'org.springframework.ai.retry.NonTransientAiException: HTTP 429 - { "error": { "message": "You exceeded your current quota, please check your plan and billing details." } }',
    'fix-billing',
  ],
  ['the server responded with status 429 (Faraday::TooManyRequestsError)', 'fix-rate-limit'],
  ['Faraday::UnauthorizedError (the server responded with status 401)', 'fix-not-working'],
  [
    'PHP Fatal error: Uncaught OpenAI\\Exceptions\\ErrorException: You exceeded your current quota',
    'fix-billing',
  ],
  ['OpenAI\\Exceptions\\RateLimitException: Request rate limit has been exceeded.', 'fix-rate-limit'],
  [
    'ApiError(ApiError { message: "The model `gpt-5` does not exist or you do not have access to it.", type: Some("invalid_request_error"), param: None, code: Some("model_not_found") })',
    'fix-permission-denied',
  ],
  [
    'PermissionDeniedError: 403 Project `proj_abc123` does not have access to model `gpt-4.1`',
    'fix-permission-denied',
  ],
  [
    'throw new OpenAIError("The OPENAI_API_KEY environment variable is missing or empty; either provide it, or instantiate the OpenAI client with an apiKey option")',
    'fix-not-working',
  ],
  [
    "BadRequestError: 400 Billing hard limit has been reached\n  code: 'billing_hard_limit_reached'",
    'fix-billing',
    'limit-spending',
  ],
  [
    'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization. If you just verified, it can take up to 15 minutes for access to propagate.',
    'verify-organization',
  ],
  [
    'PermissionDeniedError: 403 Your organization must be verified to use the model `gpt-image-1`',
    'verify-organization',
  ],
  [
    "Error code: 403 - {'error': {'code': 'unsupported_country_region_territory', 'message': 'Country, region, or territory not supported', 'param': None, 'type': 'request_forbidden'}}",
    'fix-permission-denied',
    'fix-not-working',
  ],
  [
    'pydantic_core._pydantic_core.ValidationError: 1 validation error for ChatOpenAI: Did not find openai_api_key, please add an environment variable `OPENAI_API_KEY` which contains it',
    'fix-not-working',
  ],
  [
    'litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided',
    'fix-not-working',
  ],
  [
    'ValueError: No API key found for OpenAI. Please set either the OPENAI_API_KEY environment variable or openai.api_key prior to initialization.',
    'fix-not-working',
  ],
  ['Error in `req_perform()`: ! HTTP 429 Too Many Requests.', 'fix-rate-limit'],
  ['statusError(response: <NSHTTPURLResponse: 0x600> { Status Code: 401, Headers {', 'fix-not-working'],
  [
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)",
    'fix-not-working',
  ],
  [
    '{"error":{"message":"Your account is not active, please check your billing details on our website.","type":"billing_not_active","param":null,"code":"billing_not_active"}}',
    'fix-billing',
  ],
  ['NodeApiError: The service is receiving too many requests from you', 'fix-rate-limit'],
  ['The app returned "Incorrect API key provided".', 'fix-not-working'],
  [
    '{"error":{"message":"The OpenAI account associated with this API key has been deactivated. Please check your email for more information.","code":"account_deactivated"}}',
    'fix-not-working',
    'read-policy',
  ],
  [
    '{:error, %{"error" => %{"code" => "rate_limit_exceeded", "message" => "Rate limit reached for requests"}}}',
    'fix-rate-limit',
  ],
  [
    'remote: error: GH013: Repository rule violations found for refs/heads/main. remote: - GITHUB PUSH PROTECTION - Push cannot contain secrets - OpenAI API Key',
    'key-compromised',
  ],
  ['We have determined that an OpenAI API key was leaked and have disabled it', 'key-compromised'],
  [
    'You have insufficient permissions for this operation. Missing scopes: api.files.write. Check that you have the correct role in your organization (Reader, Writer, Owner)',
    'fix-permission-denied',
  ],
  ['Your card was declined. Please try a different payment method.', 'set-up-billing', 'fix-billing'],
  ['com.aallam.openai.api.exception.AuthenticationException: Incorrect API key provided', 'fix-not-working'],
  [
    'OpenAiHttpException: Rate limit reached for default-gpt-3.5-turbo in organization org-1 on requests per min. Limit: 3 / min. Please try again in 20s.',
    'fix-rate-limit',
  ],
]

const colloquial: [string, ...string[]][] = [
  ['can my chatgpt plus subscription be used in my python script', 'need-a-key'],
  ['which button do i press to get one of those sk- strings', 'create-key'],
  ['i posted a screenshot with my key on twitter', 'key-compromised'],
  ['woke up to a $400 charge i never made', 'key-compromised'],
  ['how do i stop it from ever costing more than 10 dollars', 'limit-spending'],
  ["i don't want a surprise bill", 'limit-spending'],
  ['they sent me no code to my phone', 'create-account'],
  ['what did my bot cost yesterday', 'monitor-usage'],
  ['which of my keys eats the most money', 'monitor-usage'],
  ['the plugin in obsidian wants an api key', 'give-to-app'],
  ['cursor asks for an openai key', 'give-to-app'],
  ['key for our build server that belongs to nobody in particular', 'service-account-key', 'keyless-ci'],
  ['our developer left, his key still runs everything', 'rotate-key', 'service-account-key', 'revoke-key'],
  ['can i use github actions without storing a secret', 'keyless-ci'],
  ['one key for tests and another for the live site', 'project-key', 'create-project'],
  ['make a key that can only do embeddings', 'restrict-key'],
  ['it works on my machine but not on the server', 'fix-not-working'],
  ["it worked yesterday and today it doesn't", 'fix-not-working'],
  ['i paid but it still says no quota', 'fix-billing'],
  ['my credit card got refused', 'set-up-billing', 'fix-billing'],
  ['am i allowed to build a medical app with it', 'read-policy'],
  ['someone else logged into my account', 'secure-account', 'key-compromised'],
  ["i'm done with openai, how do i get rid of everything", 'stop-using'],
  ['can i get my remaining money back', 'stop-using', 'set-up-billing'],
  ['they want to see my passport', 'verify-organization'],
  ['it costs too much, is there something cheaper', 'spend-less'],
  ["switch off a key i don't need any more", 'revoke-key'],
  ['swap the old key for a fresh one without downtime', 'rotate-key'],
  ["keep my two clients' bills apart", 'create-project', 'project-key'],
  ['my app gets blocked when many users come at once', 'fix-rate-limit'],
]

const short: [string, ...string[]][] = [
  ['prepaid credits', 'set-up-billing'],
  ['spending cap', 'limit-spending'],
  ['read-only key', 'restrict-key'],
  ['gpt-image access', 'verify-organization', 'fix-permission-denied'],
  ['stolen key', 'key-compromised'],
  ['expired key', 'fix-not-working', 'rotate-key'],
  ['authenticator app', 'secure-account'],
  ['OIDC token', 'keyless-ci'],
  ['machine account', 'service-account-key'],
  ['age limit', 'create-account', 'read-policy'],
  ['gmail signup', 'create-account'],
  ['delete key', 'revoke-key'],
  ['close account', 'stop-using'],
  ['batch discount', 'spend-less'],
  ['TPM exceeded', 'fix-rate-limit'],
  ['missing scopes', 'fix-permission-denied'],
  ['new project', 'create-project'],
  ['local model', 'need-a-key'],
  ['terms violation', 'read-policy'],
  ['token usage', 'monitor-usage'],
  ['staging key', 'project-key'],
]

const mistyped: [string, ...string[]][] = [
  ['recieve verfication email', 'create-account'],
  ['creat api kee', 'create-key'],
  ['incorect api key', 'fix-not-working'],
  ['to many reqests', 'fix-rate-limit'],
  ['insuficient qouta', 'fix-billing'],
  ['revoek key', 'revoke-key'],
  ['permision denyed', 'fix-permission-denied'],
  ['chatgtp subscripton enough', 'need-a-key'],
  ['ad credit cart', 'set-up-billing'],
  ['rotaet keys', 'rotate-key'],
  ['servce acount', 'service-account-key'],
  ['budgit limt', 'limit-spending'],
]

const held: [string, ...string[]][] = [
  [
    'Error: Request failed with status code 401\n    at createError (axios/lib/core/createError.js:16:15)',
    'fix-not-working',
  ],
  ['AxiosError: Request failed with status code 429', 'fix-rate-limit'],
  [
    'reqwest::Error { kind: Status(403), url: "https://api.openai.com/v1/responses" }',
    'fix-permission-denied',
  ],
  ['HTTPError: HTTP Error 401: Unauthorized', 'fix-not-working'],
  [
    'java.io.IOException: Server returned HTTP response code: 429 for URL: https://api.openai.com/v1/chat/completions',
    'fix-rate-limit',
  ],
  ["KeyError: 'OPENAI_API_KEY'", 'fix-not-working'],
  ['openai.error.InvalidRequestError: The model: `gpt-4` does not exist', 'fix-permission-denied'],
  ['[ERROR] OpenAI API error: insufficient_quota - skipping job 17', 'fix-billing'],
  ['Invalid Authorization header: Bearer undefined', 'fix-not-working'],
  ['Illegal header value b"Bearer sk-proj-abc\\n"', 'fix-not-working'],
  [
    "Error code: 401 - {'error': {'message': 'You must be a member of an organization to use the API.'}}",
    'fix-permission-denied',
    'fix-not-working',
  ],
  [
    "The project you are requesting has been archived and is no longer accessible, code: 'not_authorized_invalid_project'",
    'fix-not-working',
    'fix-permission-denied',
  ],
  [
    'Error 401: Your authentication token has been expired. code: expired_api_key',
    'fix-not-working',
    'rotate-key',
  ],
  [
    'OpenAI-Organization header should match organization for API key, mismatched_organization',
    'fix-permission-denied',
    'fix-not-working',
  ],
  [
    'Rate limit reached for gpt-5-mini on requests per day (RPD): Limit 200, Used 200, Requested 1.',
    'fix-rate-limit',
  ],
  [
    'Request was blocked: your access was terminated due to violation of our policies',
    'read-policy',
    'fix-not-working',
  ],
  ['HTTP/2 429 x-ratelimit-remaining-tokens: 0', 'fix-rate-limit'],
  ['This key has been disabled. Contact your project owner.', 'fix-not-working', 'fix-permission-denied'],
  [
    'Your prompt uses an organization without credits, add a payment method to continue',
    'fix-billing',
    'set-up-billing',
  ],
  ['secret scanning alert: OpenAI API Key found in commit 3f9a2b', 'key-compromised'],
  ['what is the difference between plus and api', 'need-a-key'],
  ['do I have to pay when I already pay 20 a month', 'need-a-key', 'set-up-billing'],
  ['is there a free one I could run at home', 'need-a-key'],
  ['does the thing I typed get used to train it', 'read-policy'],
  ['my son is 14, may he sign up', 'create-account', 'read-policy'],
  ['the confirmation mail never arrived', 'create-account'],
  ['lost my phone with the login codes', 'secure-account'],
  ['load 20 euros on it', 'set-up-billing'],
  ['stop it charging my card automatically', 'set-up-billing', 'limit-spending', 'stop-using'],
  ['get a mail when half of my budget is used', 'limit-spending'],
  ['where can I see the key again that I made last week', 'create-key', 'rotate-key', 'fix-not-working'],
  ['give my key to a wordpress plugin', 'give-to-app'],
  ['a key which may only read', 'restrict-key'],
  ['separate place for the experiments of our interns', 'create-project', 'project-key'],
  ['bot user for production instead of my own name', 'service-account-key'],
  ['aws lambda without a long-lived key', 'keyless-ci'],
  ['how much did we burn this month', 'monitor-usage'],
  ['make the same thing for half the price', 'spend-less'],
  ['change our keys every three months', 'rotate-key'],
  ['take away the access of an old script', 'revoke-key'],
  ['my .env was pushed to a public repo', 'key-compromised'],
  ['prove that we are a real company', 'verify-organization'],
  ['remove my card and leave', 'stop-using'],
  ['new key and still not accepted', 'fix-not-working'],
  ['my restricted key may not upload a file', 'fix-permission-denied', 'restrict-key'],
  ['auto recharge', 'set-up-billing', 'limit-spending'],
  ['top up', 'set-up-billing'],
  ['passkey login', 'secure-account'],
  ['usage export', 'monitor-usage'],
  ['cached input', 'spend-less'],
  ['workload identity', 'keyless-ci'],
  ['model access', 'fix-permission-denied', 'create-project'],
  ['hacked', 'key-compromised'],
  ['delete account', 'stop-using'],
  ['regester acount', 'create-account'],
  ['paymnet failed', 'fix-billing', 'set-up-billing'],
  ['unautorized', 'fix-not-working', 'fix-permission-denied'],
  ['verifiy organisation', 'verify-organization'],
  ['restrikt permissons', 'restrict-key'],
  ['useage this mounth', 'monitor-usage'],
]

export type NewQuery = { query: string; expected: string[] }

export const asQueries = (rows: [string, ...string[]][]): NewQuery[] =>
  rows.map(([query, ...expected]) => ({ query, expected }))

/** A hundred that the search was improved by. */
export const newQueries = asQueries([...pasted, ...colloquial, ...short, ...mistyped])

/** Sixty that were written at the same time and asked once, when the search was done. */
export const heldQueries = asQueries(held)
