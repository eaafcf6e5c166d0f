/** Google Gemini: `AIza…` keys and the newer `AQ.…` ones. A wrong key is a 400 here, and an answer may hold the whole key. */
import { defineProvider } from '../provider.ts'

export const gemini = defineProvider({
  id: 'gemini',
  name: 'Google Gemini',
  shortName: 'Gemini',
  calledAs: 'gemini|google api key|google ai|google gen ai|google generative ai|google ai studio',
  console: 'https://aistudio.google.com/app/apikey',
  baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  auth: { header: 'x-goog-api-key' },
  variable: 'GEMINI_API_KEY',
  keys: [
    { shape: /^AIza/, kind: 'plain' },
    { shape: /^AQ\./, kind: 'plain' },
  ],
  wrapsErrors: true,
  probes: { models: { method: 'GET', path: '/models?pageSize=1000' } },
  codes: {
    apikeyservicedisabled: 'missing_scope',
    apikeyhttpreferrerblocked: 'ip_not_allowed',
    apikeyandroidappblocked: 'ip_not_allowed',
    apikeyiosappblocked: 'ip_not_allowed',
    credentialsmissing: 'malformed_key',
    accountstateinvalid: 'account_deactivated',
    userprojectdenied: 'missing_scope',
    locationpolicyviolated: 'region_blocked',
  },
  statuses: { 429: 'rate_limited' },
  phrases: [
    [/prepa(?:id|y\w*)\s+credits?|credits? (?:are|is) depleted/i, 'no_credit'],
    // Where the free tier is not offered, what is paid for is.
    [/free tier[^.]{0,30}n[o'’]t[\s\S]*\bbilling\b/i, 'billing_inactive'],
    // Said of the free tier's limits per minute and per day.
    [/exceeded your current quota/i, 'rate_limited'],
  ],
})
