/** What people call the providers and the kinds of keys. */
import { t } from '../i18n/t.ts'
import type { KeyKind, ProviderId } from './verdict.ts'

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
  project: t('project key'),
  user: t('user key'),
  service: t('service-account key'),
  admin: t('admin key'),
  legacy: t('legacy user key'),
}

export const providerIds = Object.keys(names) as ProviderId[]
export const providerName = (id: ProviderId): string => names[id]
export const kindWord = (kind: KeyKind | undefined): string => (kind && kinds[kind]) ?? t('key')
