/** Where the key goes in an app that the person uses, in the words of that app's own documentation. */
import { useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { dollars } from '../../usage/core/prices.ts'
import { recipesChecked, recipesFor } from '../core/recipes.ts'

export function RecipePart({ row }: { row: KeyRow }) {
  const recipes = recipesFor(row.provider)
  const [id, setId] = useState('')
  const chosen = recipes.find(one => one.id === id)
  if (row.kind === 'admin') return null
  return (
    <section className="stack" aria-label={t('In an app')}>
      <div className="cluster ends">
        <h3>{t('In an app')}</h3>
        <select
          aria-label={t('In an app: which one')}
          className="narrow-select"
          value={id}
          onChange={event => setId(event.currentTarget.value)}
        >
          <option value="">{t('Choose an app')}</option>
          {recipes.map(recipe => (
            <option key={recipe.id} value={recipe.id}>
              {recipe.app}
            </option>
          ))}
        </select>
      </div>
      {chosen && (
        <div className="stack tight">
          <p>
            <strong>{chosen.where}</strong>
          </p>
          <p>
            {chosen.note} {t('Give each app its own key in its own project: then you see which one spends.')}
          </p>
          <dl className="facts">
            <div>
              <dt>{t('It wants')}</dt>
              <dd>
                {chosen.takesPlan
                  ? t('An API key; with a ChatGPT plan you can sign in instead')
                  : t('An API key')}
              </dd>
            </div>
            {row.provider === 'openai' && (
              <div>
                <dt>{t('Permissions')}</dt>
                <dd>{chosen.permissions ?? t('“All”: its documentation does not say which are enough')}</dd>
              </div>
            )}
            <div>
              <dt>{t('A wise limit')}</dt>
              <dd>
                {t('{amount} a month to begin with, for its project', { amount: dollars(chosen.limit) })}
              </dd>
            </div>
          </dl>
          <p className="small quiet">
            {rich(t('“{quote}” ({source}, read on {day})'), {
              quote: chosen.quote,
              source: (
                <a href={chosen.source} target="_blank" rel="noreferrer">
                  {t('its documentation')}
                </a>
              ),
              day: dayOf(recipesChecked),
            })}
          </p>
        </div>
      )}
    </section>
  )
}
