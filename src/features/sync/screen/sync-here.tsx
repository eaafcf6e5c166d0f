/** Every page of Keyway syncs while it is open and the vault is: what that takes is loaded only where sync is switched on. */
import { lazy, Suspense, useEffect, useState } from 'react'

const SyncRunner = lazy(() => import('./sync-runner.tsx'))

/** Not at once: a page that has just opened has something else to do. In ms. */
const calm = 500

/** @param tells this page says when sync needs the person */
export function SyncHere({ tells = false }: { tells?: boolean }) {
  const [isOn, setOn] = useState(false)
  useEffect(() => {
    let isGone = false
    let end: (() => void) | undefined
    const look = async () => {
      const { hasSyncPlace, onSyncPlaceMade } = await import('../../../platform/screen/sync-place.ts')
      if (isGone) return
      end = onSyncPlaceMade(() => setOn(true))
      if (await hasSyncPlace().catch(() => false)) setOn(true)
    }
    const timer = setTimeout(() => void look(), calm)
    return () => {
      isGone = true
      clearTimeout(timer)
      end?.()
    }
  }, [])
  return (
    isOn && (
      <Suspense>
        <SyncRunner tells={tells} />
      </Suspense>
    )
  )
}
