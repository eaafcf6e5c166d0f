/**
 * What people type when they look for help with OpenAI API keys, and the guide that should come first.
 *
 * Written before the search was built, by someone who had seen neither its code nor the texts of the guides: only
 * their ids, what each is for, and what people ask in public. The list is not tuned to the search, nor may the
 * search be tuned to single lines of it: when a query fails, ask which words a whole group of people would use.
 */

export type SearchQuery = { query: string; expected: GuideId; kind: QueryKind }

export type GuideId =
  | 'create-account'
  | 'create-key'
  | 'create-project'
  | 'fix-billing'
  | 'fix-not-working'
  | 'fix-permission-denied'
  | 'fix-rate-limit'
  | 'give-to-app'
  | 'key-compromised'
  | 'keyless-ci'
  | 'limit-spending'
  | 'monitor-usage'
  | 'project-key'
  | 'read-policy'
  | 'restrict-key'
  | 'revoke-key'
  | 'rotate-key'
  | 'secure-account'
  | 'service-account-key'
  | 'set-up-billing'
  | 'stop-using'
  | 'verify-organization'

/** `words`: how people say it; `pasted`: a message or code as a program gave it; `typo`: with mistakes in it. */
export type QueryKind = 'words' | 'pasted' | 'typo'

const words = (expected: GuideId, ...queries: string[]) => table('words', expected, queries)
const pasted = (expected: GuideId, ...queries: string[]) => table('pasted', expected, queries)
const typo = (expected: GuideId, ...queries: string[]) => table('typo', expected, queries)

function table(kind: QueryKind, expected: GuideId, queries: string[]): SearchQuery[] {
  return queries.map(query => ({ query, expected, kind }))
}

export const searchQueries: readonly SearchQuery[] = [
  ...words('create-account', 'sign up', 'register', 'verification email not arriving'),
  ...typo('create-account', 'creat acount', 'singup'),

  ...words('secure-account', '2FA', 'two-factor authentication', 'mfa'),

  ...words('read-policy', 'terms of use', 'use case policy', 'what am i allowed to do', 'prohibited uses'),

  ...words(
    'set-up-billing',
    'pay',
    'add credit card',
    'buy credits',
    'payment method',
    'how much does $5 buy',
    'prepaid',
    'free credits',
    'auto recharge',
  ),
  ...typo('set-up-billing', 'biling'),

  ...words('limit-spending', 'budget', 'hard limit', 'avoid unexpected charges', 'spending alert'),
  ...typo('limit-spending', 'spend limmit'),

  ...words(
    'give-to-app',
    'paste key into an app',
    'is it safe to give my key to another program',
    'third party app asks for api key',
  ),

  ...words(
    'create-key',
    'new key',
    'get an api key',
    'generate secret key',
    'How do I get an OpenAI API key?',
    'where do i find my api key',
  ),
  ...typo('create-key', 'creat new secrit key', 'genrate api key'),

  ...words(
    'restrict-key',
    'restricted permissions',
    'read only key',
    'least privilege',
    'limit what a key can do',
  ),
  ...typo('restrict-key', 'restriced key'),

  ...words('create-project', 'new project', 'make a project for my chatbot'),

  ...words(
    'project-key',
    'key for one project',
    'separate keys for development and production',
    'staging key',
  ),

  ...words(
    'service-account-key',
    'service account',
    'bot account key',
    'key for a server that is not tied to a person',
  ),
  ...typo('service-account-key', 'sevice acount'),

  ...words('keyless-ci', 'workload identity federation', 'github actions without a key'),

  ...words('monitor-usage', 'usage', 'how much have i spent', 'cost per key', 'usage dashboard'),
  ...typo('monitor-usage', 'useage'),

  ...words('rotate-key', 'rotate', 'replace old key with a new one', 'backup key'),

  ...words('revoke-key', 'revoke', 'delete a key', 'remove key i no longer need'),
  ...typo('revoke-key', 'revoak key'),

  ...words(
    'key-compromised',
    'leaked',
    'i pushed my key to github',
    'someone else is using my key',
    'suspicious activity',
  ),
  ...typo('key-compromised', 'compromized key'),

  ...words('verify-organization', 'organization verification'),
  ...pasted(
    'verify-organization',
    'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
  ),

  ...words('stop-using', 'delete account', 'stop being charged', 'remove my card'),

  ...words('fix-not-working', 'key not working', 'authentication error', 'key expired'),
  ...pasted(
    'fix-not-working',
    '401',
    'invalid_api_key',
    'Incorrect API key provided: sk-abc**********wxyz. You can find your API key at https://platform.openai.com/account/api-keys.',
    'openai.AuthenticationError: Error code: 401',
  ),
  ...typo('fix-not-working', 'api key dosnt work'),

  ...words('fix-permission-denied', 'permission denied', 'no access to model'),
  ...pasted(
    'fix-permission-denied',
    '403',
    'You have insufficient permissions for this operation. Missing scopes: model.request.',
    'model_not_found',
    'The model `gpt-5` does not exist or you do not have access to it.',
  ),

  ...words('fix-rate-limit', 'too many requests', 'throttled'),
  ...pasted(
    'fix-rate-limit',
    '429',
    'rate_limit_exceeded',
    'Rate limit reached for gpt-5-mini in organization on tokens per min (TPM): Limit 200000',
    'slow_down',
  ),

  ...words('fix-billing', 'card declined', 'no credit left', 'credits not showing up'),
  ...pasted(
    'fix-billing',
    'insufficient_quota',
    'You exceeded your current quota, please check your plan and billing details.',
    'credit_balance_exhausted',
  ),
]
