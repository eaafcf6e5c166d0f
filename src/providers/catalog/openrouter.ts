/** OpenRouter: its list of models is public, so the key is asked about itself; it alone tells its own limit and expiry. */
import { defineProvider, isObject } from '../provider.ts'

export const openrouter = defineProvider({
  id: 'openrouter',
  name: 'OpenRouter',
  calledAs: 'open router',
  console: 'https://openrouter.ai/settings/keys',
  baseUrl: 'https://openrouter.ai/api/v1',
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'OPENROUTER_API_KEY',
  keys: [{ shape: /^sk-or-/, kind: 'plain' }],
  wrapsErrors: true,
  probes: { models: { method: 'GET', path: '/key' }, 'scope:models': { method: 'GET', path: '/models' } },
  phrases: [
    // Said of an unknown, an expired and a deleted key alike.
    [/^user not found/i, 'invalid_key', 401],
    [/provider returned error/i, 'provider_trouble'],
    [/no (?:cookie )?auth credentials/i, 'malformed_key'],
    [/key limit exceeded|key[^.]{0,20}(?:total|daily|weekly|monthly|credit) limit/i, 'spend_limit'],
  ],
  statuses: { 402: 'no_credit' },
  isSuccess: (_probe, value) => isObject(value) && typeof value.data === 'object' && value.data !== null,
  reads: (_probe, value) => {
    const about = isObject(value) && isObject(value.data) ? value.data : {}
    const { limit_remaining: left } = about
    return typeof left === 'number' && left <= 0 ? 'spend_limit' : undefined
  },
})
