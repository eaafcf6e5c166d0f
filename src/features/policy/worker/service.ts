/** The organization's policy in the worker: read once in each life, and anew when it changes. */

import { type Policy, type PolicyReading, readPolicy } from '../core/policies.ts'
import type { PolicyReader } from '../core/policy.ts'

/** @param follow what has to be done when there is a policy, or another one, or none any more */
export function createPolicyService(
  readManaged: () => Promise<Record<string, unknown>>,
  follow: (reading: PolicyReading) => unknown,
): PolicyReader & { refresh(): void } {
  let known: Policy = {}
  let latest: Promise<Policy>
  const refresh = (isNews = true) => {
    const mine: Promise<Policy> = readManaged()
      // A browser without managed storage has no policy.
      .catch(() => ({}))
      .then(managed => {
        if (mine !== latest) return latest
        const reading = readPolicy(managed)
        known = reading.policy
        if (isNews || Object.keys(managed).length > 0) follow(reading)
        return known
      })
    latest = mine
  }
  refresh(false)
  return { known: () => known, read: () => latest, refresh: () => refresh() }
}
