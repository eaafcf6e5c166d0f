/** The environment variable each provider's own documentation and packages read. Pure. */
import { providers } from './list.ts'
import type { KeyKind, ProviderId } from './verdict.ts'

export function variableName({ provider, kind }: { provider: ProviderId; kind?: KeyKind }): string {
  if (kind === 'admin' && provider === 'openai') return 'OPENAI_ADMIN_KEY'
  if (kind === 'admin' && provider === 'anthropic') return 'ANTHROPIC_ADMIN_KEY'
  return providers[provider]?.variable ?? 'API_KEY'
}
