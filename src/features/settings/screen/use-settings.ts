/** The plain settings as React sees them, and how to change one. */

import { useCallback, useState } from 'react'
import { send } from '../../../platform/send.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { defaultSettings, type Settings } from '../../../protocol/storage-keys.ts'
import { useLocal } from '../../../ui/use-local.ts'
import { useSession } from '../../../ui/use-session.ts'
import { tighten } from '../../policy/core/policy.ts'
import { usePolicy } from '../../policy/screen/use-policy.ts'

/** As they hold: with the organization's limits. */
export function useSettings(): Settings {
  return tighten(
    { ...defaultSettings, ...useLocal('settings'), ...useSession('protectedSettings') },
    usePolicy(),
  )
}

/** Asks the worker; what is shown changes once it is stored. `failure`: why the last change was not made. */
export function useSettingsChange(): { change: (patch: Partial<Settings>) => void; failure: Failure | null } {
  const [failure, setFailure] = useState<Failure | null>(null)
  const change = useCallback((patch: Partial<Settings>) => {
    void send('screen.settings', { patch }).then(reply => setFailure(reply.ok ? null : reply))
  }, [])
  return { change, failure }
}
