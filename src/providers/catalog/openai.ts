/** OpenAI: what its keys look like, what to ask, where they are made. Facts as of November 2026. */
import { defineProvider, isList, isObject } from '../provider.ts'

export const openai = defineProvider({
  id: 'openai',
  name: 'OpenAI',
  calledAs: 'open ai|chat gpt',
  console: 'https://platform.openai.com/api-keys',
  baseUrl: 'https://api.openai.com/v1',
  otherHosts: /^(?:[a-z]{2}\.|mtls\.|mtls-[a-z]{2}\.)?api\.openai\.com$/,
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'OPENAI_API_KEY',
  adminVariable: 'OPENAI_ADMIN_KEY',
  keys: [
    { shape: /^sk-proj-/, kind: 'project' },
    { shape: /^sk-svcacct-/, kind: 'service' },
    { shape: /^sk-service-/, kind: 'service' },
    { shape: /^sk-admin-/, kind: 'admin' },
    { shape: /^sk-None-/, kind: 'user' },
    { shape: /^sess-/, kind: 'session' },
    { shape: /^eyJ[\w-]+\.[\w-]+/, kind: 'oauth', isShared: true },
    { shape: /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/, kind: 'legacy' },
    // Moonshot, SiliconFlow, LiteLLM and many gateways make keys like this; OpenAI's own have the marker above, so a name alone does not make such a key OpenAI's.
    { shape: /^sk-(?!ant-|or-)[A-Za-z0-9_-]+$/, kind: 'legacy', isShared: true },
  ],
  wrapsErrors: true,
  probes: {
    models: { method: 'GET', path: '/models' },
    // At least one message and n of at least 1 are required: refused before any model runs.
    spend: { method: 'POST', path: '/chat/completions', modelField: 'model', body: { messages: [], n: 0 } },
    admin: { method: 'GET', path: '/organization/projects?limit=1' },
    usage: { method: 'GET', path: '/organization/costs?start_time=1&limit=1' },
  },
  probeFor: { admin: 'admin' },
  // Its limits of a day fill up again all day long: "per day (RPD) … try again in 7m12s".
  phrases: [[/^rate limit reached|\b[rt]pd\b/i, 'rate_limited']],
  isSuccess: (probe, value) =>
    probe === 'spend' || probe.startsWith('scope:')
      ? isObject(value)
      : isList(value) && isObject(value) && (value.object === 'list' || value.object === 'page'),
})
