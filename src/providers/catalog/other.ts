/** Any other service: its keys are kept and asked about nowhere, because no free question is known that is safe to ask. */
import { defineProvider } from '../provider.ts'

export const other = defineProvider({
  id: 'other',
  name: 'Other',
  isKeptOnly: true,
  calledAs: '',
  // A record's own web page stands in its place; there is no address to ask.
  console: '',
  baseUrl: '',
  auth: { header: '' },
  variable: 'API_KEY',
  // What is known of each: src/providers/recognition/kept-services.ts. Its shapes are narrower; this one keeps their keys from being sent.
  keys: [
    {
      shape:
        /^(?:(?:hf|api_org|r8|fw|lsv2)_|pplx-|nvapi-)[\w-]{20,}$|^sk_[a-f\d]{48}$|^[^\W_]{52}JQQJ9[^\W_]{26}/,
      kind: 'plain',
    },
  ],
  probes: {},
})
