/** The organization's policy as React sees it: as the worker read and published it. Each screen follows it from its start. */
import { useSession } from '../../../ui/use-session.ts'
import type { Policy, PolicyReading } from '../core/policies.ts'

const none: PolicyReading = { policy: {}, notUnderstood: [] }

/** Nothing is forbidden where none was published; the worker refuses by itself. */
export const usePolicyReading = (): PolicyReading => useSession('policy') ?? none
export const usePolicy = (): Policy => usePolicyReading().policy
