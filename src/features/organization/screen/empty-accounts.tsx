/** Service accounts without a key: which they are, and a way to delete each. Nothing runs with them, but with the right to, somebody may make keys for them. */
import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { day } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { TextField } from '../../../ui/pieces/text-field.tsx'
import { accountsPath } from '../../usage/core/admin-limits.ts'
import { type Account, isWhole, type Organization } from '../core/organization.ts'
import { saysDeleted } from '../core/organization-answers.ts'
import { ActThere } from './act-there.tsx'

type Props = {
  organization: Organization
  admin: KeyRow
  /** The id of the account that is meant, if one of these is. */
  opened: string
  onDeleted: (account: string) => void
}

export function EmptyAccounts({ organization, admin, opened, onDeleted }: Props) {
  const used = new Set(organization.keys.map(key => key.account))
  const empty = isWhole(organization, 'keys', 'accounts')
    ? organization.accounts.filter(({ id }) => !used.has(id))
    : []
  if (empty.length === 0) return null
  const names = new Map(organization.projects.map(({ id, name }) => [id, name]))
  return (
    <details className="small" open={empty.some(({ id }) => id === opened)} data-keyway="empty-accounts">
      <summary>
        {plural(
          { one: 'One service account has no key.', other: '{count} service accounts have no key.' },
          empty.length,
        )}
      </summary>
      <div className="acts-there narrow">
        {empty.map(account => (
          <EmptyAccount
            key={account.id}
            account={account}
            project={names.get(account.project) ?? account.project}
            admin={admin}
            onDeleted={onDeleted}
          />
        ))}
      </div>
    </details>
  )
}

type OneProps = Pick<Props, 'admin' | 'onDeleted'> & { account: Account; project: string }

function EmptyAccount({ account, project, admin, onDeleted }: OneProps) {
  const { id, name, createdAt } = account
  const [isAsked, setIsAsked] = useState(false)
  const [typed, setTyped] = useState('')
  const remove = useAction(async (): Promise<{ ok: true } | Failure> => {
    const path = accountsPath(account.project, id)
    const answer = await send('screen.admin', { id: admin.id, method: 'DELETE', path })
    if (!answer.ok) return answer
    if (!saysDeleted(answer.body, id))
      return fail(
        'unrecognised',
        t('OpenAI did not say that it was deleted. Refresh, and look whether it is there.'),
      )
    onDeleted(id)
    return { ok: true }
  })
  const isReady = typed.trim() === name && !remove.busy
  return (
    <ActThere
      name={name}
      now={[project, createdAt !== undefined && t('Created {day}', { day: day(createdAt) })]
        .filter(Boolean)
        .join(' · ')}
      button={t('Delete…')}
      isOpen={isAsked}
      isDanger
      failure={remove.failure}
      onPress={() => setIsAsked(!isAsked)}
    >
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          if (isReady) void remove.run()
        }}
      >
        <p>{t('OpenAI then knows the account no more. You cannot undo this.')}</p>
        <TextField
          label={t('To continue, type its name: {name}', { name })}
          value={typed}
          onText={setTyped}
        />
        <div>
          <button
            type="submit"
            className="button danger"
            aria-disabled={!isReady}
            data-keyway="delete-account"
          >
            {t('Delete the account')}
          </button>
        </div>
      </form>
    </ActThere>
  )
}
