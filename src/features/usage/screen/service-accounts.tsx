/** Service accounts changed for new ones by an admin key: a successor is made, and programs are moved over. The old account is deleted on the page of the organization, where its last model call stands. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { byName } from '../../keys/core/filter.ts'
import type { Account } from '../../organization/core/organization.ts'
import {
  isProjectId,
  listPath,
  readAccountList,
  readProjects,
} from '../../organization/core/organization-answers.ts'
import { accountBody, accountsPath, successorName } from '../core/admin-limits.ts'
import { ProjectField } from './project-field.tsx'
import { type AskAdmin, readList } from './read-usage.ts'

type Made = { name: string; keyId: string }

export function ServiceAccounts({ admin }: { admin: KeyRow }) {
  const ask: AskAdmin = question => send('screen.admin', { id: admin.id, ...question })
  const [names, setNames] = useState<Record<string, string> | null>(null)
  const [project, setProject] = useState('')
  const [accounts, setAccounts] = useState<Account[]>([])
  const [made, setMade] = useState<Record<string, Made>>({})
  const rows = useSavedKeys()
  const list = useAction(async (of: string) => {
    const { entries, failure } = await readList(
      ask,
      after => listPath('accounts', of, after),
      body => readAccountList(body, of),
    )
    setAccounts(entries)
    return failure ?? { ok: true as const }
  })
  const begin = useAction(async () => {
    const { entries, failure } = await readList(ask, after => listPath('projects', '', after), readProjects)
    const open = entries.filter(({ id, isArchived }) => !isArchived && isProjectId(id))
    if (failure && open.length === 0) return failure
    setNames(Object.fromEntries(open.map(({ id, name }) => [id, name])))
    const [first] = open.toSorted((one, other) => byName(one.name, other.name))
    setProject(first?.id ?? '')
    if (first) await list.run(first.id)
    // Those that could be read are there.
    return failure ?? { ok: true as const }
  })
  const succeed = useAction(async ({ id, name }: Account) => {
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
          <ProjectField
            label={t('Project')}
            value={project}
            projects={names}
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
