/** Every provider. A new one is its file and its line here; tests/providers tells what was forgotten. */
import { anthropic } from './anthropic.ts'
import { deepseek } from './deepseek.ts'
import { gemini } from './gemini.ts'
import { groq } from './groq.ts'
import { llamacpp } from './llamacpp.ts'
import { lmstudio } from './lmstudio.ts'
import { mistral } from './mistral.ts'
import { ollama } from './ollama.ts'
import { openai } from './openai.ts'
import { openrouter } from './openrouter.ts'
import type { Provider } from './provider.ts'
import { together } from './together.ts'
import type { ProviderId } from './verdict.ts'
import { xai } from './xai.ts'

export const providers: Readonly<Record<ProviderId, Provider>> = {
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
}
