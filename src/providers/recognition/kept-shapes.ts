/**
 * Keys of services that Keyway cannot ask, told by a shape that one service alone uses: they are kept, and never sent to a provider
 * that they were not made for. Each shape has a published source, read on 2026-11-22. Small: the worker holds it.
 */

/** By the service's name, as its makers write it. */
export const keptShapes = {
  // gitleaks, rules huggingface-access-token and huggingface-organization-api-token
  'Hugging Face': /^(?:hf_|api_org_)[A-Za-z0-9]{34,}$/,
  // trufflehog, detector replicate
  Replicate: /^r8_[\w-]{37}$/,
  // gitleaks, rule perplexity-api-key
  Perplexity: /^pplx-[A-Za-z0-9]{48,}$/,
  // kingfisher, rule fireworks.1
  'Fireworks AI': /^fw_[A-Za-z0-9]{22,}$/,
  // trufflehog, detector elevenlabs v2
  ElevenLabs: /^sk_[a-f0-9]{48}$/,
  // trufflehog, detector nvapi
  NVIDIA: /^nvapi-[\w-]{64}$/,
  // trufflehog, detector langsmith
  LangSmith: /^lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}$/,
  // github.com/microsoft/security-utilities, CommonAnnotatedKeyRegexPattern: any Azure service's
  Azure:
    /^[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}(?:[A-Za-z0-9]{2}==)?$/,
} as const satisfies Record<string, RegExp>

export type KeptService = keyof typeof keptShapes
