/** Every provider. A new one is its file and its line here; tests/providers tells what was forgotten. */
import { openai } from './openai.ts'
import type { Provider } from './provider.ts'
import type { ProviderId } from './verdict.ts'

export const providers: Readonly<Partial<Record<ProviderId, Provider>>> = {
  openai,
}
