/** Deletes a key at the platform, or the service account that it belongs to with all of its keys. It cannot be undone, so the key’s last four characters are typed first. */
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
  /** The platform said so: these keys are gone, and this account. */
  onDeleted: (ids: string[], account?: string) => void
}

const adminKeys = 'https://platform.openai.com/settings/organization/admin-keys'

/**
 * Of a service account with several keys one goes alone, and all of them with the account (reference of the API keys of a project, 2026-11;
 * before, such a key could not be deleted alone). The account of a single key goes with it: it would be left without one.
 */
export function DeleteThere(props: Props) {
  const { row, organization } = props
  const { kind, project, account, id } = row.key
  if (project !== undefined && kind === 'user')
    return <DeleteOne {...props} path={keyPath(project, id)} keys={[row.key]} />
  if (project === undefined || account === undefined)
    return (
      <p className="act-there quiet">
        {kind === 'admin' ? (
          <a href={adminKeys} target="_blank" rel="noreferrer">
            {t('Admin keys are deleted on OpenAI’s own page')}
          </a>
        ) : (
          t('This key cannot be deleted from here.')
        )}
      </p>
    )
  const keys = organization.keys.filter(one => one.account === account)
  const isAlone = keys.length === 1 && isWhole(organization, 'keys')
  return (
    <>
      {!isAlone && <DeleteOne {...props} path={keyPath(project, id)} keys={[row.key]} />}
      <DeleteOne {...props} path={accountsPath(project, account)} keys={keys} account={account} />
    </>
  )
}

type One = Props & { path: string; keys: readonly OrganizationKey[]; account?: string }

function DeleteOne({ row, organization, admin, onDeleted, path, keys, account }: One) {
  const { key } = row
  const [isAsked, setIsAsked] = useState(false)
  const [typed, setTyped] = useState('')
  const remove = useAction(async (): Promise<{ ok: true } | Failure> => {
    const answer = await send('screen.admin', { id: admin.id, method: 'DELETE', path })
    if (!answer.ok) return answer
    if (!saysDeleted(answer.body, account ?? key.id))
      return fail(
        'unrecognised',
        t('OpenAI did not say that it was deleted. Refresh, and look whether it is there.'),
      )
    onDeleted(
      keys.map(({ id }) => id),
      account,
    )
    return { ok: true }
  })
  const isReady = typed.trim() === endOf(key) && !remove.busy
  const isService = account !== undefined
  return (
    <ActThere
      name={isService ? t('Service account') : t('Delete')}
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
                  keys.length,
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
          <Button className="button plain" isBusy={remove.busy} onPress={() => setIsAsked(false)}>
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
