/** The models of one key; those that will be shut down first. */

import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import type { Model } from '../../../providers/answers/models.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SearchField } from '../../../ui/pieces/search-field.tsx'

export function ModelList({ models }: { models: Model[] }) {
  const [text, setText] = useState('')
  const ending = models.filter(model => model.shutdownDate !== undefined)
  const shown = models
    .filter(model => model.id.includes(text.trim().toLowerCase()))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (models.length === 0) return <p>{t('The list is empty: this key may use no model.')}</p>
  return (
    <div className="stack">
      {ending.length > 0 && (
        <Notice tone="needs">
          {t('Will be shut down: {models}.', {
            models: ending
              .map(model => t('{model} on {day}', { model: model.id, day: model.shutdownDate ?? '' }))
              .join(', '),
          })}
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
          <li key={model.id}>{model.id}</li>
        ))}
      </ul>
    </div>
  )
}
