/** What stands above the table: search, filters with their counts, and how the keys are grouped. */
import { useMemo } from 'react'
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { providerName } from '../../../../providers/provider-names.ts'
import { SearchField } from '../../../../ui/pieces/search-field.tsx'
import { choicesOf } from '../../core/filter.ts'
import type { Blocked, Counted } from '../../core/status-group.ts'
import type { Grouping, View } from '../../core/table-choice.ts'
import { headings } from './key-columns.ts'

type Props = {
  rows: readonly KeyRow[]
  blocked: Blocked
  tally: Counted[]
  view: View
  onView: (patch: Partial<View>) => void
}

const groups: [Grouping, string][] = [
  ['', t('No groups')],
  ['provider', t('By provider')],
  ['environment', t('By environment')],
  ['project', t('By project')],
]

export function TableFilters({ rows, blocked, tally, view, onView }: Props) {
  const providers = useMemo(() => choicesOf(rows, view, 'provider', blocked), [rows, view, blocked])
  const environments = useMemo(() => choicesOf(rows, view, 'environment', blocked), [rows, view, blocked])
  const numbered = (name: string, count: number) => `${name} (${count})`
  return (
    <div className="table-filters">
      <SearchField
        label={t('Search keys')}
        shortcut="/"
        placeholder={t('Search keys')}
        text={view.text}
        onText={text => onView({ text })}
      />
      {/* Of one key there is nothing to choose. */}
      {rows.length > 1 && (
        <>
          <Choice
            name={headings.status}
            any={t('Any status')}
            value={view.status}
            options={tally.map(({ id, name, count }) => [id, numbered(name, count)])}
            onChoose={status => onView({ status })}
          />
          <Choice
            name={headings.provider}
            any={t('Any provider')}
            value={view.provider}
            options={providers.map(({ value, count }) => [
              value,
              numbered(providerName(value as KeyRow['provider']), count),
            ])}
            onChoose={provider => onView({ provider })}
          />
          <Choice
            name={headings.environment}
            any={t('Any environment')}
            value={view.environment}
            options={environments.map(({ value, count }) => [value, numbered(value, count)])}
            onChoose={environment => onView({ environment })}
          />
          <select
            aria-label={t('Group keys')}
            value={view.group}
            onChange={event => onView({ group: event.currentTarget.value as Grouping })}
          >
            {groups.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  )
}

type ChoiceProps = {
  name: string
  any: string
  value: string
  options: [value: string, name: string][]
  onChoose: (value: string) => void
}

function Choice({ name, any, value, options, onChoose }: ChoiceProps) {
  const isListed = value === '' || options.some(([each]) => each === value)
  return (
    <select
      aria-label={name}
      data-set={value !== '' || undefined}
      value={value}
      onChange={event => onChoose(event.currentTarget.value)}
    >
      <option value="">{any}</option>
      {!isListed && <option value={value}>{value}</option>}
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  )
}
