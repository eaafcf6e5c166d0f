/** One look at the organization: how far it is, what could not be read, the figures, and the keys. */
import Download from 'lucide-react/icons/download'
import { useMemo, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useKeptFocus } from '../../../ui/pieces/keep-focus.ts'
import { saveFile } from '../../../ui/save-file.ts'
import { isWhole, withoutKeys } from '../core/organization.ts'
import { organizationAsCsv } from '../core/organization-csv.ts'
import {
  countRows,
  filterRows,
  noOrganizationFilter,
  type OrganizationRow,
  organizationRows,
} from '../core/organization-rows.ts'
import { KeyThere } from './key-there.tsx'
import { OrganizationFigures } from './organization-figures.tsx'
import { OrganizationFilters } from './organization-filters.tsx'
import { OrganizationTable } from './organization-table.tsx'
import { PartNotices } from './part-notices.tsx'
import { useOrganization } from './use-organization.ts'

type Props = {
  admin: KeyRow
  rows: readonly KeyRow[]
  /** The platform’s id of the key that is shown first; empty: none. */
  opened?: string
}

export function OrganizationLook({ admin, rows: vault, opened: first = '' }: Props) {
  const known = useOrganization(admin, vault)
  const { organization, notHeld, progress, look, now } = known
  const [filter, setFilter] = useState(noOrganizationFilter)
  const [openId, setOpenId] = useState(first)
  const [deleted, setDeleted] = useState<OrganizationRow>()
  useKeptFocus('main h1')
  // The time moves on with each drawing; what depends on it in days need not.
  const hour = Math.floor(now / 3_600_000) * 3_600_000
  const rows = useMemo(
    () => (organization ? organizationRows(organization, vault, notHeld, hour) : []),
    [organization, vault, notHeld, hour],
  )
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter])
  const counts = useMemo(() => countRows(rows, filter), [rows, filter])
  const opened = rows.find(({ key }) => key.id === openId)
  const areNew = counts.marks.some(([mark, count]) => mark === 'new' && count > 0)
  return (
    <>
      <div className="cluster ends">
        <p className="quiet">
          {organization
            ? t('Read {ago} with “{label}”. Reading costs nothing and changes nothing.', {
                ago: ago(organization.readAt, now),
                label: admin.label,
              })
            : t(
                'Keyway asks OpenAI with “{label}” for all projects, keys, costs and limits. That costs nothing.',
                {
                  label: admin.label,
                },
              )}
        </p>
        <span className="cluster">
          {look.busy && <Button onPress={known.stop}>{t('Stop')}</Button>}
          <Button
            className="button main"
            isBusy={look.busy}
            data-keyway="read-organization"
            onPress={look.run}
          >
            {look.busy ? t('Reading…') : organization ? t('Refresh') : t('Read the organization')}
          </Button>
        </span>
      </div>
      <p role="status" className="small quiet">
        {progress &&
          t('{done} of {all} projects, {keys} keys', {
            done: progress.done,
            all: progress.all,
            keys: progress.keys,
          })}
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
          <div className="cluster ends">
            <p role="status" className="small quiet">
              {plural({ one: '{found} of 1 key', other: '{found} of {count} keys' }, rows.length, {
                found: shown.length,
              })}
            </p>
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
          </div>
          {shown.length === 0 ? (
            <p>{rows.length === 0 ? t('No key was found.') : t('No key matches.')}</p>
          ) : (
            <OrganizationTable
              rows={shown}
              knows={{ costs: isWhole(organization, 'costs'), calls: isWhole(organization, 'calls') }}
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
          onChange={known.change}
          onDeleted={ids => {
            setOpenId('')
            setDeleted(opened)
            known.change(was => withoutKeys(was, ids))
          }}
          onClose={() => setOpenId('')}
        />
      )}
    </>
  )
}
