/**
 * Hold to show. The key is asked for when the press begins and dropped when it ends, when the page loses focus or is
 * hidden, and after a minute at the latest. While it is not shown it is in no variable and no node of this page.
 */

import Eye from 'lucide-react/icons/eye'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { useProven } from '../../lock/screen/proof.tsx'

const longest = 60_000

export function Reveal({ row }: { row: KeyRow }) {
  const [secret, setSecret] = useState<string | null>(null)
  const held = useRef(false)
  const pull = useProven(
    () => send('screen.pull', { id: row.id, reason: 'reveal' }),
    reply => {
      if (held.current) setSecret(reply.secret)
    },
    t('The key is about to be shown.'),
  )
  const hide = () => {
    held.current = false
    setSecret(null)
  }
  const show = () => {
    if (held.current) return
    held.current = true
    void pull.run()
  }
  useEffect(() => {
    const done = new AbortController()
    const stop = () => {
      held.current = false
      setSecret(null)
    }
    for (const end of ['pointerup', 'pointercancel', 'blur', 'pagehide'])
      addEventListener(end, stop, { signal: done.signal })
    document.addEventListener('visibilitychange', stop, { signal: done.signal })
    return () => done.abort()
  }, [])
  useEffect(() => {
    if (secret === null) return
    const timer = setTimeout(() => setSecret(null), longest)
    return () => clearTimeout(timer)
  }, [secret])
  return (
    <div className="stack tight reveal">
      <div className="cluster">
        <button
          type="button"
          className="button"
          data-keyway="reveal"
          onPointerDown={event => event.button === 0 && show()}
          onKeyDown={event => {
            if (event.key !== ' ' && event.key !== 'Enter') return
            event.preventDefault()
            if (!event.repeat) show()
          }}
          onKeyUp={hide}
          onBlur={hide}
          onContextMenu={event => event.preventDefault()}
        >
          <Eye size={15} aria-hidden="true" />
          {t('Hold to show')}
        </button>
        <span className="visually-hidden" role="status">
          {secret === null ? '' : t('The key is on the screen while you hold. It is not read aloud.')}
        </span>
      </div>
      {secret !== null && (
        <code className="secret" aria-hidden="true">
          {secret}
        </code>
      )}
      {pull.dialog}
      <FailureNotice failure={pull.failure} />
    </div>
  )
}
