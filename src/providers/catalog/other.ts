/** Any other service: its keys are kept and asked about nowhere, because no free question is known that is safe to ask. */
import { defineProvider } from '../provider.ts'
import { keptShapes } from '../recognition/kept-shapes.ts'

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
  keys: Object.values(keptShapes).map(shape => ({ shape, kind: 'plain' as const })),
  probes: {},
})
