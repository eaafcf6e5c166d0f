/** How old what is known of a key is, and why: the latest try told nothing of it, or it is not checked by itself. */

import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { permissionFor } from '../../../providers/hosts.ts'
import { isMissing, useGranted } from '../../../ui/use-granted.ts'
import { useSession } from '../../../ui/use-session.ts'
import { useSettings } from '../../settings/screen/use-settings.ts'
import { unanswered } from '../core/present-status.ts'
import { whenChecked } from '../core/when-checked.ts'

export function Trouble({ row }: { row: KeyRow }) {
  const last = unanswered(row)
  if (!last) return null
  return (
    <p className="key-bad small" data-keyway="trouble" data-cause={last.cause}>
      {t('The last check, {ago}, got no answer about this key: {status}. The status above is from {since}.', {
        ago: ago(last.at),
        status: last.short,
        since: ago(last.since),
      })}{' '}
      <span className="quiet">{last.fix}</span>
    </p>
  )
}

/** When this key is checked by itself, or what keeps that from being done. */
export function WhenChecked({ row }: { row: KeyRow }) {
  const words = whenChecked(row, {
    usual: useSettings().checkEveryMinutes,
    vault: useSession('vault'),
    stopped: useSession('checks')?.stopped,
    isPermissionMissing: isMissing(permissionFor(row), useGranted()),
  })
  return words === undefined ? null : (
    <p className="small quiet" data-keyway="when-checked">
      {words}
    </p>
  )
}
