/** Every page of Keyway syncs while it is open and the vault is: what that takes is loaded only where sync is switched on. */
import { lazy, Suspense, useEffect, useState } from 'react'

const SyncRunner = lazy(() => import('./sync-runner.tsx'))

/** Not at once: a page that has just opened has something else to do. In ms. */
const calm = 500

/** @param openSync opens the page about sync, from a page that has none: a popup closes itself when the browser asks for a folder */
export function SyncHere({ openSync }: { openSync?: () => void }) {
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
        <SyncRunner openSync={openSync} />
      </Suspense>
    )
  )
}
