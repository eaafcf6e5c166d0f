/** The hard limit of a key's project: what it is now, and another one. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { limitBody, limitPath, readLimit } from '../../usage/core/admin-limits.ts'
import { LimitForm, limitSentence } from '../../usage/screen/limits.tsx'
import { notOfThisApi } from '../../usage/screen/read-usage.ts'
import type { Organization } from '../core/organization.ts'

type Props = {
  project: string
  name: string
  organization: Organization
  admin: KeyRow
  onChange: (how: (was: Organization) => Organization) => void
}

export function ProjectLimit({ project, name, organization, admin, onChange }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const known = organization.limits[project]
  /** Read anew each time: what is shown as the old value is what is there now. */
  const look = async () => {
    const answer = await send('screen.admin', { id: admin.id, method: 'GET', path: limitPath(project) })
    if (!answer.ok) return answer
    const limit = readLimit(answer)
    if (limit === undefined) return notOfThisApi(answer)
    onChange(was => ({ ...was, limits: { ...was.limits, [project]: limit } }))
    setIsOpen(true)
    return { ok: true as const }
  }
  const read = useAction(look)
  const change = useAction(async (dollars: number | null) => {
    const path = limitPath(project)
    const done = await send(
      'screen.admin',
      dollars === null
        ? { id: admin.id, method: 'DELETE', path }
        : { id: admin.id, method: 'POST', path, body: limitBody(dollars) },
    )
    return done.ok ? look() : done
  })
  const busy = read.busy || change.busy
  return (
    <section className="stack tight" aria-label={t('Limit of the project')}>
      {isOpen && known !== undefined ? (
        <>
          <p data-keyway="project-limit">
            <strong>{name}</strong>: {limitSentence(known)}
          </p>
          <LimitForm
            limit={known}
            busy={busy}
            onSet={dollars => void change.run(dollars)}
            onRemove={() => void change.run(null)}
          />
        </>
      ) : (
        <div>
          <Button isBusy={busy} data-keyway="read-project-limit" onPress={read.run}>
            {busy ? t('Reading…') : t('Limit of “{project}”…', { project: name })}
          </Button>
        </div>
      )}
      <FailureNotice failure={change.failure ?? read.failure} />
    </section>
  )
}
