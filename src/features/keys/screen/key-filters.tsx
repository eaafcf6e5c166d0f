/** Chooses among keys by environment and verdict. A select says by its first option, or by `any`, that all are shown. */
import { useMemo } from 'react'
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { environmentsOf, type Filter } from '../core/filter.ts'

type Props = {
  rows: KeyRow[]
  filter: Filter
  onFilter: (filter: Filter) => void
  any: { environment: string; tone: string }
}

export function KeyFilters({ rows, filter, onFilter, any }: Props) {
  const environments = useMemo(() => environmentsOf(rows), [rows])
  return (
    <>
      <select
        aria-label={t('Environment')}
        value={filter.environment}
        onChange={event => onFilter({ ...filter, environment: event.currentTarget.value })}
      >
        <option value="">{any.environment}</option>
        {environments.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <select
        aria-label={t('Verdict')}
        value={filter.tone}
        onChange={event => onFilter({ ...filter, tone: event.currentTarget.value as Filter['tone'] })}
      >
        <option value="">{any.tone}</option>
        <option value="rejected">{t('Rejected')}</option>
        <option value="needs">{t('Needs you')}</option>
        <option value="limited">{t('Works in part')}</option>
        <option value="works">{t('Works')}</option>
        <option value="unknown">{t("Can't tell")}</option>
      </select>
    </>
  )
}
