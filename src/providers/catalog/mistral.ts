/** Mistral. Its keys have no prefix, and its whole answer to a wrong one is "Unauthorized". */
import { defineProvider } from '../provider.ts'

export const mistral = defineProvider({
  id: 'mistral',
  name: 'Mistral',
  calledAs: 'mistral|codestral',
  console: 'https://console.mistral.ai/api-keys',
  baseUrl: 'https://api.mistral.ai/v1',
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'MISTRAL_API_KEY',
  keys: [{ shape: /^(?=[A-Za-z0-9]{32}$)(?=.*[a-z])(?=.*[A-Z])(?=.*\d)/, kind: 'plain', isShared: true }],
  unmarked: /^[A-Za-z\d]{32}$/,
  needsContext: true,
  probes: { models: { method: 'GET', path: '/models' } },
  bareFrame: [['detail'], ['message', 'request_id']],
  phrases: [
    // The one word that Mistral has for a key it does not take (seen January 2026).
    [/^unauthorized\.?$/i, 'invalid_key', 401],
    [/inactive subscription/i, 'billing_inactive'],
    [/capacity exceeded/i, 'rate_limited', 429],
  ],
})
