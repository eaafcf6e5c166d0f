/** Anthropic (Claude). Says the same of a wrong key and of a browser it did not expect: the sentence tells them apart. */
import { defineProvider } from '../provider.ts'

export const anthropic = defineProvider({
  id: 'anthropic',
  name: 'Anthropic',
  calledAs: 'anthropic|claude',
  console: 'https://console.anthropic.com/settings/keys',
  baseUrl: 'https://api.anthropic.com/v1',
  auth: { header: 'x-api-key' },
  headers: { 'anthropic-version': '2023-06-01', 'anthropic-dangerous-direct-browser-access': 'true' },
  variable: 'ANTHROPIC_API_KEY',
  adminVariable: 'ANTHROPIC_ADMIN_KEY',
  keys: [
    { shape: /^sk-ant-admin\d*-/, kind: 'admin' },
    { shape: /^sk-ant-oat\d*-/, kind: 'oauth' },
    { shape: /^sk-ant-(?:sid|ort)\d*-/, kind: 'session' },
    { shape: /^sk-ant-/, kind: 'plain' },
  ],
  wrapsErrors: true,
  probes: {
    models: { method: 'GET', path: '/models?limit=100' },
    admin: { method: 'GET', path: '/organizations/api_keys?limit=1' },
  },
  probeFor: { admin: 'admin' },
  codes: { creditbalancetoolow: 'no_credit' },
  phrases: [
    // What an address in a country that is not served gets.
    [/^model: /, 'model_unavailable', 404],
    [/^request not allowed/i, 'region_blocked', 403],
    [/oauth authentication is[^.]{0,20}not|only authorized for use with/i, 'key_type_forbidden'],
  ],
})
