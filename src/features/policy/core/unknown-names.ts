/** Names in a policy's list that Keyway does not know: they allow nothing, and the page of policies says so. */
import { providerIds } from '../../../providers/list.ts'
import type { Policy, PolicyName } from './policies.ts'
import { fileKinds, syncKinds } from './policy.ts'

/** `value`: of a list, this name alone. */
export type NotUnderstood = { name: PolicyName; value?: string }

const known = { providers: providerIds, projectFiles: fileKinds, syncCarriers: syncKinds } as const

export const unknownNames = (policy: Policy): NotUnderstood[] =>
  (['providers', 'projectFiles', 'syncCarriers'] as const).flatMap(name =>
    (policy[name] ?? [])
      .filter(value => !(known[name] as readonly string[]).includes(value))
      .map(value => ({ name, value })),
  )
