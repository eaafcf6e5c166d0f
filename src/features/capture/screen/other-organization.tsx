/**
 * A notice about a key that was saved just now, when the provider says that it belongs to another organization than all other keys of that provider: a page
 * may have shown somebody else’s key in its place. Only a notice, because the person may have a second organization.
 */

import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { strangeHome } from '../core/stranger.ts'

/** Milliseconds after which a key no longer counts as saved just now. */
const newsFor = 60 * 60_000

export function OtherOrganization() {
  const rows = useSavedKeys()
  const now = useNow(60_000, rows.length > 0)
  const newest = rows
    .filter(row => now - row.createdAt < newsFor)
    .reduce<KeyRow | undefined>((one, row) => (one && one.createdAt >= row.createdAt ? one : row), undefined)
  const organization = newest && strangeHome(newest, rows, 'organization')
  if (!newest || organization === undefined) return null
  return (
    <Notice tone="needs">
      {t(
        'The provider says that “{label}” belongs to the organization “{organization}”, unlike all your other keys. If that is not yours, delete this key here and create a new one.',
        { label: newest.label, organization },
      )}
    </Notice>
  )
}
