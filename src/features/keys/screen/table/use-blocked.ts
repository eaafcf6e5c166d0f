/** Which keys the browser does not let Keyway ask about, followed as the person grants and takes back. */
import { useEffect, useMemo, useState } from 'react'
import { granted } from '../../../../platform/permissions.ts'
import { followGranted } from '../../../../platform/screen/watch-items.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { type Needed, originsOf, permissionsNeeded } from '../../core/permissions-needed.ts'

export function useBlocked(rows: readonly KeyRow[]): Needed {
  const all = useMemo(() => originsOf(rows), [rows])
  const names = all.join(' ')
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const over = new AbortController()
    const look = async () => {
      const origins = names.split(' ').filter(Boolean)
      const has = await Promise.all(origins.map(origin => granted({ origins: [origin] })))
      if (!over.signal.aborted) setMissing(new Set(origins.filter((_, at) => !has[at])))
    }
    void look()
    followGranted(() => void look(), over.signal)
    return () => over.abort()
  }, [names])
  return useMemo(() => permissionsNeeded(rows, missing), [rows, missing])
}
