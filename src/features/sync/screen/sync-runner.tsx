/**
 * Syncs in the background of an open page: when it opens, soon after a change of the keys or of what the browser carries, and once in a
 * while. Draws nothing.
 */
import { useEffect } from 'react'
import { onSyncAreaChanged } from '../../../platform/screen/sync-area.ts'
import { useSession } from '../../../ui/use-session.ts'
import { syncInBackground } from './sync-status.ts'

const [soon, often] = [2_000, 30_000]

export default function SyncRunner() {
  const rows = useSession('rows')
  useEffect(() => {
    if (!rows) return
    const timer = setTimeout(() => void syncInBackground(), soon)
    return () => clearTimeout(timer)
  }, [rows])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    // The items of one file arrive one by one.
    const end = onSyncAreaChanged(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void syncInBackground(), soon)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [])
  useEffect(() => {
    void syncInBackground()
    const timer = setInterval(() => void syncInBackground(), often)
    return () => clearInterval(timer)
  }, [])
  return null
}
