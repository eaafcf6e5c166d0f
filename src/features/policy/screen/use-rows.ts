/** The keys as a screen lists them: with the organization's limits, where they are stricter than what is kept of a key. */
import { useMemo } from 'react'
import type { KeyRow } from '../../../protocol/published.ts'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { tightenKey } from '../core/policy.ts'
import { usePolicy } from './use-policy.ts'

export function useRows(): KeyRow[] {
  const rows = useSavedKeys()
  const policy = usePolicy()
  const isLimited = policy.copyFreely === false || policy.keyAgeDaysAtMost !== undefined
  return useMemo(
    () => (isLimited ? rows.map(row => tightenKey(row, policy)) : rows),
    [rows, policy, isLimited],
  )
}
