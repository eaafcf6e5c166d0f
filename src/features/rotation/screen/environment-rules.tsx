/** How often keys of each environment are replaced. */
import { useEffect, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { EnvironmentTag } from '../../../ui/pieces/environment-tag.tsx'
import { countIn, daysFor, type EnvironmentDates, environmentsOf } from '../core/environment-dates.ts'
import { changeRule, readRules } from './environment-runner.ts'

const choices = [0, 30, 60, 90, 180, 365]

export function EnvironmentRules({ rows }: { rows: readonly KeyRow[] }) {
  const [rules, setRules] = useState<EnvironmentDates>()
  const load = useAction(readRules, ({ rules }) => setRules(rules))
  const change = useAction(
    (environment: string, days: number) => changeRule(environment, days, rows),
    ({ rules }) => setRules(rules),
  )
  useEffect(() => void load.run(), [load.run])
  const environments = environmentsOf(rows)
  return (
    <section className="panel-box stack" aria-labelledby="environment-rules">
      <h2 id="environment-rules">{t('Replace keys regularly')}</h2>
      <p className="quiet">
        {t(
          'Keyway sets “Replace by” for each key of the environment, and reminds you 14 and 3 days before, and on the day. A date that you set yourself stays.',
        )}
      </p>
      {environments.length === 0 && <p>{t('None of your keys names an environment yet.')}</p>}
      {rules && environments.length > 0 && (
        <ul className="rows-list">
          {environments.map(environment => (
            <li key={environment} className="list-line rule-line">
              <EnvironmentTag name={environment} />
              <span className="small quiet">
                {plural({ one: '1 key', other: '{count} keys' }, countIn(rows, environment))}
              </span>
              <select
                className="narrow-select"
                aria-label={environment}
                value={daysFor(rules, environment) ?? 0}
                onChange={event => void change.run(environment, Number(event.currentTarget.value))}
              >
                {choices.map(days => (
                  <option key={days} value={days}>
                    {days === 0
                      ? t('No rule')
                      : plural({ one: 'Every day', other: 'Every {count} days' }, days)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      )}
      <FailureNotice failure={change.failure ?? load.failure} />
    </section>
  )
}
