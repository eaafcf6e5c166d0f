/**
 * Deletes a key at the platform. It cannot be undone, so its last four characters are typed first. The API deletes a service account with all
 * of its keys, and no admin key by this way.
 */
import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { accountsPath } from '../../usage/core/admin-limits.ts'
import { isWhole, type Organization, type OrganizationKey } from '../core/organization.ts'
import { keyPath, saysDeleted } from '../core/organization-answers.ts'
import type { OrganizationRow } from '../core/organization-rows.ts'
import { ActThere } from './act-there.tsx'
import { callWords } from './organization-key-row.tsx'
import { endOf, TypedEnd } from './typed-end.tsx'

type Props = {
  row: OrganizationRow
  organization: Organization
  admin: KeyRow
  /** The platform said so: these keys are gone. */
  onDeleted: (ids: string[]) => void
}

const adminKeys = 'https://platform.openai.com/settings/organization/admin-keys'

/** What is deleted: one key, or a service account with its keys. Undefined: not by this way. */
function targetOf({ project, id, kind, account }: OrganizationKey): { path: string; id: string } | undefined {
  if (project === undefined) return undefined
  if (kind === 'user') return { path: keyPath(project, id), id }
  return account === undefined ? undefined : { path: accountsPath(project, account), id: account }
}

export function DeleteThere({ row, organization, admin, onDeleted }: Props) {
  const { key } = row
  const [isAsked, setIsAsked] = useState(false)
  const [typed, setTyped] = useState('')
  const target = targetOf(key)
  const siblings =
    key.account === undefined ? [key] : organization.keys.filter(one => one.account === key.account)
  const remove = useAction(async (): Promise<{ ok: true } | Failure> => {
    if (!target) return fail('not_possible', t('This key cannot be deleted from here.'))
    const answer = await send('screen.admin', { id: admin.id, method: 'DELETE', path: target.path })
    if (!answer.ok) return answer
    if (!saysDeleted(answer.body, target.id))
      return fail(
        'unrecognised',
        t('OpenAI did not say that it was deleted. Refresh, and look whether it is there.'),
      )
    onDeleted(siblings.map(({ id }) => id))
    return { ok: true }
  })
  if (!target)
    return (
      <p className="act-there quiet">
        {key.kind === 'admin' ? (
          <a href={adminKeys} target="_blank" rel="noreferrer">
            {t('Admin keys are deleted on OpenAI’s own page')}
          </a>
        ) : (
          t('This key cannot be deleted from here.')
        )}
      </p>
    )
  const isReady = typed.trim() === endOf(key) && !remove.busy
  const isService = key.kind === 'service'
  return (
    <ActThere
      name={t('Delete')}
      now={lastCall(row, isWhole(organization, 'calls'))}
      button={isService ? t('Delete its service account…') : t('Delete at OpenAI…')}
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
        <Notice tone="needs">
          {isService && !isWhole(organization, 'keys')
            ? t(
                'OpenAI then refuses every key of the service account “{name}”, and not all could be read here. Programs that use one stop. You cannot undo this.',
                { name: key.owner ?? key.account ?? key.name },
              )
            : isService
              ? plural(
                  {
                    one: 'OpenAI then refuses the key of the service account “{name}”, and programs that use it stop. You cannot undo this.',
                    other:
                      'OpenAI then refuses all {count} keys of the service account “{name}”, and programs that use one stop. You cannot undo this.',
                  },
                  siblings.length,
                  { name: key.owner ?? key.account ?? key.name },
                )
              : t('OpenAI then refuses this key, and programs that use it stop. You cannot undo this.')}{' '}
          <strong>{lastCall(row, isWhole(organization, 'calls'))}</strong>
        </Notice>
        <TypedEnd shown={key} typed={typed} onText={setTyped} />
        <div className="cluster">
          <button type="submit" className="button danger" aria-disabled={!isReady} data-keyway="delete-there">
            {isService ? t('Delete the account and its keys') : t('Delete this key at OpenAI')}
          </button>
          <Button className="button plain" onPress={() => setIsAsked(false)}>
            {t('Cancel')}
          </Button>
        </div>
      </form>
    </ActThere>
  )
}

function lastCall(row: OrganizationRow, isKnown: boolean): string {
  const when = callWords(row, isKnown)
  return when === ''
    ? t('When a model answered it last is not known.')
    : t('Last model call: {when}.', { when })
}
