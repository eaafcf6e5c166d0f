/** xAI (Grok): a wrong key is a 400 whose `error` is a sentence; a good key tells whether it is switched off. */
import { defineProvider, isList, isObject } from '../provider.ts'

export const xai = defineProvider({
  id: 'xai',
  name: 'xAI',
  calledAs: 'x ai|grok',
  console: 'https://console.x.ai',
  baseUrl: 'https://api.x.ai/v1',
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'XAI_API_KEY',
  keys: [{ shape: /^xai-/, kind: 'plain' }],
  wrapsErrors: true,
  probes: { models: { method: 'GET', path: '/api-key' }, 'scope:models': { method: 'GET', path: '/models' } },
  codes: { unauthenticatedbadcredentials: 'invalid_key' },
  phrases: [[/used all available credits|have any credits/i, 'no_credit']],
  isSuccess: (_probe, value) =>
    isList(value) || (isObject(value) && ('acls' in value || 'redacted_api_key' in value || 'name' in value)),
  reads: (_probe, value) => {
    if (!isObject(value)) return undefined
    if (value.api_key_disabled === true || value.api_key_blocked === true) return 'invalid_key'
    return value.team_blocked === true ? 'account_deactivated' : undefined
  },
})
