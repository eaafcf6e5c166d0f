/** The models of one key; those that will be shut down first. */

import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import type { Model } from '../../../providers/answers/models.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SearchField } from '../../../ui/pieces/search-field.tsx'

export function ModelList({ models }: { models: Model[] }) {
  const [text, setText] = useState('')
  const ending = models.filter(model => model.shutdownDate !== undefined).length
  const shown = models
    .filter(model => model.id.includes(text.trim().toLowerCase()))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  if (models.length === 0) return <p>{t('The list is empty: this key may use no model.')}</p>
  return (
    <div className="stack">
      {ending > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: '{count} of these models will be shut down: the first below.',
              other: '{count} of these models will be shut down: the first below, the soonest on top.',
            },
            ending,
          )}
        </Notice>
      )}
      <SearchField
        label={t('Search models')}
        placeholder={plural({ one: 'Search 1 model', other: 'Search {count} models' }, models.length)}
        text={text}
        onText={setText}
      />
      <ul className="model-list mono">
        {shown.map(model => (
          <li key={model.id}>
            {model.id}
            {model.shutdownDate && (
              <span className="small tone-needs">
                {' '}
                {t('until {day}', { day: dayOf(model.shutdownDate) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What goes first, then by name. */
const placeOf = ({ id, shutdownDate = '9999' }: Model): string => `${shutdownDate} ${id}`
