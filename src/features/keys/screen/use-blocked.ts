/** Which keys the browser does not let Keyway ask about, updated when the person grants or removes a permission. */
import { useMemo } from 'react'
import type { KeyRow } from '../../../protocol/published.ts'
import { isMissing, useGranted } from '../../../ui/use-granted.ts'
import { type Needed, originsOf, permissionsNeeded } from '../core/permissions-needed.ts'
import type { Blocked } from '../core/status-group.ts'

export function useNeeded(rows: readonly KeyRow[]): Needed {
  const granted = useGranted()
  return useMemo(
    () => permissionsNeeded(rows, new Set(originsOf(rows).filter(origin => isMissing(origin, granted)))),
    [rows, granted],
  )
}

/** Those among them that were never tested: the permission is their status. */
export function useBlocked({ keys }: Needed): Blocked {
  return useMemo(() => new Set(keys.filter(row => !row.verdict).map(row => row.id)), [keys])
}
