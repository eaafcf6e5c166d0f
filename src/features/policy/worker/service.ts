/** The organization's policy in the worker: read once in each life, and anew when it changes. */
import { type Policy, type PolicyReader, readPolicy } from '../core/policy.ts'

/** @param follow what has to be done when there is a policy, or another one, or none any more */
export function createPolicyService(
  readManaged: () => Promise<Record<string, unknown>>,
  follow: () => unknown,
): PolicyReader & { refresh(): void } {
  let known: Policy = {}
  let reading: Promise<Policy>
  const refresh = (isNews = true) => {
    const mine: Promise<Policy> = readManaged()
      // A browser without managed storage has no policy.
      .catch(() => ({}))
      .then(managed => {
        if (mine !== reading) return reading
        known = readPolicy(managed).policy
        if (isNews || Object.keys(known).length > 0) follow()
        return known
      })
    reading = mine
  }
  refresh(false)
  return { known: () => known, read: () => reading, refresh: () => refresh() }
}
