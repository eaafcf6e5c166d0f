/** DeepSeek: the balance is asked for, so one free request tells of the key and of the money. */
import { defineProvider, isList, isObject } from '../provider.ts'

export const deepseek = defineProvider({
  id: 'deepseek',
  name: 'DeepSeek',
  calledAs: 'deep seek',
  console: 'https://platform.deepseek.com/api_keys',
  baseUrl: 'https://api.deepseek.com',
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'DEEPSEEK_API_KEY',
  // Alibaba's Model Studio and others make keys of this very shape.
  keys: [{ shape: /^sk-[a-z0-9]{32}$/, kind: 'plain', isShared: true }],
  unmarked: /^sk-[a-z\d]{32}$/,
  needsContext: true,
  probes: {
    models: { method: 'GET', path: '/user/balance' },
    'scope:models': { method: 'GET', path: '/models' },
  },
  phrases: [[/authentication fails[^.]{0,5}\(no such user\)/i, 'invalid_key']],
  statuses: { 402: 'no_credit' },
  isSuccess: (_probe, value) => (isObject(value) && typeof value.is_available === 'boolean') || isList(value),
  reads: (_probe, value) => {
    if (!isObject(value) || typeof value.is_available !== 'boolean') return undefined
    return value.is_available ? 'ready' : 'no_credit'
  },
})
