/** For a locked vault whose keys nobody checks: since when. */
import { t } from '../../../i18n/t.ts'
import { clock } from '../../../i18n/time.ts'
import { useNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useSession } from '../../../ui/use-session.ts'

/** A vault that was locked a moment ago is no reason to warn. */
const soon = 3_600_000

export function NotChecked() {
  const since = useSession('vault')?.notWatchingSince
  const now = useNow(60_000, since !== undefined)
  if (since === undefined || now - since < soon) return null
  return (
    <Notice tone="needs">
      {t('Your keys have not been checked since {clock}. Unlock to check them.', { clock: clock(since) })}
    </Notice>
  )
}
