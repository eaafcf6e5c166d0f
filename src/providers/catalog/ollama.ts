/** Ollama on the person's own machine: no key; a bare 403 means that it was not told to trust extensions (OLLAMA_ORIGINS). */
import { defineProvider } from '../provider.ts'

export const ollama = defineProvider({
  id: 'ollama',
  name: 'Ollama',
  calledAs: 'ollama',
  console: 'https://github.com/ollama/ollama/blob/main/docs/faq.md',
  baseUrl: 'http://127.0.0.1:11434/v1',
  local: true,
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'OLLAMA_API_KEY',
  keys: [],
  needsContext: true,
  probes: { models: { method: 'GET', path: '/models' } },
  statuses: { 403: 'cors_forbidden' },
})
