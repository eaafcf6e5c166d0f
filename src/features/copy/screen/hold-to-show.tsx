/**
 * Hold to show. The key is asked for when the press begins and dropped when it ends, when the page loses focus or is
 * hidden, and after a minute at the latest. It stands in one element and in no component's state; what the browser keeps of a text
 * that was dropped is beyond this page.
 */

import Eye from 'lucide-react/icons/eye'
import { useCallback, useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { useProven } from '../../lock/screen/proof.tsx'

const longest = 60_000

export function Reveal({ row }: { row: KeyRow }) {
  const [isShown, setIsShown] = useState(false)
  const place = useRef<HTMLElement>(null)
  const held = useRef(false)
  const pull = useProven(
    () => send('screen.pull', { id: row.id, reason: 'reveal' }),
    reply => {
      if (!held.current || !place.current) return
      place.current.textContent = reply.secret
      setIsShown(true)
    },
    t('The key is about to be shown.'),
  )
  const hide = useCallback(() => {
    held.current = false
    if (place.current) place.current.textContent = ''
    setIsShown(false)
  }, [])
  const show = () => {
    if (held.current) return
    held.current = true
    void pull.run()
  }
  useEffect(() => {
    const done = new AbortController()
    for (const end of ['pointerup', 'pointercancel', 'blur', 'pagehide'])
      addEventListener(end, hide, { signal: done.signal })
    document.addEventListener('visibilitychange', hide, { signal: done.signal })
    return () => done.abort()
  }, [hide])
  useEffect(() => {
    if (!isShown) return
    const timer = setTimeout(hide, longest)
    return () => clearTimeout(timer)
  }, [isShown, hide])
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
          {isShown ? t('The key is on the screen while you hold. It is not read aloud.') : ''}
        </span>
      </div>
      <code ref={place} className="secret" aria-hidden="true" hidden={!isShown} />
      {pull.dialog}
      <FailureNotice failure={pull.failure} />
    </div>
  )
}
