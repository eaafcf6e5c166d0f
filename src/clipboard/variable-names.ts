/** The environment variable each provider's own documentation and packages read. Pure. */
import type { KeyKind, ProviderId } from '../providers/verdict.ts'

const names: Record<ProviderId, string> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  gemini: 'GEMINI_API_KEY',
  mistral: 'MISTRAL_API_KEY',
  groq: 'GROQ_API_KEY',
  openrouter: 'OPENROUTER_API_KEY',
  deepseek: 'DEEPSEEK_API_KEY',
  xai: 'XAI_API_KEY',
  together: 'TOGETHER_API_KEY',
  ollama: 'OLLAMA_API_KEY',
  lmstudio: 'LM_API_TOKEN',
  llamacpp: 'LLAMA_API_KEY',
}

export function variableName({ provider, kind }: { provider: ProviderId; kind?: KeyKind }): string {
  if (kind === 'admin' && provider === 'openai') return 'OPENAI_ADMIN_KEY'
  if (kind === 'admin' && provider === 'anthropic') return 'ANTHROPIC_ADMIN_KEY'
  return names[provider]
}
