/** The organization's policy as React sees it: read from the browser itself, which nobody but the organization can write. */
import { useSyncExternalStore } from 'react'
import { getManaged, onManagedChanged } from '../../../platform/storage.ts'
import { type Policy, readPolicy } from '../core/policy.ts'
import { type NotUnderstood, unknownNames } from '../core/unknown-names.ts'

export type PolicyReading = { policy: Policy; notUnderstood: NotUnderstood[] }

let seen: PolicyReading = { policy: {}, notUnderstood: [] }
const listeners = new Set<() => void>()
let isFollowed = false

async function look(): Promise<void> {
  const { policy, notUnderstood } = readPolicy(await getManaged().catch(() => ({})))
  seen = { policy, notUnderstood: [...notUnderstood.map(name => ({ name })), ...unknownNames(policy)] }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!isFollowed) {
    isFollowed = true
    onManagedChanged(look)
    void look()
  }
  return () => listeners.delete(listener)
}

/** Nothing is forbidden until it was read; the worker refuses by itself. */
export const usePolicyReading = (): PolicyReading => useSyncExternalStore(subscribe, () => seen)
export const usePolicy = (): Policy => usePolicyReading().policy
