/** The organization's policy as React sees it: as the worker read and published it. */
import { useSyncExternalStore } from 'react'
import { followSession } from '../../../platform/screen/watch-items.ts'
import { getSession } from '../../../platform/session.ts'
import type { Policy, PolicyReading } from '../core/policies.ts'

const none: PolicyReading = { policy: {}, notUnderstood: [] }
let seen = none
const listeners = new Set<() => void>()
let isFollowed = false

function take(reading = none): void {
  seen = reading
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!isFollowed) {
    isFollowed = true
    followSession('policy', take)
    void getSession('policy').then(take)
  }
  return () => listeners.delete(listener)
}

/** Nothing is forbidden until it was read; the worker refuses by itself. */
export const usePolicyReading = (): PolicyReading => useSyncExternalStore(subscribe, () => seen)
export const usePolicy = (): Policy => usePolicyReading().policy
