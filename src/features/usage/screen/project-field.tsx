/** One of the organization's projects, by name; of many, those that a search leaves. */
import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { SearchField } from '../../../ui/pieces/search-field.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { byName } from '../../keys/core/filter.ts'

type Props = {
  label: string
  value: string
  /** Ids with their names. */
  projects: Readonly<Record<string, string>>
  /** What stands before them; its value is empty. */
  first?: string
  onChoose: (id: string) => void
}

/** So many are looked through at a glance. */
const few = 20

export function ProjectField({ label, value, projects, first, onChoose }: Props) {
  const [text, setText] = useState('')
  const all = Object.entries(projects)
  const words = text.trim().toLowerCase()
  const found = all
    .filter(([id, name]) => `${name} ${id}`.toLowerCase().includes(words))
    .sort(([, one], [, other]) => byName(one, other))
  // What is chosen stays, whatever is searched for.
  const chosen = found.some(([id]) => id === value) ? [] : all.filter(([id]) => id === value)
  return (
    <div className="usage-form">
      {all.length > few && (
        <SearchField
          label={t('Search projects')}
          placeholder={t('Search projects')}
          text={text}
          onText={setText}
        />
      )}
      <SelectField
        label={label}
        className="field narrow"
        value={value}
        options={[...(first === undefined ? [] : [['', first] as const]), ...chosen, ...found]}
        onChoose={onChoose}
      />
      {words !== '' && (
        <span className="small quiet usage-time" role="status">
          {plural({ one: '{found} of 1 project', other: '{found} of {count} projects' }, all.length, {
            found: found.length,
          })}
        </span>
      )}
    </div>
  )
}
