/** Groq: OpenAI's shapes, with its own words for a restricted organization. */
import { defineProvider } from '../provider.ts'

export const groq = defineProvider({
  id: 'groq',
  name: 'Groq',
  calledAs: 'groq',
  console: 'https://console.groq.com/keys',
  baseUrl: 'https://api.groq.com/openai/v1',
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'GROQ_API_KEY',
  keys: [{ shape: /^gsk_/, kind: 'plain' }],
  wrapsErrors: true,
  probes: { models: { method: 'GET', path: '/models' } },
  codes: { blockedapiaccess: 'spend_limit' },
  phrases: [[/check your network settings/i, 'region_blocked']],
})
