/**
 * Syncs in the background of an open page: when it opens, soon after a change of the keys or of what the browser carries, when it is
 * looked at again, and once in a while.
 */
import { useEffect } from 'react'
import { t } from '../../../i18n/t.ts'
import { onSyncAreaChanged } from '../../../platform/screen/sync-area.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useRoute } from '../../../ui/route.ts'
import { useSession } from '../../../ui/use-session.ts'
import { pauseBefore } from '../core/sync-pause.ts'
import { syncInBackground, syncStatus, useSyncStatus } from './sync-status.ts'
import { attentionWords } from './sync-words.ts'

const soon = 2_000

const situation = () => {
  const { result, carriers } = syncStatus()
  return {
    isWaiting: result?.isWaiting ?? false,
    carriers: carriers.flatMap(({ kind, stoppedBy }) => (stoppedBy ? [] : [kind])),
    isHidden: document.hidden,
  }
}

export default function SyncRunner({ openSync }: { openSync: (() => void) | undefined }) {
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
    let timer: ReturnType<typeof setTimeout>
    const end = new AbortController()
    const runAndWait = async () => {
      clearTimeout(timer)
      await syncInBackground()
      if (end.signal.aborted) return
      clearTimeout(timer)
      timer = setTimeout(() => void runAndWait(), pauseBefore(situation()))
    }
    const seen = () => {
      if (!document.hidden) void runAndWait()
    }
    void runAndWait()
    document.addEventListener('visibilitychange', seen, { signal: end.signal })
    return () => {
      end.abort()
      clearTimeout(timer)
    }
  }, [])
  return <SyncAttention openSync={openSync} />
}

/** What of sync needs the person, on pages that are about something else. */
function SyncAttention({ openSync }: { openSync: (() => void) | undefined }) {
  const words = attentionWords(useSyncStatus())
  const [page] = useRoute()
  if (words === undefined || page === 'sync') return null
  return (
    <Notice
      tone="needs"
      action={
        openSync ? (
          <Button onPress={openSync}>{t('Open Sync')}</Button>
        ) : (
          <a className="button" href="#sync">
            {t('Open Sync')}
          </a>
        )
      }
    >
      {words}
    </Notice>
  )
}
