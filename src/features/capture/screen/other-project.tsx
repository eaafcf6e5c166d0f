/**
 * A notice about a key whose page names another project than all keys of that provider in the vault: the page may have shown somebody else’s
 * key in its place. Only a notice, because the person may have made a new project.
 */

import { t } from '../../../i18n/t.ts'
import type { PendingKey } from '../../../protocol/published.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { strangeHome } from '../core/stranger.ts'

export function OtherProject({ pending }: { pending: PendingKey }) {
  const rows = useSavedKeys()
  const project = strangeHome(pending, rows, 'project')
  if (project === undefined || !(pending.from === 'page' || pending.from === 'pull')) return null
  return (
    <Notice tone="needs">
      {t(
        'The page names the project “{project}”, unlike all your other keys. If you did not choose it, discard the key.',
        { project },
      )}
    </Notice>
  )
}
