/** Together AI: OpenAI's error shapes; its list of models is a bare array. */
import { defineProvider, isList } from '../provider.ts'

export const together = defineProvider({
  id: 'together',
  name: 'Together AI',
  shortName: 'Together',
  calledAs: 'together ai|together api|together key|together token|together xyz',
  console: 'https://api.together.ai/settings/api-keys',
  baseUrl: 'https://api.together.xyz/v1',
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'TOGETHER_API_KEY',
  keys: [{ shape: /^tgp_v1_/, kind: 'plain' }],
  unmarked: /^[\da-f]{64}$/,
  needsContext: true,
  probes: { models: { method: 'GET', path: '/models' } },
  isSuccess: (_probe, value) => Array.isArray(value) || isList(value),
})
