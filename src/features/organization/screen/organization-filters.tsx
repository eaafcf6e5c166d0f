/** What stands above the organization's keys: search, project and kind with their counts, and the remarks as filters. */
import { locale, t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { SearchField } from '../../../ui/pieces/search-field.tsx'
import { byName } from '../../keys/core/filter.ts'
import { markWords } from '../core/key-marks.ts'
import type { OrganizationKey, Project } from '../core/organization.ts'
import type { countRows, OrganizationFilter } from '../core/organization-rows.ts'

type Props = {
  projects: readonly Project[]
  counts: ReturnType<typeof countRows>
  filter: OrganizationFilter
  onFilter: (patch: Partial<OrganizationFilter>) => void
}

const kinds: Record<OrganizationKey['kind'], string> = {
  user: t('People’s keys'),
  service: t('Service accounts’ keys'),
  admin: t('Admin keys'),
}

const number = new Intl.NumberFormat(locale())

export function OrganizationFilters({ projects, counts, filter, onFilter }: Props) {
  const listed = projects
    .filter(({ id }) => counts.projects.has(id) || id === filter.project)
    .toSorted((a, b) => byName(a.name, b.name))
  // None of them is nothing to look at, unless it is what is looked at now.
  const remarks = counts.marks.filter(([mark, count]) => count > 0 || filter.mark === mark)
  return (
    <div className="organization-filters">
      <div className="table-filters">
        <SearchField
          label={t('Search keys')}
          placeholder={t('Search name, owner, project, ending…')}
          text={filter.text}
          onText={text => onFilter({ text })}
        />
        <select
          aria-label={t('Project')}
          value={filter.project}
          onChange={event => onFilter({ project: event.currentTarget.value })}
        >
          <option value="">{t('Any project')}</option>
          {listed.map(({ id, name }) => (
            <option key={id} value={id}>
              {`${name} (${number.format(counts.projects.get(id) ?? 0)})`}
            </option>
          ))}
        </select>
        <select
          aria-label={t('Kind')}
          value={filter.kind}
          onChange={event => onFilter({ kind: event.currentTarget.value as OrganizationFilter['kind'] })}
        >
          <option value="">{t('Any kind')}</option>
          {Object.entries(kinds).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {`${name} (${number.format(counts.kinds.get(kind) ?? 0)})`}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="tally" aria-label={t('Keys by remark')}>
        {remarks.map(([mark, count]) => (
          <Button
            key={mark}
            className={`tally-part tone-${count > 0 ? 'needs' : 'plain'}`}
            aria-pressed={filter.mark === mark}
            data-mark={mark}
            onPress={() => onFilter({ mark: filter.mark === mark ? '' : mark })}
          >
            <strong>{number.format(count)}</strong> <span>{markWords[mark]}</span>
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
