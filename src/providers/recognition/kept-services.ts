/** What is known of services whose keys Keyway keeps and cannot test, beside their shape: for screens. Mostly data. */
import { type KeptService, keptShapes } from './kept-shapes.ts'

export type Service = {
  service: string
  /** The variable that its own packages read. */
  variable: string
  /** Where its keys are made and revoked. */
  webPage: string
}

/** As the services' own documents had it on 2026-11-22. */
const known: Record<KeptService, Omit<Service, 'service'>> = {
  'Hugging Face': { variable: 'HF_TOKEN', webPage: 'https://huggingface.co/settings/tokens' },
  Replicate: { variable: 'REPLICATE_API_TOKEN', webPage: 'https://replicate.com/account/api-tokens' },
  Perplexity: { variable: 'PERPLEXITY_API_KEY', webPage: 'https://www.perplexity.ai/settings/api' },
  'Fireworks AI': {
    variable: 'FIREWORKS_API_KEY',
    webPage: 'https://app.fireworks.ai/settings/users/api-keys',
  },
  ElevenLabs: {
    variable: 'ELEVENLABS_API_KEY',
    webPage: 'https://elevenlabs.io/app/settings/api-keys',
  },
  NVIDIA: { variable: 'NVIDIA_API_KEY', webPage: 'https://build.nvidia.com/settings/api-keys' },
  LangSmith: { variable: 'LANGSMITH_API_KEY', webPage: 'https://smith.langchain.com/settings' },
  Azure: { variable: 'AZURE_OPENAI_API_KEY', webPage: 'https://portal.azure.com/' },
}

/** The service that alone makes keys of this shape. */
export function serviceOf(key: string): Service | undefined {
  const found = (Object.keys(keptShapes) as KeptService[]).find(name => keptShapes[name].test(key))
  return found && { service: found, ...known[found] }
}

/** Any service's key, where nothing in a text looks like one that Keyway knows: one word that a header can carry. */
export const isAnyKey = (text: string): boolean => /^[\x21-\x7e]{8,2000}$/.test(text.trim())
