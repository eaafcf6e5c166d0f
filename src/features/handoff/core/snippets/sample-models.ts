/** The model that a sample names where nobody chose one: cheap, and in every list. Pure. */
import type { ProviderId } from '../../../../providers/verdict.ts'

const models: Partial<Record<ProviderId, string>> = {
  openai: 'gpt-5-nano',
  anthropic: 'claude-haiku-4-5',
  gemini: 'gemini-2.5-flash',
  mistral: 'mistral-small-latest',
  groq: 'llama-3.1-8b-instant',
}

export const sampleModel = (provider: ProviderId): string => models[provider] ?? 'a-model-of-yours'
