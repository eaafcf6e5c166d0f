/** LM Studio on the person's own machine: a token only when its owner wants one. */
import { defineProvider } from '../provider.ts'

export const lmstudio = defineProvider({
  id: 'lmstudio',
  name: 'LM Studio',
  calledAs: 'lm studio|lm api token',
  console: 'https://lmstudio.ai/docs/developer/core/authentication',
  baseUrl: 'http://127.0.0.1:1234/v1',
  local: true,
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'LM_API_TOKEN',
  keys: [{ shape: /^sk-lm-\w{6,}:\w{10,}$/, kind: 'plain' }],
  needsContext: true,
  probes: { models: { method: 'GET', path: '/models' } },
})
