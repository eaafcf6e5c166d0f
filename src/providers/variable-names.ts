/** The environment variable each provider's own documentation and packages read. Pure. */
import { providers } from './list.ts'
import type { KeyKind, ProviderId } from './verdict.ts'

type Named = { provider: ProviderId; kind?: KeyKind; variable?: string }

/** What a shell takes for the name of a variable, and for nothing else. */
const isName = /^[A-Za-z_]\w*$/

/** @param key `variable`: the person's own word, used only where it is a name: it is written into commands and programs */
export function variableName(key: Named): string {
  const { variable, adminVariable } = providers[key.provider] ?? { variable: 'API_KEY' }
  return (
    (isName.test(key.variable ?? '') && key.variable) || (key.kind === 'admin' && adminVariable) || variable
  )
}
