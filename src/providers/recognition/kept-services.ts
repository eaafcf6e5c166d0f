/**
 * Services whose keys Keyway keeps and cannot test, told by a shape that one of them alone uses: for screens. Each shape has a published
 * source, read on 2026-11-22; the worker has one looser pattern for all of them (src/providers/catalog/other.ts). Mostly data.
 */

export type Service = {
  service: string
  /** The variable that its own packages read. */
  variable: string
  /** Where its keys are made and revoked. */
  webPage: string
}

/** Variables and pages as the services' own documents had them on that day. */
const services: readonly (Service & { shape: RegExp })[] = [
  {
    service: 'Hugging Face',
    // gitleaks, rules huggingface-access-token and huggingface-organization-api-token
    shape: /^(?:hf_|api_org_)[A-Za-z0-9]{34,}$/,
    variable: 'HF_TOKEN',
    webPage: 'https://huggingface.co/settings/tokens',
  },
  {
    service: 'Replicate',
    // trufflehog, detector replicate
    shape: /^r8_[\w-]{37}$/,
    variable: 'REPLICATE_API_TOKEN',
    webPage: 'https://replicate.com/account/api-tokens',
  },
  {
    service: 'Perplexity',
    // gitleaks, rule perplexity-api-key
    shape: /^pplx-[A-Za-z0-9]{48,}$/,
    variable: 'PERPLEXITY_API_KEY',
    webPage: 'https://www.perplexity.ai/settings/api',
  },
  {
    service: 'Fireworks AI',
    // kingfisher, rule fireworks.1
    shape: /^fw_[A-Za-z0-9]{22,}$/,
    variable: 'FIREWORKS_API_KEY',
    webPage: 'https://app.fireworks.ai/settings/users/api-keys',
  },
  {
    service: 'ElevenLabs',
    // trufflehog, detector elevenlabs v2
    shape: /^sk_[a-f0-9]{48}$/,
    variable: 'ELEVENLABS_API_KEY',
    webPage: 'https://elevenlabs.io/app/settings/api-keys',
  },
  {
    service: 'NVIDIA',
    // trufflehog, detector nvapi
    shape: /^nvapi-[\w-]{64}$/,
    variable: 'NVIDIA_API_KEY',
    webPage: 'https://build.nvidia.com/settings/api-keys',
  },
  {
    service: 'LangSmith',
    // trufflehog, detector langsmith
    shape: /^lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}$/,
    variable: 'LANGSMITH_API_KEY',
    webPage: 'https://smith.langchain.com/settings',
  },
  {
    service: 'Azure',
    // github.com/microsoft/security-utilities, CommonAnnotatedKeyRegexPattern: any Azure service's
    shape:
      /^[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?$/,
    variable: 'AZURE_OPENAI_API_KEY',
    webPage: 'https://portal.azure.com/',
  },
]

/** Each service with its shape. */
export const keptShapes: readonly { service: string; shape: RegExp }[] = services

/** The service that alone makes keys of this shape. */
export function serviceOf(key: string): Service | undefined {
  const found = services.find(({ shape }) => shape.test(key))
  if (!found) return undefined
  const { shape: _, ...service } = found
  return service
}

/** The variable of a service that is known by its name alone, as most services call theirs. */
export function usualVariable(service: string): string | undefined {
  const words = service.toUpperCase().match(/[A-Z][A-Z0-9]*/g)
  return words ? `${words.join('_')}_API_KEY` : undefined
}

/** Any service's key, where nothing in a text looks like one that Keyway knows: one word that a header can carry. */
export const isAnyKey = (text: string): boolean => /^[\x21-\x7e]{8,2000}$/.test(text.trim())
