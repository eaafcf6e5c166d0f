/** The hard limit of a key's project: what it is now, and another one. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { limitBody, limitPath, readLimit } from '../../usage/core/admin-limits.ts'
import { LimitForm, limitSentence } from '../../usage/screen/limits.tsx'
import { notOfThisApi } from '../../usage/screen/read-usage.ts'
import type { Organization } from '../core/organization.ts'
import { ActThere } from './act-there.tsx'

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
    <ActThere
      name={t('Limit of “{project}”', { project: name })}
      now={
        <span data-keyway="project-limit">
          {known === undefined ? t('Not read yet') : limitSentence(known)}
        </span>
      }
      button={read.busy ? t('Reading…') : t('Set a limit…')}
      isOpen={isOpen && known !== undefined}
      isBusy={busy}
      failure={change.failure ?? read.failure}
      onPress={() => (isOpen ? setIsOpen(false) : void read.run())}
    >
      <LimitForm
        limit={known ?? null}
        busy={busy}
        onSet={dollars => void change.run(dollars)}
        onRemove={() => void change.run(null)}
      />
    </ActThere>
  )
}
