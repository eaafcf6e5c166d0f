/** The environment variable each provider's own documentation and packages read. Pure. */
import { providers } from './list.ts'
import type { KeyKind, ProviderId } from './verdict.ts'

export function variableName({ provider, kind }: { provider: ProviderId; kind?: KeyKind }): string {
  const { variable, adminVariable } = providers[provider] ?? { variable: 'API_KEY' }
  return (kind === 'admin' && adminVariable) || variable
}
