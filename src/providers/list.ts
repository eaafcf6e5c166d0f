/** Every provider. A new one is its file and its line here; tests/providers tells what was forgotten. */
import { anthropic } from './catalog/anthropic.ts'
import { deepseek } from './catalog/deepseek.ts'
import { gemini } from './catalog/gemini.ts'
import { groq } from './catalog/groq.ts'
import { llamacpp } from './catalog/llamacpp.ts'
import { lmstudio } from './catalog/lmstudio.ts'
import { mistral } from './catalog/mistral.ts'
import { ollama } from './catalog/ollama.ts'
import { openai } from './catalog/openai.ts'
import { openrouter } from './catalog/openrouter.ts'
import { other } from './catalog/other.ts'
import { together } from './catalog/together.ts'
import { xai } from './catalog/xai.ts'
import type { Provider } from './provider.ts'

/** In the order in which a person chooses among them. */
const all = [
  openai,
  anthropic,
  gemini,
  mistral,
  groq,
  openrouter,
  deepseek,
  xai,
  together,
  ollama,
  lmstudio,
  llamacpp,
  other,
] as const

export type ProviderId = (typeof all)[number]['id']

export const providerIds: readonly ProviderId[] = all.map(({ id }) => id)
export const providers = Object.fromEntries(all.map(each => [each.id, each])) as Readonly<
  Record<ProviderId, Provider<ProviderId>>
>

/** Is a key of this provider only kept, and asked about nowhere? */
export const isKeptOnly = ({ provider }: { provider: ProviderId }): boolean =>
  providers[provider]?.isKeptOnly === true
