/** A provider as two letters on its colour. Decoration: its name stands in words beside it or in the row's label. */
import type { ReactNode } from 'react'
import type { ProviderId } from '../../providers/verdict.ts'

/** Where the first two letters of its name would be another's, or are written otherwise. */
const letters: Partial<Record<ProviderId, string>> = {
  openai: 'Oa',
  groq: 'Gq',
  openrouter: 'Or',
  deepseek: 'Ds',
  xai: 'xA',
  lmstudio: 'LM',
  other: '··',
}

/** @param children a status in the tile's corner */
export function ProviderTile({ provider, children }: { provider: ProviderId; children?: ReactNode }) {
  return (
    <span className="tile" data-provider={provider} aria-hidden="true" translate="no">
      {letters[provider] ?? provider.charAt(0).toUpperCase() + provider.charAt(1)}
      {children}
    </span>
  )
}
