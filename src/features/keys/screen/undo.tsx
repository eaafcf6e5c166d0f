/** The 30 seconds in which a deletion can be taken back. */

import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { useNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'

export type Removed = { id: string; label: string; until: number }

export function Undo({ removed, onOver }: { removed: Removed; onOver: () => void }) {
  const now = useNow(500)
  const undo = useAction(() => send('screen.undoRemove', { id: removed.id }))
  const left = Math.ceil((removed.until - now) / 1000)
  if (left <= 0) return null
  return (
    <Notice
      live
      action={
        <button
          type="button"
          className="button"
          data-keyway="undo"
          onClick={() => void undo.run().then(ok => ok && onOver())}
        >
          {t('Take it back')} <span className="mono quiet">{t('{seconds} s', { seconds: left })}</span>
        </button>
      }
    >
      {undo.failure?.message ??
        t('“{label}” was deleted from the vault, not revoked.', { label: removed.label })}
    </Notice>
  )
}
