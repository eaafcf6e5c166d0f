/** A provider as two letters on its colour. Decoration: its name stands in words beside it or in the row's label. */
import type { ReactNode } from 'react'
import type { ProviderId } from '../../providers/verdict.ts'

const letters: Record<ProviderId, string> = {
  openai: 'Oa',
  anthropic: 'An',
  gemini: 'Ge',
  mistral: 'Mi',
  groq: 'Gq',
  openrouter: 'Or',
  deepseek: 'Ds',
  xai: 'xA',
  together: 'To',
  ollama: 'Ol',
  lmstudio: 'LM',
  llamacpp: 'Ll',
  other: '··',
}

/** @param children a status in the tile's corner */
export function ProviderTile({ provider, children }: { provider: ProviderId; children?: ReactNode }) {
  return (
    <span className="tile" data-provider={provider} aria-hidden="true" translate="no">
      {letters[provider]}
      {children}
    </span>
  )
}
