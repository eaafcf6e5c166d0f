/** Keys that expire or that the person wanted to replace, within 30 days or past, each with the way to its next one. */

import { t } from '../../../../i18n/t.ts'
import { ago, day, dayOf } from '../../../../i18n/time.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { ProviderTile } from '../../../../ui/pieces/provider-tile.tsx'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import { type DueDate, replacing } from '../../core/due-dates.ts'

const most = 6
/** OpenAI’s page that says what replaces which model; the list of models does not tell that. */
const deprecations = 'https://platform.openai.com/docs/deprecations'

export function DueList({ dates, now }: { dates: DueDate[]; now: number }) {
  const rotate = useAction((guide: string, id: string) => guideMe(guide, id))
  return (
    <section className="panel-box stack" aria-labelledby="due">
      <div className="cluster ends">
        <h2 id="due">{t('Due')}</h2>
        {dates.length > most && <a href="#keys?sort=expires">{t('By expiry date')}</a>}
      </div>
      {dates.length === 0 ? (
        <p className="quiet">{t('No key is due in the next 30 days.')}</p>
      ) : (
        <ul className="due-list">
          {dates.slice(0, most).map(({ row, at, what, models = [] }) => {
            const way = what === 'model' ? { page: deprecations } : replacing(row)
            return (
              <li key={`${row.id} ${what} ${at}`}>
                <ProviderTile provider={row.provider} />
                <span className="due-words">
                  <a href={`#keys/${row.id}`} className="plain-link">
                    {row.label}
                  </a>
                  <span className={at < now ? 'small tone-rejected' : 'small quiet'} title={day(at)}>
                    {what === 'model'
                      ? t('uses {models}, shut down {day}, {ago}', {
                          models: models.join(', '),
                          day: dayOf(new Date(at).toISOString().slice(0, 10)),
                          ago: ago(at, now),
                        })
                      : what === 'replace'
                        ? t('replace by {day}, {ago}', { day: day(at), ago: ago(at, now) })
                        : at < now
                          ? t('expired {day}, {ago}', { day: day(at), ago: ago(at, now) })
                          : t('expires {day}, {ago}', { day: day(at), ago: ago(at, now) })}
                  </span>
                  {what === 'model' && <span className="small quiet">{sourceOf(row, now)}</span>}
                </span>
                {way &&
                  ('guide' in way ? (
                    <Button
                      aria-label={t('Rotate {label}', { label: row.label })}
                      onPress={() => rotate.run(way.guide, row.id)}
                    >
                      {t('Rotate')}
                    </Button>
                  ) : (
                    <a
                      className="button"
                      href={way.page}
                      target="_blank"
                      rel="noreferrer"
                      aria-label={
                        what === 'model'
                          ? t('OpenAI’s list of models that go')
                          : t('Rotate {label}', { label: row.label })
                      }
                    >
                      {what === 'model' ? t('Replacements') : t('Rotate')}
                    </a>
                  ))}
              </li>
            )
          })}
        </ul>
      )}
      <FailureNotice failure={rotate.failure} />
    </section>
  )
}

/** Where the shutdown day comes from, and when it was read: each test reads the list of models. */
function sourceOf({ verdict }: KeyRow, now: number): string {
  const list = verdict?.evidence?.find(({ probe, cause }) => probe === 'models' && cause === 'ok')
  return list
    ? t('From OpenAI’s list of models, read {ago}.', { ago: ago(list.at, now) })
    : t('From OpenAI’s list of models at an earlier test.')
}
