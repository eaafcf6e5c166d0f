/** Service accounts changed for new ones by an admin key: a successor is made, and programs are moved over. The old account is deleted on the page of the organization, where its last model call stands. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import {
  accountBody,
  accountsPath,
  readAccounts,
  type ServiceAccount,
  successorName,
} from '../core/admin-limits.ts'
import { readNames } from '../core/admin-pages.ts'
import { type AskAdmin, notOfThisApi } from './read-usage.ts'

type Made = { name: string; keyId: string }

export function ServiceAccounts({ admin }: { admin: KeyRow }) {
  const ask: AskAdmin = question => send('screen.admin', { id: admin.id, ...question })
  const [names, setNames] = useState<Record<string, string> | null>(null)
  const [project, setProject] = useState('')
  const [accounts, setAccounts] = useState<ServiceAccount[]>([])
  const [made, setMade] = useState<Record<string, Made>>({})
  const rows = useSavedKeys()
  const list = useAction(async (of: string) => {
    const answer = await ask({ method: 'GET', path: accountsPath(of) })
    if (!answer.ok) return answer
    const found = readAccounts(answer.body)
    if (!found) return notOfThisApi(answer)
    setAccounts(found)
    return { ok: true as const }
  })
  const begin = useAction(async () => {
    const answer = await ask({ method: 'GET', path: '/organization/projects?limit=100' })
    if (!answer.ok) return answer
    const found = readNames(answer.body)
    setNames(found)
    const first = Object.keys(found)[0] ?? ''
    setProject(first)
    return first === '' ? { ok: true as const } : list.run(first).then(() => ({ ok: true as const }))
  })
  const succeed = useAction(async ({ id, name }: ServiceAccount) => {
    const next = successorName(name, Date.now())
    const answer = await ask({ method: 'POST', path: accountsPath(project), body: accountBody(next) })
    if (!answer.ok) return answer
    const { kept } = JSON.parse(answer.body) as { kept: string }
    setMade(all => ({ ...all, [id]: { name: next, keyId: kept } }))
    return { ok: true as const }
  })
  const busy = [list, begin, succeed].some(action => action.busy)
  return (
    <section className="panel-box stack" aria-labelledby="accounts">
      <h2 id="accounts">{t('Service accounts')}</h2>
      <p className="quiet">
        {t(
          'To rotate an account: make its replacement. The new key goes straight into your vault. Give it to the program, then delete the old account.',
        )}
      </p>
      {names === null ? (
        <div>
          <Button isBusy={busy} data-keyway="read-accounts" onPress={begin.run}>
            {busy ? t('Reading…') : t('List the service accounts')}
          </Button>
        </div>
      ) : (
        <>
          <SelectField
            label={t('Project')}
            className="field narrow"
            value={project}
            options={Object.entries(names)}
            onChoose={next => {
              setProject(next)
              void list.run(next)
            }}
          />
          {accounts.length === 0 && !busy && <p>{t('This project has no service account.')}</p>}
          <ul className={accounts.length > 0 ? 'rows-list' : undefined}>
            {accounts.map(account => {
              const next = made[account.id]
              return (
                <li key={account.id} className="list-line account-line" data-account={account.id}>
                  <div className="line-words">
                    <span className="line-title">{account.name}</span>
                  </div>
                  <div className="line-act">
                    <span className="cluster">
                      {!next && (
                        <Button isBusy={busy} onPress={() => succeed.run(account)}>
                          {t('Make a replacement')}
                        </Button>
                      )}
                      <a className="button plain danger" href={`#organization/${account.id}`}>
                        {t('Delete this account…')}
                      </a>
                    </span>
                  </div>
                  {next &&
                    (rows.some(row => row.id === next.keyId) ? (
                      <Notice tone="works">
                        {t('“{name}” is made, and its key is in your vault. The old one still works.', {
                          name: next.name,
                        })}{' '}
                        <a href={`#keys/${next.keyId}/project`}>{t('Put it where the old one is')}</a>
                      </Notice>
                    ) : (
                      <Notice tone="needs">
                        {t(
                          '“{name}” is made. Its key is not in your vault yet: look at the keys that wait.',
                          {
                            name: next.name,
                          },
                        )}
                      </Notice>
                    ))}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <FailureNotice failure={[list, begin, succeed].find(({ failure }) => failure)?.failure ?? null} />
    </section>
  )
}
