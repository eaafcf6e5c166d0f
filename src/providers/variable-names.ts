/** The environment variable each provider's own documentation and packages read. Pure. */
import { providers } from './list.ts'
import type { KeyKind, ProviderId } from './verdict.ts'

type Named = { provider: ProviderId; kind?: KeyKind; variable?: string }

/** @param key `variable`: the person's own word */
export function variableName(key: Named): string {
  const { variable, adminVariable } = providers[key.provider] ?? { variable: 'API_KEY' }
  return key.variable || (key.kind === 'admin' && adminVariable) || variable
}
