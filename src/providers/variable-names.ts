/** The environment variable each provider's own documentation and packages read. Pure. */
import { providers } from './list.ts'
import type { KeyKind, ProviderId } from './verdict.ts'

type Named = { provider: ProviderId; kind?: KeyKind; service?: string; variable?: string }

/** @param key `variable`: the person's own word; without it a service that Keyway does not know lends its name */
export function variableName(key: Named): string {
  const { variable, adminVariable, isKeptOnly } = providers[key.provider] ?? { variable: 'API_KEY' }
  const stem = isKeptOnly && key.service?.toUpperCase().match(/[A-Z][A-Z0-9]*/g)
  return (
    key.variable ||
    (stem && `${stem.join('_')}_${variable}`) ||
    (key.kind === 'admin' && adminVariable) ||
    variable
  )
}
