/** Every provider's key shapes in the order they are tried: the most particular prefix first. */
import { providers } from '../list.ts'
import type { KeyKind, ProviderId } from '../verdict.ts'

/** OpenAI comes last: its oldest keys begin with the `sk-` that others' prefixes begin with too. */
export const shapes: readonly { shape: RegExp; provider: ProviderId; kind: KeyKind; isShared: boolean }[] =
  Object.values(providers)
    .sort((a, b) => Number(a.id === 'openai') - Number(b.id === 'openai'))
    .flatMap(provider =>
      provider.keys.map(({ shape, kind, isShared = false }) => ({
        shape,
        provider: provider.id,
        kind,
        isShared,
      })),
    )
