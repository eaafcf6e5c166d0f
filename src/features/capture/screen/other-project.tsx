/**
 * A key from a page that names another project than all keys of that provider in the vault: perhaps somebody else's key was put
 * in its place. Said, not judged: a new project is a good reason too.
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
