/** What people call the providers and the kinds of keys. */
import type { KeyKind, ProviderId } from '../providers/verdict.ts'

const names: Record<ProviderId, string> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  gemini: 'Gemini',
  mistral: 'Mistral',
  groq: 'Groq',
  openrouter: 'OpenRouter',
  deepseek: 'DeepSeek',
  xai: 'xAI',
  together: 'Together',
  ollama: 'Ollama',
  lmstudio: 'LM Studio',
  llamacpp: 'llama.cpp',
}

const kinds: Partial<Record<KeyKind, string>> = {
  project: 'project key',
  user: 'user key',
  service: 'service-account key',
  admin: 'admin key',
  legacy: 'legacy user key',
}

export const providerIds = Object.keys(names) as ProviderId[]
export const providerName = (id: ProviderId): string => names[id]
export const kindWord = (kind: KeyKind | undefined): string => (kind && kinds[kind]) ?? 'key'
