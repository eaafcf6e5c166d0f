/** One look at the organization: how far it is, what could not be read, the figures, and the keys. */
import Building from 'lucide-react/icons/building'
import Download from 'lucide-react/icons/download'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import { type ReactNode, useMemo, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { Title } from '../../../ui/title.tsx'
import { isWhole, withoutKeys } from '../core/organization.ts'
import { organizationAsCsv } from '../core/organization-csv.ts'
import {
  countRows,
  filterRows,
  noOrganizationFilter,
  type OrganizationRow,
  organizationRows,
} from '../core/organization-rows.ts'
import { isListWhole } from '../core/read-organization.ts'
import { EmptyAccounts } from './empty-accounts.tsx'
import { KeyThere } from './key-there.tsx'
import { OrganizationFigures } from './organization-figures.tsx'
import { OrganizationFilters } from './organization-filters.tsx'
import { OrganizationTable } from './organization-table.tsx'
import { PartNotices } from './part-notices.tsx'
import { useOrganization } from './use-organization.ts'

type Props = {
  admin: KeyRow
  rows: readonly KeyRow[]
  /** Which admin key is asked with, where there are several. */
  children: ReactNode
  /** The platform’s id of the key that is shown first, or of its service account; empty: none. */
  opened?: string
}

export function OrganizationLook({ admin, rows: vault, opened: first = '', children }: Props) {
  const known = useOrganization(admin, vault)
  const { organization, notHeld, progress, look, now } = known
  // Until it is known whether something was read before, there is nothing to say.
  const isUnread = known.isLoaded || known.load.failure !== null
  const [filter, setFilter] = useState(noOrganizationFilter)
  const [openId, setOpenId] = useState(first)
  const [deleted, setDeleted] = useState<OrganizationRow>()
  // The time moves on with each drawing; what depends on it in days need not.
  const hour = Math.floor(now / 3_600_000) * 3_600_000
  const rows = useMemo(
    () => (organization ? organizationRows(organization, vault, notHeld, hour) : []),
    [organization, vault, notHeld, hour],
  )
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter])
  const counts = useMemo(() => countRows(rows, filter), [rows, filter])
  const opened =
    openId === '' ? undefined : rows.find(({ key }) => key.id === openId || key.account === openId)
  const areNew = counts.marks.some(([mark, count]) => mark === 'new' && count > 0)
  return (
    <>
      <div className="keys-top">
        <Title>{t('Organization')}</Title>
        <div className="keys-buttons organization-buttons">
          {/* First, and the row ends at the right: what stands beside it does not come to its place when it goes. */}
          {look.busy && <Button onPress={known.stop}>{t('Stop')}</Button>}
          {children}
          {organization && (
            <>
              <Button
                data-keyway="save-organization"
                onPress={() =>
                  saveFile(
                    `openai-keys-${new Date(organization.readAt).toISOString().slice(0, 10)}.csv`,
                    organizationAsCsv(shown, organization),
                  )
                }
              >
                <Download size={15} aria-hidden="true" />
                {t('Save as CSV')}
              </Button>
              <Button isBusy={look.busy} data-keyway="read-organization" onPress={look.run}>
                <RefreshCw size={15} aria-hidden="true" />
                {look.busy ? t('Reading…') : t('Refresh')}
              </Button>
            </>
          )}
        </div>
      </div>
      {organization ? (
        <p className="quiet">
          {t('Read {ago} with “{label}”. Reading costs nothing and changes nothing.', {
            ago: ago(organization.readAt, now),
            label: admin.label,
          })}
        </p>
      ) : (
        isUnread && (
          <section className="no-keys stack">
            <Building size={32} strokeWidth={1.5} aria-hidden="true" className="quiet" />
            <h2>{t('Every key of your organization')}</h2>
            <p className="quiet narrow">
              {t(
                'Keyway asks OpenAI with “{label}” for all projects, keys, costs and limits. That costs nothing.',
                { label: admin.label },
              )}
            </p>
            <Button
              className="button main"
              isBusy={look.busy}
              data-keyway="read-organization"
              onPress={look.run}
            >
              {look.busy ? t('Reading…') : t('Read the organization')}
            </Button>
          </section>
        )
      )}
      <p role="status" className="small quiet">
        {progress &&
          t('{done} of {all} projects, {keys} keys', {
            done: progress.done,
            all: progress.all,
            keys: progress.keys,
          })}
        {progress?.waits && <> {t('OpenAI asks to wait: {time} s.', { time: progress.waits })}</>}
      </p>
      <FailureNotice failure={look.failure ?? known.load.failure} />
      {deleted && (
        <Notice tone="works" live>
          {t('OpenAI says that it deleted “{name}”.', { name: deleted.key.name })}{' '}
          {deleted.held && (
            <a href={`#keys/${deleted.held.id}`}>
              {t('Open it in your vault and confirm that it is revoked')}
            </a>
          )}
        </Notice>
      )}
      {organization && (
        <>
          <PartNotices organization={organization} isReading={look.busy} />
          <OrganizationFigures organization={organization} rows={rows} />
          <EmptyAccounts
            organization={organization}
            admin={admin}
            opened={first}
            onDeleted={account => known.change(was => withoutKeys(was, [], account))}
          />
          {areNew && (
            <Notice
              tone="accent"
              action={
                <Button
                  onPress={() =>
                    known.change(was => ({ ...was, seenUntil: Math.max(was.readAt, was.seenUntil) }))
                  }
                >
                  {t('I have seen them')}
                </Button>
              }
            >
              {t('There are keys that were not there when you last looked.')}
            </Notice>
          )}
          <OrganizationFilters
            projects={organization.projects}
            counts={counts}
            filter={filter}
            onFilter={patch => setFilter({ ...filter, ...patch })}
          />
          <p role="status" className="small quiet">
            {shown.length < rows.length &&
              plural({ one: '{found} of 1 key', other: '{found} of {count} keys' }, rows.length, {
                found: shown.length,
              })}
          </p>
          {shown.length === 0 ? (
            <p>{emptyWords(rows.length, isListWhole(organization))}</p>
          ) : (
            <OrganizationTable
              rows={shown}
              knows={{ costs: isWhole(organization, 'costs'), calls: isWhole(organization, 'calls') }}
              now={now}
              onOpen={setOpenId}
            />
          )}
        </>
      )}
      {opened && organization && (
        <KeyThere
          row={opened}
          organization={organization}
          admin={admin}
          now={now}
          onChange={known.change}
          onDeleted={(ids, account) => {
            setOpenId('')
            setDeleted(opened)
            known.change(was => withoutKeys(was, ids, account))
          }}
          onClose={() => setOpenId('')}
        />
      )}
    </>
  )
}

function emptyWords(count: number, isKnown: boolean): string {
  if (count > 0) return t('No key matches.')
  return isKnown ? t('This organization has no key.') : t('No key could be read.')
}
