/** The plain settings as React sees them, and how to change one. */
import { useCallback, useEffect, useState } from 'react'
import { send } from '../../../platform/send.ts'
import { followLocal, getSettings } from '../../../platform/storage.ts'
import { defaultSettings, type Settings } from '../../../protocol/storage-keys.ts'
import { useSession } from '../../../ui/use-session.ts'

export function useSettings(): [Settings, (patch: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(defaultSettings)
  useEffect(() => {
    let gone = false
    getSettings().then(kept => !gone && setSettings(kept))
    followLocal('settings', value => !gone && value && setSettings({ ...defaultSettings, ...value }))
    return () => {
      gone = true
    }
  }, [])
  const change = useCallback((patch: Partial<Settings>) => {
    setSettings(now => ({ ...now, ...patch }))
    void send('screen.settings', { patch })
  }, [])
  return [{ ...settings, ...useSession('protectedSettings') }, change]
}
